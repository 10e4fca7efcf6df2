using System.Text.Json;
using Limpid.Reproduction;
using Xunit;

namespace Limpid.Tests.Reproduction;

public sealed class ClaimSetTests : IDisposable
{
    private static readonly string[] Fields =
    [
        "paper", "notebook", "id", "claim", "reference", "source", "kind", "paperValue", "ours", "spread", "seeds", "tolerance", "verdict", "note", "mode",
    ];

    private readonly ClaimFixture _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void The_records_hold_the_fields_of_the_contract()
    {
        _files.Write(ClaimFixture.Number(), ClaimFixture.Direction());
        ClaimSet claims = _files.Load();
        claims.Number("n", [98, 98, 98, 98, 98]);
        claims.Direction("d", [2, 2, 2, 2, 2], [1, 1, 1, 1, 1], [0, 0, 0, 0, 0]);
        JsonElement[] records = ClaimFixture.Records(claims.Table());
        Assert.All(records, record => Assert.Equal(Fields, record.EnumerateObject().Select(member => member.Name)));
        Assert.Equal(
            """["some-paper","nb","n","a < b","Table 1","paper","number",98,98,0,5,0.05,"reproduced","off by 0, allowed 0.05","quick"]""",
            JsonSerializer.Serialize(records[0].EnumerateObject().Select(member => member.Value), new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        Assert.Equal(JsonValueKind.Null, records[1].GetProperty("paperValue").ValueKind);
    }

    [Fact]
    public void In_a_smaller_mode_a_claim_is_not_tested_whatever_its_numbers()
    {
        ClaimSet claims = _files.Load(ClaimFixture.Number("""{"paperValue":"98.0","seeds":10,"decidedBy":"full"}"""));
        ClaimResult result = claims.Number("n", [98]);
        Assert.Equal((Verdict.NotTested, 98.0, "decided in full mode"), (result.Verdict, result.Record.Ours, result.Record.Note));
        Assert.Null(result.Record.Tolerance);
    }

    [Theory]
    [InlineData(RunMode.Full, Verdict.Reproduced)]
    [InlineData(RunMode.Paper, Verdict.Reproduced)]
    [InlineData(RunMode.Quick, Verdict.NotTested)]
    public void The_deciding_mode_or_a_larger_one_decides(RunMode mode, Verdict verdict) =>
        Assert.Equal(verdict, _files.Load(ClaimFixture.Number("""{"paperValue":"98.0","decidedBy":"full"}"""), mode).Number("n", [98]).Verdict);

    [Fact]
    public void What_has_no_data_is_not_tested_and_says_why()
    {
        ClaimSet claims = _files.Load(ClaimFixture.Number());
        ClaimResult result = claims.NotTested("n", "the cells can't be had");
        Assert.Equal((Verdict.NotTested, null, "the cells can't be had"), (result.Verdict, result.Record.Ours, result.Record.Note));
        Assert.Same(result, Assert.Single(claims.Table().Results));
        Assert.Throws<ClaimException>(() => claims.NotTested("x", "why"));
    }

    [Fact]
    public void An_unknown_setting_is_never_tested()
    {
        ClaimSet claims = _files.Load(ClaimFixture.Number("""{"paperValue":"98.0","settingUnknown":"its learning rate"}"""), RunMode.Paper);
        Assert.Equal(Verdict.NotTested, claims.Number("n", [98]).Verdict);
        Assert.Equal("the paper does not state its learning rate", Assert.Single(claims.Table().Results).Record.Note);
    }

    [Fact]
    public void What_is_not_decided_here_shows_the_committed_full_run()
    {
        _files.Write(ClaimFixture.Number("""{"paperValue":"98.0","seeds":5,"decidedBy":"full"}"""));
        ClaimSet full = _files.Load(RunMode.Full);
        full.Number("n", [98, 98, 98, 98, 98.1]);
        _files.WriteFull($$"""{"claims":{{full.Table().ToJson()}},"figures":[]}""");
        ClaimSet quick = _files.Load();
        Assert.Equal((98.02, Verdict.Reproduced), (Math.Round(quick.Committed("n")!.Ours!.Value, 9), quick.Committed("n")!.Verdict));
        Assert.Null(full.Committed("n"));
        Assert.Throws<ClaimException>(() => quick.Committed("m"));
        ClaimTable table = quick.Table();
        ClaimResult result = Assert.Single(table.Results);
        Assert.Equal(Verdict.NotTested, result.Verdict);
        Assert.Null(result.Record.Ours);
        Assert.Equal("decided in full mode; committed full run: reproduced, 98.02 ± 0.045", result.Record.Note);
        Assert.Contains("<th style=\"text-align:left\">committed full run</th>", table.ToHtml());
        Assert.Contains("98.02 &#177; 0.045, reproduced", table.ToHtml());
        Assert.DoesNotContain("committed", full.Table().ToHtml());
    }

    [Fact]
    public void A_damaged_full_run_is_named()
    {
        _files.Write(ClaimFixture.Number());
        _files.WriteFull("{");
        Assert.Contains("full.json", Assert.Throws<ClaimException>(() => _files.Load()).Message);
    }

    [Fact]
    public void The_headline_counts_the_paper_s_claims_only()
    {
        _files.Write(ClaimFixture.Number(), ClaimFixture.Identity("""{"tolerance":1,"source":"ours"}"""));
        ClaimSet claims = _files.Load();
        claims.Number("n", [98, 98, 98, 98, 98]);
        claims.Identity("i", [1], [1]);
        Assert.Equal("1 claims in quick mode: 1 reproduced, 0 partly, 0 not reproduced, 0 not tested", claims.Table().Headline);
        Assert.Equal(2, claims.Table().Results.Count);
    }

    [Fact]
    public void The_table_encodes_what_it_shows()
    {
        _files.Write(ClaimFixture.Number("""{"paperValue":"98.0","sentence":"<script>alert(1)</script>","reference":"\"&'"}"""));
        ClaimSet claims = _files.Load();
        ClaimResult result = claims.Number("n", [98]);
        string html = claims.Table().ToHtml() + result.Html;
        Assert.DoesNotContain("<script", html);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", html);
        Assert.Contains("&quot;&amp;&#39;", html);
    }

    [Fact]
    public void A_decided_claim_left_out_stops_the_table()
    {
        ClaimSet claims = _files.Load(ClaimFixture.Number());
        Assert.Contains("decides n, but", Assert.Throws<ClaimException>(claims.Table).Message);
    }

    [Fact]
    public void A_call_that_does_not_fit_the_declaration_is_refused()
    {
        _files.Write(ClaimFixture.Number(), ClaimFixture.Direction(), ClaimFixture.Identity());
        ClaimSet claims = _files.Load();
        double[] five = [98, 98, 98, 98, 98];
        string Fault(Action call) => Assert.Throws<ClaimException>(call).Message;
        Assert.Contains("no claim 'x' for this notebook; declared are n, d, i", Fault(() => claims.Number("x", five)));
        Assert.Contains("declared as Direction", Fault(() => claims.Number("d", five)));
        Assert.Contains("declares 5 seeds; it got 1 values", Fault(() => claims.Number("n", [98])));
        Assert.Contains("got NaN at position 1", Fault(() => claims.Number("n", [98, double.NaN, 98, 98, 98])));
        Assert.Contains("got no value", Fault(() => claims.Number("n", [])));
        Assert.Contains("declares no direction; expected no baseline", Fault(() => claims.Number("n", five, five)));
        Assert.Contains("compares 5 values with 4", Fault(() => claims.Direction("d", five, five, five[1..])));
        Assert.Contains("has no paperValue; expected values to compare with", Fault(() => claims.Identity("i", five)));
    }

    [Fact]
    public void The_values_passed_in_are_left_alone()
    {
        double[] ours = [3, 1, 2, 5, 4], baseline = [1, 1, 1, 1, 1], control = [0, 0, 0, 0, 0];
        _files.Load(ClaimFixture.Direction()).Direction("d", Array.AsReadOnly(ours), Array.AsReadOnly(baseline), Array.AsReadOnly(control));
        Assert.Equal([3, 1, 2, 5, 4], ours);
    }
}
