using System.Diagnostics;
using System.Text.Json.Nodes;
using Limpid.Cli;
using Limpid.Cli.Diagnosis;
using Limpid.Notebooks.Tests.Cli;

namespace Limpid.Notebooks.Tests.Exporting;

/// <summary>The site in a browser that has no network: over http and as files, on a screen, on a phone, in print, without scripts.</summary>
public sealed class BrowserTests(BrowserTests.Seen seen) : IClassFixture<BrowserTests.Seen>
{
    private const string Real = "graph-spectral-regularization/mnist-grid.html", Hostile = "evil/hostile.html";

    private IEnumerable<JsonNode> Pages(string name) => List("pages").Where(page => (string?)page["page"] == name);

    private IEnumerable<JsonNode> List(string name) => ((JsonArray)seen.Report[name]!).Select(item => item!);

    [Fact]
    public void Every_page_opens_both_ways() =>
        Assert.Equal(
            ["file evil/hostile.html", "file graph-spectral-regularization/mnist-grid.html", "file index.html", "http evil/hostile.html", "http graph-spectral-regularization/mnist-grid.html", "http index.html"],
            List("pages").Select(page => $"{page["base"]} {page["page"]}").Order(StringComparer.Ordinal));

    [Fact]
    public void No_page_asks_elsewhere_complains_breaks_the_policy_or_is_wider_than_a_phone() =>
        Assert.All(List("pages").Concat(List("walks")).Concat(List("plain")), page => Assert.True(((JsonArray)page["problems"]!).Count == 0, page["problems"]!.ToJsonString()));

    [Fact]
    public void Charts_and_formulas_are_drawn() => Assert.All(Pages(Real), page =>
    {
        Assert.Equal(seen.Charts, (int)page["charts"]!);
        Assert.Equal(seen.Charts, (int)page["drawn"]!);
        Assert.InRange((int)page["formulas"]!, 10, 100);
        Assert.Equal((int)page["formulas"]!, (int)page["formulasDrawn"]!);
        Assert.Equal(0, (int)page["formulaErrors"]!);
    });

    [Fact]
    public void Print_shows_pictures_in_place_of_charts() => Assert.All(Pages(Real), page =>
    {
        Assert.Equal(seen.Charts, (int)page["picturesInPrint"]!);
        Assert.Equal(0, (int)page["plotsInPrint"]!);
    });

    [Fact]
    public void A_hostile_notebook_is_inert_and_its_text_can_be_read() => Assert.All(Pages(Hostile), page =>
    {
        Assert.Null(page["hostile"]);
        Assert.Empty((JsonArray)page["foreign"]!);
        Assert.Equal(1, (int)page["drawn"]!);
        foreach (string text in (string[])["still here", "Caption </script><script>", "red </script>", "cell"])
            Assert.Contains(text, (string)page["text"]!, StringComparison.Ordinal);
    });

    [Fact]
    public void The_index_filters_and_leads_to_the_claims() => Assert.All(List("walks"), walk =>
    {
        Assert.Equal(seen.Claims, (int)walk["rows"]!);
        Assert.InRange((int)walk["withoutReproduced"]!, 1, seen.Claims - 1);
        Assert.Equal(0, (int)walk["noMatch"]!);
        Assert.Equal(Real + "#claims", (string?)walk["landed"]);
        Assert.Equal("Skip to the content", (string?)walk["firstStop"]);
    });

    [Fact]
    public void Without_scripts_pictures_and_tex_are_shown()
    {
        JsonNode page = Assert.Single(List("plain"), page => (string?)page["page"] == Real);
        Assert.Equal(seen.Charts, (int)page["visible"]!);
        Assert.Contains(((JsonArray)page["formulas"]!).Select(formula => (string)formula!), formula => formula.Contains(@"z^\top L z", StringComparison.Ordinal));
    }

    /// <summary>Exports one of the repository's notebooks and a hostile one, opens the site once, keeps what the browser saw.</summary>
    public sealed class Seen : IAsyncLifetime
    {
        private const string Notebook = "graph-spectral-regularization";
        private readonly TemporaryCheckout _checkout = new();

        public JsonNode Report { get; private set; } = new JsonObject();

        public int Charts { get; private set; }

        public int Claims { get; private set; }

        public async ValueTask InitializeAsync()
        {
            Workplace ours = Workplace.Find();
            Directory.CreateDirectory(_checkout.At("notebooks", Notebook));
            foreach (string file in (string[])["mnist-grid.ipynb", "claims.json", "full.json", "quick.json"])
                File.Copy(Path.Combine(ours.Notebooks, Notebook, file), _checkout.At("notebooks", Notebook, file));
            HostileNotebook.Add(_checkout);
            Directory.CreateDirectory(_checkout.At("artifacts"));
            Directory.CreateSymbolicLink(_checkout.At("artifacts", "tools"), Path.Combine(ours.Artifacts, "tools"));
            (int code, _, string error) = await _checkout.RunAsync("export");
            Assert.True(code == ExitCode.Ok && error.Length == 0, error);
            Charts = File.ReadAllText(_checkout.At("artifacts", "site", Notebook, "mnist-grid.html")).Split("<figure class=\"chart\">").Length - 1;
            Claims = File.ReadAllText(_checkout.At("artifacts", "site", "index.html")).Split("<tr data-verdict=").Length - 1;
            Report = await OpenAsync(ours);
        }

        public ValueTask DisposeAsync()
        {
            _checkout.Dispose();
            return ValueTask.CompletedTask;
        }

        private async Task<JsonNode> OpenAsync(Workplace ours)
        {
            string playwright = Path.Combine(ours.Artifacts, "tools", "playwright-core");
            Assert.True(Directory.Exists(playwright) && ChartFindings.Chromium is not null, "playwright-core or Chromium is missing; './limpid test' fetches them.");
            string driver = Path.Combine(ours.Root, "tests", "Limpid.Notebooks.Tests", "Exporting", "browser.cjs");
            using Process process = Process.Start(new ProcessStartInfo("node", [driver, playwright, ChartFindings.Chromium, _checkout.At("artifacts", "site")])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(10));
            try
            {
                Task<string> errors = process.StandardError.ReadToEndAsync(limit.Token);
                string report = await process.StandardOutput.ReadToEndAsync(limit.Token);
                await process.WaitForExitAsync(limit.Token);
                Assert.True(process.ExitCode == 0, await errors);
                return JsonNode.Parse(report)!;
            }
            finally
            {
                if (!process.HasExited)
                    process.Kill(entireProcessTree: true);
            }
        }
    }
}
