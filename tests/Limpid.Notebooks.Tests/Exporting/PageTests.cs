using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Limpid.Cli;
using Limpid.Cli.Publishing;
using Limpid.Cli.Reproducing;
using Limpid.Notebooks.Tests.Cli;
using Limpid.Reproduction;
using static Limpid.Notebooks.Tests.Cli.TemporaryCheckout;

namespace Limpid.Notebooks.Tests.Exporting;

/// <summary>What stands on the pages of a site.</summary>
public sealed class PageTests : IDisposable
{
    private static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAYAAACddGYaAAAAAElFTkSuQmCC");
    private readonly TemporaryCheckout _checkout = new();

    public void Dispose() => _checkout.Dispose();

    private async Task<IDocument> PageAsync(params JsonObject[] cells)
    {
        _checkout.Notebook("notebooks/p/n.ipynb", cells);
        return await ExportedAsync("p/n.html");
    }

    private async Task<IDocument> ExportedAsync(string page)
    {
        (int code, _, string error) = await _checkout.RunAsync("export");
        Assert.True(code == ExitCode.Ok, error);
        return new HtmlParser().ParseDocument(File.ReadAllText(_checkout.At("artifacts", "site", page)));
    }

    private static Dictionary<string, string> Facts(IDocument page) => page.QuerySelectorAll(".colophon dt").ToDictionary(name => name.TextContent, name => name.NextElementSibling!.TextContent);

    [Fact]
    public async Task A_page_says_how_its_notebook_was_run()
    {
        string path = _checkout.Notebook("notebooks/p/n.ipynb", Code("a", "x", Shown(("text/plain", "1"))));
        JsonNode notebook = JsonNode.Parse(File.ReadAllText(path))!;
        notebook["metadata"]!["limpid"] = JsonNode.Parse("""
            {"mode":"full","packages":"nuget","seconds":4321.5,"seed":7,"started":"2026-03-04T05:06:07Z","status":"ok","threads":2,"versions":{".NET":"10.0.1","Limpid":"0.1.0","A":"1"}}
            """);
        File.WriteAllText(path, notebook.ToJsonString());
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["mode"] = "full", ["date"] = "4 March 2026, 05:06 UTC", ["time taken"] = "1 h 12 min", ["seed"] = "7", ["threads"] = "2", ["package set"] = "nuget",
                ["versions"] = "Limpid 0.1.0, .NET 10.0.1, A 1", ["outputs"] = "run stored in the repository",
            },
            Facts(await ExportedAsync("p/n.html")));
    }

    [Fact]
    public async Task What_nobody_recorded_is_unknown()
    {
        Dictionary<string, string> facts = Facts(await PageAsync(Code("a", "x", Shown(("text/plain", "1")))));
        Assert.All((string[])["mode", "date", "time taken", "seed", "threads", "package set", "versions"], name => Assert.Equal("unknown", facts[name]));
    }

    [Fact]
    public async Task What_the_first_cell_printed_counts_as_recorded()
    {
        Dictionary<string, string> facts = Facts(await PageAsync(Code("a", "x", new JsonObject
        {
            ["output_type"] = "stream", ["name"] = "stdout",
            ["text"] = "Limpid 0.1.0, .NET 10.0.12, packages: substitutes (TorchSharp 0.106.0, Plotly.NET 5.1.0), libtorch 1.13.0\nseed 3, threads 2\n",
        })));
        Assert.Equal(("substitutes", "3", "2"), (facts["package set"], facts["seed"], facts["threads"]));
        Assert.Equal("Limpid 0.1.0, .NET 10.0.12, TorchSharp 0.106.0, libtorch 1.13.0, Plotly.NET 5.1.0", facts["versions"]);
    }

    [Fact]
    public async Task A_run_that_ended_badly_says_so()
    {
        string path = _checkout.Notebook("notebooks/p/n.ipynb", Code("a", "x", Shown(("text/plain", "1"))), Code("b", "y"));
        JsonNode notebook = JsonNode.Parse(File.ReadAllText(path))!;
        notebook["metadata"]!["limpid"] = new JsonObject { ["status"] = "timed out" };
        notebook["cells"]![1]!["metadata"]!["limpid"] = new JsonObject { ["status"] = "not run" };
        File.WriteAllText(path, notebook.ToJsonString());
        IDocument page = await ExportedAsync("p/n.html");
        Assert.Contains("timed out", page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("This cell: not run.", page.QuerySelector("#cell-b .trouble")!.TextContent);
    }

    [Fact]
    public async Task The_index_shows_exactly_the_stored_claims()
    {
        // Our notebooks without what local runs have left in artifacts: a page with nothing stored would show those claims.
        Workplace ours = Workplace.Find();
        foreach (string file in Directory.EnumerateFiles(ours.Notebooks, "*", SearchOption.AllDirectories))
        {
            string copy = _checkout.At("notebooks", Path.GetRelativePath(ours.Notebooks, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy, overwrite: true);
        }
        IReadOnlyList<ClaimRecord> claims = ClaimTables.Stored(ours);
        (int code, _, string error) = await _checkout.RunAsync("export", "--out", _checkout.At("site"));
        Assert.True(code == ExitCode.Ok, error);
        IDocument index = new HtmlParser().ParseDocument(File.ReadAllText(_checkout.At("site", "index.html")));
        Assert.Equal(
            claims.OrderBy(claim => claim.Paper, StringComparer.Ordinal).ThenBy(claim => claim.Notebook, StringComparer.Ordinal).Select(claim => (claim.Verdict.Text(), claim.Claim, ClaimsReport.Paper(claim), ClaimsReport.Ours(claim), claim.Notebook, claim.Paper)),
            index.QuerySelectorAll("tr[data-verdict]").Select(row => row.QuerySelectorAll("td").ToArray() is var cells
                ? (cells[0].TextContent, cells[1].FirstChild!.TextContent.Trim(), cells[2].TextContent, cells[3].TextContent, cells[4].TextContent, row.GetAttribute("data-paper")!)
                : default));
        Assert.Contains(ClaimsReport.Headline(claims), index.Body!.TextContent, StringComparison.Ordinal);
        Assert.All(index.QuerySelectorAll("tr[data-verdict] a"), link =>
            Assert.True(File.Exists(_checkout.At("site", link.GetAttribute("href")!.Split('#')[0])), link.GetAttribute("href")));
    }

    [Fact]
    public async Task Links_lead_to_pages_pictures_come_along_and_nothing_leaves_the_notebooks()
    {
        _checkout.Notebook("notebooks/q/other.ipynb", Markdown("m", "# Other"));
        Directory.CreateDirectory(_checkout.At("notebooks", "images"));
        File.WriteAllBytes(_checkout.At("notebooks", "images", "a b.png"), Png);
        File.WriteAllText(_checkout.At("notebooks", "images", "fake.png"), "<svg onload=alert(1)>");
        File.WriteAllBytes(_checkout.At("outside.png"), Png);
        IDocument page = await PageAsync(Markdown("m", """
            # N

            [o](../q/other.ipynb#Some-Part) [s](#2.-Part-Two) [c](../setup.csx) [e](https://arxiv.org/abs/1) [up](../../outside.png)

            ![in](../images/a%20b.png) ![fake](../images/fake.png) ![out](../../outside.png) ![remote](https://example.org/x.png)

            ## 2. Part Two
            """));
        Assert.Equal(["../q/other.html#some-part", "#2-part-two", null, "https://arxiv.org/abs/1", null, "https://example.org/x.png"],
            page.QuerySelectorAll("main p:not(.notice) a").Select(link => link.GetAttribute("href")));
        string picture = Assert.Single(page.QuerySelectorAll("main img")).GetAttribute("src")!;
        Assert.Equal(Png, File.ReadAllBytes(_checkout.At("artifacts", "site", "p", picture)));
        Assert.NotNull(page.GetElementById("2-part-two"));
        Assert.Single(Directory.EnumerateFiles(_checkout.At("artifacts", "site"), "*.png", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_picture_that_a_cell_carries_is_shown()
    {
        JsonObject cell = Markdown("m", "![in](attachment:a%20b.png) ![none](attachment:other.png)");
        cell["attachments"] = new JsonObject { ["a b.png"] = new JsonObject { ["image/png"] = Convert.ToBase64String(Png) } };
        IDocument page = await PageAsync(cell);
        Assert.Equal(Png, File.ReadAllBytes(_checkout.At("artifacts", "site", "p", Assert.Single(page.QuerySelectorAll("main img")).GetAttribute("src")!)));
        Assert.Contains("none", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_notebook_with_an_odd_name_has_its_page_and_the_index_stays_first()
    {
        _checkout.Notebook("notebooks/index.ipynb", Markdown("m", "# The notebook\n\n[odd](p/50%25%20%23odd.ipynb)"));
        _checkout.Notebook("notebooks/p/50% #odd.ipynb", Markdown("m", "# Odd"));
        IDocument index = await ExportedAsync("index.html");
        Assert.Equal(["index-notebook.html", "p/50%25%20%23odd.html"], index.QuerySelectorAll("h3 a").Select(link => link.GetAttribute("href")));
        Assert.True(File.Exists(_checkout.At("artifacts", "site", "p", "50% #odd.html")));
        Assert.Contains("href=\"p/50%25%20%23odd.html\"", File.ReadAllText(_checkout.At("artifacts", "site", "index-notebook.html")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chart_has_its_data_its_picture_and_its_sentence_once()
    {
        IDocument page = await PageAsync(Code("a", "x",
            Shown((FigureOutput.MimeType, JsonNode.Parse("""{"data":[{"type":"bar","name":"</script>"}],"layout":{"width":3},"config":{"x":1}}""")!), ("image/png", Convert.ToBase64String(Png)), ("text/plain", "It <falls>.")),
            Shown(("text/html", "<p>It &lt;falls&gt;.</p>"), ("text/plain", "It <falls>."))));
        IElement chart = Assert.Single(page.QuerySelectorAll("figure.chart"));
        Assert.Equal("""{"data":[{"type":"bar","name":"</script>"}],"layout":{"width":3}}""", JsonNode.Parse(chart.QuerySelector("script")!.TextContent)!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        Assert.Equal(("It <falls>.", "3", "2"), (chart.QuerySelector("img")!.GetAttribute("alt"), chart.QuerySelector("img")!.GetAttribute("width"), chart.QuerySelector("img")!.GetAttribute("height")));
        Assert.Single(Regex.Matches(page.QuerySelector("main")!.TextContent, "It <falls>"));
    }

    [Fact]
    public async Task The_contents_list_the_sections_of_the_text_and_every_name_is_there_once()
    {
        IDocument page = await PageAsync(
            Markdown("m", "# N\n\n## Claims\n\n## About this run\n\n## A $x$ and [link](https://arxiv.org/)"),
            Code("claims", "x", Shown(("text/markdown", "## Of an output")), Shown(("text/html", "<h2>Of HTML</h2>"))),
            Markdown("n", "## Claims"));
        Assert.Equal(["#claims-2", "#about-this-run-2", "#a-x-and-link", "#claims-3"], page.QuerySelectorAll(".contents li > a").Select(link => link.GetAttribute("href")));
        Assert.Equal("A <span class=\"math\">x</span> and link", page.QuerySelector(".contents a[href='#a-x-and-link']")!.InnerHtml);
        string[] ids = [.. page.QuerySelectorAll("[id]").Select(element => element.Id!)];
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(page.QuerySelectorAll("a[href^='#']"), link => Assert.Contains(link.GetAttribute("href")![1..], ids));
    }

    [Fact]
    public async Task Failures_are_marked_by_whether_they_were_meant()
    {
        JsonObject Failing(string id) => Code(id, "throw", new JsonObject { ["output_type"] = "error", ["ename"] = "E", ["evalue"] = "v", ["traceback"] = new JsonArray("E: v", "   at cell 1") });
        JsonObject meant = Failing("meant");
        meant["metadata"]!["tags"] = new JsonArray("raises-exception");
        IDocument page = await PageAsync(Failing("plain"), meant);
        Assert.Equal("Failed", page.QuerySelector("#cell-plain .error:not(.expected) .label")!.TextContent);
        Assert.Equal("Fails, as it is meant to", page.QuerySelector("#cell-meant .error.expected .label")!.TextContent);
        Assert.Equal("E: v\n   at cell 1", page.QuerySelector("#cell-meant .error pre")!.TextContent);
    }
}
