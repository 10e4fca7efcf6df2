using System.Text.Json.Nodes;
using Limpid.Cli;
using Limpid.Cli.Publishing;
using Limpid.Cli.Reproducing;
using Limpid.Reproduction;
using Xunit;
using static Limpid.Notebooks.Tests.Cli.TemporaryCheckout;

namespace Limpid.Notebooks.Tests.Cli;

public sealed class ClaimsTests : IDisposable
{
    private const string Declared = """
        {"paper":"p","claims":[
          {"id":"one","notebook":"n","sentence":"One holds.","reference":"Table 1","source":"paper","kind":"number","statistic":"accuracy","decidedBy":"quick","paperValue":"98.0"},
          {"id":"two","notebook":"n","sentence":"Two holds.","reference":"eq. 2","source":"ours","kind":"identity","statistic":"deviation","decidedBy":"quick","tolerance":1e-6}]}
        """;

    private readonly TemporaryCheckout _checkout = new();

    public void Dispose() => _checkout.Dispose();

    internal static JsonObject Claim(string id, string verdict = "reproduced", string source = "paper") => new()
    {
        ["paper"] = "p", ["notebook"] = "n", ["id"] = id, ["claim"] = "One | holds.", ["reference"] = "Table 1", ["source"] = source, ["kind"] = "number",
        ["paperValue"] = 98.0, ["ours"] = 97.856, ["spread"] = 0.123, ["seeds"] = 5, ["tolerance"] = 0.3, ["verdict"] = verdict, ["note"] = "", ["mode"] = "quick",
    };

    private RunPlan Plan(RunMode mode = RunMode.Quick) => new(_checkout.Workplace, new NotebookCatalog(_checkout.Workplace).All, mode, 1);

    private IReadOnlyList<ClaimRecord> Gather(RunStatus status, params JsonNode[] shown)
    {
        _checkout.Notebook("notebooks/p/n.ipynb", Code("a", "1"));
        _checkout.Notebook("artifacts/notebooks/p/n.ipynb", Code("a", "1", [.. shown.Select(content => Shown((ClaimOutputs.MimeType, content), ("text/plain", "t")))]));
        RunPlan plan = Plan();
        return ClaimHarvest.Gather(plan, [plan.Record(plan.Notebooks[0], new RunResult(status, 1, 2, null, []))]);
    }

    [Theory]
    [InlineData("json")]
    [InlineData("text")]
    [InlineData("lines")]
    public void Claims_are_read_in_every_form_a_notebook_file_may_hold_them(string form)
    {
        string text = new JsonArray(Claim("one")).ToJsonString();
        JsonNode content = form switch
        {
            "json" => JsonNode.Parse(text)!,
            "text" => JsonValue.Create(text),
            _ => new JsonArray(text[..20], text[20..]),
        };
        ClaimRecord claim = Assert.Single(Gather(RunStatus.Ok, content));
        Assert.Equal(("one", Verdict.Reproduced, 97.856, RunMode.Quick), (claim.Id, claim.Verdict, claim.Ours, claim.Mode));
    }

    [Fact]
    public void Of_a_claim_shown_twice_the_later_counts() =>
        Assert.Equal(Verdict.Partly, Assert.Single(Gather(RunStatus.Ok, new JsonArray(Claim("one")), new JsonArray(Claim("one", "partly")))).Verdict);

    [Fact]
    public void A_verdict_that_does_not_exist_is_refused()
    {
        var error = Assert.Throws<UserErrorException>(() => Gather(RunStatus.Ok, new JsonArray(Claim("one", "proved"))));
        Assert.Contains("p/n.ipynb shows claims that can't be read", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_notebook_that_failed_keeps_its_declared_claims_as_not_tested()
    {
        _checkout.Notebook("notebooks/p/n.ipynb", Code("a", "1"));
        File.WriteAllText(_checkout.At("notebooks", "p", "claims.json"), Declared);
        IReadOnlyList<ClaimRecord> claims = Gather(RunStatus.Failed, new JsonArray(Claim("one")));
        Assert.Equal(["one", "two"], claims.Select(claim => claim.Id));
        Assert.Equal((Verdict.NotTested, "not evaluated: the notebook ended as 'failed'"), (claims[1].Verdict, claims[1].Note));
    }

    [Fact]
    public void The_headline_leaves_out_claims_of_our_own()
    {
        IReadOnlyList<ClaimRecord> claims = Gather(
            RunStatus.Ok,
            new JsonArray(Claim("a"), Claim("b", "partly"), Claim("c", "not reproduced"), Claim("d", "not tested"), Claim("e", source: "ours")));
        Assert.Equal("1 of 4 claims reproduced, 1 partly, 1 not, 1 not tested (1 of our own not counted)", ClaimsReport.Headline(claims));
    }

    [Fact]
    public void The_table_shows_both_values_and_the_verdict()
    {
        using var output = new StringWriter();
        ClaimsReport.Print(new CommandContext(_checkout.Workplace, output, output), Gather(RunStatus.Ok, new JsonArray(Claim("one"))));
        string[] lines = output.ToString().ReplaceLineEndings("\n").Split('\n');
        Assert.Equal("paper  id   claim         paper's value  ours          verdict", lines[0]);
        Assert.Equal("p      one  One | holds.  98             97.86 ± 0.12  reproduced", lines[1]);
    }

    [Fact]
    public void The_claims_file_holds_what_the_notebook_said()
    {
        ClaimHarvest.Save(_checkout.Workplace, Gather(RunStatus.Ok, new JsonArray(Claim("one"))));
        var saved = (JsonArray)JsonNode.Parse(File.ReadAllText(_checkout.At("artifacts", "claims.json")))!;
        Assert.True(JsonNode.DeepEquals(new JsonArray(Claim("one")), saved), saved.ToJsonString());
    }

    [Fact]
    public void Results_of_the_papers_other_notebooks_stay()
    {
        string path = PaperResults.File(_checkout.Workplace, "p", RunMode.Quick);
        ClaimRecord one = Gather(RunStatus.Ok, new JsonArray(Claim("one")))[0];
        RunRecord run = new("p/n.ipynb", "n", RunStatus.Ok, 12.34, 5, null, RunMode.Quick, 1, "nuget");
        PaperResults.Store(path, run with { Title = "other" }, null, [one with { Notebook = "other", Id = "two" }], []);
        PaperResults.Store(path, run, null, [one with { Id = "gone" }], []);
        PaperResults.Store(path, run, null, [one], [new FigureOutput("c", 0, "It falls.", new JsonObject { ["data"] = new JsonArray() })]);
        Assert.Equal(["one", "two"], PaperResults.Claims(path).Select(claim => claim.Id));
        Assert.Equal(12.3, PaperResults.Seconds(path, "n"));
        Assert.Null(PaperResults.Seconds(path, "third"));
        Assert.Equal(1, File.ReadLines(path).Count(line => line.Contains("\"id\":\"one\"", StringComparison.Ordinal)));
        Assert.Equal("It falls.", (string?)JsonNode.Parse(File.ReadAllText(path))!["figures"]![0]!["caption"]);
    }

    [Fact]
    public void A_full_run_is_estimated_from_the_stored_one()
    {
        _checkout.Notebook("notebooks/p/n.ipynb", Code("a", "1"));
        _checkout.Notebook("notebooks/p/o.ipynb", Code("a", "1"));
        PaperResults.Store(PaperResults.File(_checkout.Workplace, "p", RunMode.Full), new("p/n.ipynb", "n", RunStatus.Ok, 600, 5, null, RunMode.Full, 1, "nuget"), null, [], []);
        Assert.Equal(["p/n  about 10 min", "p/o  at most 45 min (no full run is stored)", "in all about 55 min with 1 at once"], Plan(RunMode.Full).Estimate());
    }

    [Fact]
    public void Tables_take_the_full_verdict_and_the_quick_one_where_only_that_decided()
    {
        _checkout.Notebook("notebooks/p/n.ipynb", Markdown("m", "# A title | with a bar\n\ntext"));
        File.WriteAllText(_checkout.At("README.md"), "before\n<!-- claims:begin -->\nold\n<!-- claims:end -->\nafter\n");
        File.WriteAllText(_checkout.At("notebooks", "README.md"), "<!-- index:begin -->\n<!-- index:end -->\n<!-- claims:begin -->\n<!-- claims:end -->\n");
        ClaimRecord one = Gather(RunStatus.Ok, new JsonArray(Claim("one")))[0];
        RunRecord run = new("p/n.ipynb", "n", RunStatus.Ok, 1, 5, null, RunMode.Quick, 1, "nuget");
        PaperResults.Store(PaperResults.File(_checkout.Workplace, "p", RunMode.Quick), run, null, [one with { Verdict = Verdict.NotTested }, one with { Id = "two" }], []);
        PaperResults.Store(PaperResults.File(_checkout.Workplace, "p", RunMode.Full), run with { Mode = RunMode.Full }, null, [one with { Verdict = Verdict.Partly }, one with { Id = "two", Verdict = Verdict.NotTested }], []);
        _checkout.Notebook("notebooks/p/n.ipynb", Markdown("m", "# A title | with a bar\n\ntext"));
        ClaimTables.Write(_checkout.Workplace);
        Assert.Equal(
            "before\n<!-- claims:begin -->\n| paper | claims | reproduced | partly | not reproduced | not tested |\n|---|---:|---:|---:|---:|---:|\n"
            + "| [p](notebooks/p) | 2 | 1 | 1 | 0 | 0 |\n\n1 of 2 claims reproduced, 1 partly, 0 not, 0 not tested.\n<!-- claims:end -->\nafter\n",
            File.ReadAllText(_checkout.At("README.md")));
        string index = File.ReadAllText(_checkout.At("notebooks", "README.md"));
        Assert.Contains("| [p/n](p/n.ipynb) | A title \\| with a bar |", index, StringComparison.Ordinal);
        Assert.Contains("| [n](p/n.ipynb) | One \\| holds. | Table 1 | paper | 98 | 97.86 ± 0.12 | 5 | quick | reproduced |", index, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_without_markers_is_named()
    {
        var error = Assert.Throws<UserErrorException>(() => MarkedSection.Replace("<!-- claims:end -->", "claims", "x", "README.md"));
        Assert.StartsWith("README.md needs the lines '<!-- claims:begin -->' and '<!-- claims:end -->'", error.Message, StringComparison.Ordinal);
    }
}
