using System.Text.Json.Nodes;
using static Limpid.Notebooks.Tests.Cli.TemporaryCheckout;

namespace Limpid.Notebooks.Tests.Cli;

/// <summary><c>reproduce --publish</c> and then <c>--check</c>, on a notebook that really runs.</summary>
public sealed class CheckCommandTests : IDisposable
{
    private const string Claims = """[{"paper":"p","notebook":"n","id":"one","claim":"One holds.","reference":"Table 1","source":"paper","kind":"number","paperValue":98,"ours":97.9,"spread":null,"seeds":1,"tolerance":0.3,"verdict":"reproduced","note":"","mode":"quick"}]""";

    private readonly TemporaryCheckout _checkout = new();

    public CheckCommandTests()
    {
        File.WriteAllText(_checkout.At("README.md"), "<!-- claims:begin -->\n<!-- claims:end -->\n");
        File.WriteAllText(_checkout.At("notebooks", "README.md"), "<!-- index:begin -->\n<!-- index:end -->\n<!-- claims:begin -->\n<!-- claims:end -->\n");
        _checkout.Notebook("notebooks/p/n.ipynb",
            Code("a", Show("""{"data":[{"type":"bar","name":"none","y":[1,2,3]}],"layout":{}}""", "application/vnd.plotly.v1+json")),
            Code("b", Show(Claims, "application/vnd.limpid.claims+json")));
    }

    public void Dispose() => _checkout.Dispose();

    private static string Show(string json, string mimeType) => $"{JsonValue.Create(json).ToJsonString()}.DisplayAs(\"{mimeType}\");";

    private string Stored => _checkout.At("notebooks", "p", "quick.json");

    private Task<(int Code, string Out, string Error)> CheckAsync() => _checkout.RunAsync("reproduce", "--check");

    [Fact]
    public async Task What_was_published_passes_and_one_changed_value_is_caught()
    {
        Assert.Equal(0, (await _checkout.RunAsync("reproduce", "--publish", "--no-pictures")).Code);
        var (code, output, _) = await CheckAsync();
        Assert.Equal(0, code);
        Assert.Contains("p/n  as stored (claims: 1, figures: 1, numbers in them: 3; ", output, StringComparison.Ordinal);
        Assert.Contains("1 of 1 as stored", output, StringComparison.Ordinal);

        string before = await File.ReadAllTextAsync(Stored, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Stored, before.Replace("[1,2,3]", "[1,2.5,3]", StringComparison.Ordinal).Replace("\"processor\":", "\"other\":", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        Assert.Equal(0, (await CheckAsync()).Code);

        await File.WriteAllTextAsync(Stored, before.Replace("[1,2,3]", "[1,2.5,3]", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        (code, output, _) = await CheckAsync();
        Assert.True(code == 1, output);
        Assert.Contains("p/n  differs (claims: 1", output, StringComparison.Ordinal);
        Assert.Contains("  figure in cell a: y of 'none': 1 of 3 numbers differ, most number 2: 2 where 2.5 is stored", output, StringComparison.Ordinal);

        await File.WriteAllTextAsync(Stored, before.Replace("97.9", "97.8", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        (code, output, _) = await CheckAsync();
        Assert.Equal(1, code);
        Assert.Contains("  claim one: 97.9 where 97.8 is stored, must be equal", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_stored_results_it_says_so_before_it_runs_anything()
    {
        var (code, output, error) = await CheckAsync();
        Assert.Equal((1, "", "limpid: no quick results are stored for p/n; store them with: ./limpid reproduce --publish --only n\n"), (code, output, error.ReplaceLineEndings("\n")));
        await File.WriteAllTextAsync(Stored, "{ \"notebooks\": {", TestContext.Current.CancellationToken);
        (code, output, error) = await CheckAsync();
        Assert.Equal((1, ""), (code, output));
        Assert.Contains("quick.json is damaged", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stored_run_names_what_made_it()
    {
        await _checkout.RunAsync("reproduce", "--publish", "--no-pictures", "--jobs", "1");
        var facts = (JsonObject)JsonNode.Parse(await File.ReadAllTextAsync(Stored, TestContext.Current.CancellationToken))!["notebooks"]!["n"]!;
        Assert.Equal("ok", (string?)facts["status"]);
        Assert.Equal(Environment.ProcessorCount, (int)facts["threads"]!);
        Assert.Equal(Environment.Version.ToString(), (string?)facts["versions"]![".NET"]);
        Assert.NotNull(facts["started"]);
    }
}
