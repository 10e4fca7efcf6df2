using System.Text.Json.Nodes;
using Limpid.Cli;
using Limpid.Notebooks.Tests.Cli;
using static Limpid.Notebooks.Tests.Cli.TemporaryCheckout;

namespace Limpid.Notebooks.Tests.Exporting;

/// <summary>The folder that <c>export</c> writes: which copies it shows, when it replaces what was there.</summary>
public sealed class SiteTests : IDisposable
{
    private readonly TemporaryCheckout _checkout = new();

    public void Dispose() => _checkout.Dispose();

    private static JsonObject Printed(string text) => new() { ["output_type"] = "stream", ["name"] = "stdout", ["text"] = text };

    private string Page(string name, string site = "artifacts/site") => File.ReadAllText(_checkout.At(site, name));

    private async Task ExportAsync(params string[] options)
    {
        (int code, _, string error) = await _checkout.RunAsync(["export", .. options]);
        Assert.True(code == ExitCode.Ok, error);
    }

    [Fact]
    public async Task The_same_notebooks_make_the_same_bytes()
    {
        HostileNotebook.Add(_checkout);
        _checkout.Notebook("notebooks/p/n.ipynb", Markdown("m", "# N\n\n[other](../evil/hostile.ipynb)"), Code("a", "var x = 1;", Printed("1")));
        string[] sites = [_checkout.At("one"), _checkout.At("two")];
        foreach (string site in sites)
            await ExportAsync("--out", site);
        string[][] files = [.. sites.Select(site => Directory.EnumerateFiles(site, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(site, file)).Order(StringComparer.Ordinal).ToArray())];
        Assert.Equal(files[0], files[1]);
        Assert.Contains("index.html", files[0]);
        Assert.All(files[0], file => Assert.Equal(File.ReadAllBytes(Path.Combine(sites[0], file)), File.ReadAllBytes(Path.Combine(sites[1], file))));
    }

    [Fact]
    public async Task The_stored_copy_comes_first_and_a_local_run_stands_in_for_a_missing_one()
    {
        _checkout.Notebook("notebooks/p/stored.ipynb", Code("a", "x", Printed("from the repository")));
        _checkout.Notebook("artifacts/notebooks/p/stored.ipynb", Code("a", "x", Printed("from this machine")));
        _checkout.Notebook("notebooks/p/bare.ipynb", Code("a", "x"));
        _checkout.Notebook("artifacts/notebooks/p/bare.ipynb", Code("a", "x", Printed("from this machine")));
        _checkout.Notebook("notebooks/p/never.ipynb", Code("a", "x"));
        await ExportAsync();
        Assert.Contains("from the repository", Page("p/stored.html"), StringComparison.Ordinal);
        Assert.Contains("run stored in the repository", Page("p/stored.html"), StringComparison.Ordinal);
        Assert.Contains("from this machine", Page("p/bare.html"), StringComparison.Ordinal);
        Assert.Contains("local run", Page("p/bare.html"), StringComparison.Ordinal);
        Assert.Contains("Not run: this notebook has no outputs yet.", Page("p/never.html"), StringComparison.Ordinal);
        await ExportAsync("--from", "artifacts");
        Assert.Contains("from this machine", Page("p/stored.html"), StringComparison.Ordinal);
        Assert.DoesNotContain("from the repository", Page("p/stored.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_what_is_asked_for_is_written()
    {
        _checkout.Notebook("notebooks/p/a.ipynb", Code("a", "x", Printed("1")));
        _checkout.Notebook("notebooks/p/b.ipynb", Code("a", "x", Printed("1")));
        await ExportAsync("--only", "a");
        Assert.True(File.Exists(_checkout.At("artifacts", "site", "p", "a.html")));
        Assert.False(File.Exists(_checkout.At("artifacts", "site", "p", "b.html")));
        Assert.DoesNotContain("b.html", Page("index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_that_fails_leaves_the_old_site_as_it_was()
    {
        _checkout.Notebook("notebooks/p/a.ipynb", Code("a", "x", Printed("the old text")));
        await ExportAsync();
        File.WriteAllText(_checkout.At("notebooks", "p", "b.ipynb"), "{ no notebook");
        (int code, _, string error) = await _checkout.RunAsync("export");
        Assert.Equal(ExitCode.Failed, code);
        Assert.Contains("b.ipynb can't be used: it is not valid JSON", error, StringComparison.Ordinal);
        Assert.Contains("the old text", Page("p/a.html"), StringComparison.Ordinal);
        Assert.Equal(["notebooks", "site"], Directory.EnumerateFileSystemEntries(_checkout.At("artifacts")).Select(Path.GetFileName).Append("notebooks").Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_folder_that_holds_other_things_is_left_alone()
    {
        _checkout.Notebook("notebooks/p/a.ipynb", Code("a", "x", Printed("1")));
        (int code, _, string error) = await _checkout.RunAsync("export", "--out", _checkout.Workplace.Root);
        Assert.Equal(ExitCode.Failed, code);
        Assert.Equal($"limpid: {_checkout.Workplace.Root} holds other things than a site of Limpid; name a new or empty folder.", error.Trim());
        Assert.True(File.Exists(_checkout.At("Limpid.slnx")));
    }

    [Fact]
    public async Task An_unknown_source_is_refused()
    {
        _checkout.Notebook("notebooks/p/a.ipynb", Code("a", "x"));
        (int code, _, string error) = await _checkout.RunAsync("export", "--from", "elsewhere");
        Assert.Equal(ExitCode.WrongUse, code);
        Assert.Equal("limpid: --from is 'elsewhere'; expected 'repository' or 'artifacts'.", error.Trim());
    }

    [Fact]
    public async Task Missing_libraries_are_named_and_the_pages_do_without()
    {
        _checkout.Notebook("notebooks/p/a.ipynb", Markdown("m", "$x^2$"), Code("a", "x", Shown(("application/vnd.plotly.v1+json", JsonNode.Parse("""{"data":[],"layout":{}}""")!))));
        (int code, _, string error) = await _checkout.RunAsync("export");
        Assert.Equal(ExitCode.Ok, code);
        Assert.Contains("plotly.min.js is missing", error, StringComparison.Ordinal);
        Assert.Contains("katex is missing", error, StringComparison.Ordinal);
        Assert.DoesNotMatch("(plotly|katex)\\.min", Page("p/a.html"));
        Assert.Contains("<span class=\"math\">x^2</span>", Page("p/a.html"), StringComparison.Ordinal);
    }
}
