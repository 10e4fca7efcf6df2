using Limpid.Reproduction;
using Xunit;

namespace Limpid.Tests.Reproduction;

public sealed class ClaimRuleTests : IDisposable
{
    private readonly ClaimFixture _files = new();

    public void Dispose() => _files.Dispose();

    private static double[] Same(double value, int count = 5) => [.. Enumerable.Repeat(value, count)];

    // Printed 98.0: half the last digit is 0.05, and equal values have no spread.
    [Theory]
    [InlineData(98.04, Verdict.Reproduced)]
    [InlineData(97.96, Verdict.Reproduced)]
    [InlineData(98.06, Verdict.NotReproduced)]
    [InlineData(97.94, Verdict.NotReproduced)]
    public void A_number_without_spread_must_agree_to_its_last_digit(double ours, Verdict verdict)
    {
        ClaimResult result = _files.Load(ClaimFixture.Number()).Number("n", Same(ours));
        Assert.Equal(verdict, result.Verdict);
        Assert.Equal(0.05, result.Record.Tolerance!.Value, 1e-12);
    }

    // s_p = 0.3, n_p = 10; ours 97, 98, 99, 98, 98: mean 98, s_o^2 = 2/4 = 0.5, n_o = 5; 2 sqrt(0.009 + 0.1) = 0.660303.
    [Fact]
    public void A_number_s_tolerance_is_twice_the_standard_error_of_both_sides()
    {
        ClaimSet claims = _files.Load(ClaimFixture.Number("""{"paperValue":"98.6","paperSpread":"0.3","paperRuns":10,"seeds":5}"""));
        ClaimResult result = claims.Number("n", [97, 98, 99, 98, 98]);
        Assert.Equal(0.660303, result.Record.Tolerance!.Value, 1e-6);
        Assert.Equal(Verdict.Reproduced, result.Verdict);
        Assert.Equal((98, Math.Sqrt(0.5), 5), (result.Record.Ours, result.Record.Spread!.Value, result.Record.Seeds));
        Assert.Equal(Verdict.NotReproduced, claims.Number("n", [97 - 0.07, 98 - 0.07, 99 - 0.07, 98 - 0.07, 98 - 0.07]).Verdict);
    }

    [Fact]
    public void A_digitised_number_may_be_off_by_the_digitising_error()
    {
        ClaimSet claims = _files.Load(ClaimFixture.Number("""{"paperValue":"98.0","source":"digitised","digitisingError":0.4}"""));
        Assert.Equal(Verdict.Reproduced, claims.Number("n", [98.39]).Verdict);
        Assert.Equal(Verdict.NotReproduced, claims.Number("n", [98.41]).Verdict);
        Assert.Null(claims.Number("n", [98.41]).Record.Spread);
    }

    [Theory]
    [InlineData(4, Verdict.Partly)]
    [InlineData(3, Verdict.NotReproduced)]
    public void A_missed_number_with_the_right_direction_is_partly(int right, Verdict verdict)
    {
        ClaimSet claims = _files.Load(ClaimFixture.Number("""{"paperValue":"98.0","seeds":5,"direction":"greater"}"""));
        double[] baseline = [.. Enumerable.Range(0, 5).Select(i => i < right ? 90.0 : 96.0)];
        Assert.Equal(verdict, claims.Number("n", Same(95), baseline).Verdict);
        Assert.Equal(Verdict.Reproduced, claims.Number("n", Same(98), baseline).Verdict);
    }

    // Five of five: p = 1/32; four of five: p = 6/32, but 80 % of the seeds.
    [Theory]
    [InlineData(5, 5, Verdict.Reproduced)]
    [InlineData(4, 5, Verdict.Partly)]
    [InlineData(5, 4, Verdict.Partly)]
    [InlineData(5, 0, Verdict.Partly)]
    [InlineData(3, 5, Verdict.NotReproduced)]
    public void A_direction_needs_the_sign_test_against_baseline_and_control(int aboveBaseline, int aboveControl, Verdict verdict)
    {
        double[] Below(int count) => [.. Enumerable.Range(0, 5).Select(i => i < count ? 1.0 : 3.0)];
        ClaimResult greater = _files.Load(ClaimFixture.Direction()).Direction("d", Same(2), Below(aboveBaseline), Below(aboveControl));
        Assert.Equal(verdict, greater.Verdict);
        ClaimSet less = _files.Load(ClaimFixture.Direction("""{"direction":"less","seeds":5,"control":"permuted neurons"}"""));
        double[] Above(int count) => [.. Below(count).Select(x => 4 - x)];
        Assert.Equal(verdict, less.Direction("d", Same(2), Above(aboveBaseline), Above(aboveControl)).Verdict);
    }

    [Theory]
    [InlineData("greater", -0.3, 97.75, Verdict.Reproduced)]
    [InlineData("greater", -0.3, 97.65, Verdict.NotReproduced)]
    [InlineData("less", 0.3, 98.25, Verdict.Reproduced)]
    [InlineData("less", 0.3, 98.35, Verdict.NotReproduced)]
    public void A_margin_is_added_to_the_baseline(string direction, double margin, double ours, Verdict verdict)
    {
        ClaimSet claims = _files.Load(ClaimFixture.Direction($$"""{"direction":"{{direction}}","margin":{{Show.Number(margin)}},"seeds":5,"control":"untrained"}"""));
        ClaimResult result = claims.Direction("d", Same(ours), Same(98), Same(direction == "less" ? 100 : 10));
        Assert.Equal(verdict, result.Verdict);
        Assert.Equal(margin, result.Record.Tolerance);
    }

    [Theory]
    [InlineData(0.04, Verdict.Reproduced)]
    [InlineData(0.01, Verdict.Partly)]
    public void A_claim_may_ask_for_a_stricter_level(double level, Verdict verdict)
    {
        // Five of five has p = 1/32.
        ClaimSet claims = _files.Load(ClaimFixture.Direction($$"""{"direction":"greater","level":{{Show.Number(level)}},"seeds":5,"control":"untrained"}"""));
        Assert.Equal(verdict, claims.Direction("d", Same(2), Same(1), Same(1)).Verdict);
    }

    [Fact]
    public void A_tie_is_no_right_direction()
    {
        ClaimSet claims = _files.Load(ClaimFixture.Direction());
        Assert.Equal(Verdict.NotReproduced, claims.Direction("d", Same(2), Same(2), Same(1)).Verdict);
        Assert.Equal(Verdict.Partly, claims.Direction("d", Same(2), [1, 1, 1, 1, 2], Same(1)).Verdict);
    }

    [Fact]
    public void An_identity_holds_up_to_its_tolerance_at_the_worst_place()
    {
        ClaimSet claims = _files.Load(ClaimFixture.Identity("""{"tolerance":0.25}"""));
        ClaimResult held = claims.Identity("i", [1, 2, 3.25], [1, 2, 3]);
        Assert.Equal((Verdict.Reproduced, 0.25), (held.Verdict, held.Record.Ours));
        Assert.Equal(Verdict.NotReproduced, claims.Identity("i", [1, 2.5, 3], [1, 2, 3]).Verdict);
    }

    [Fact]
    public void An_identity_may_be_against_the_paper_s_number()
    {
        ClaimSet claims = _files.Load(ClaimFixture.Identity("""{"tolerance":0,"paperValue":"112"}"""));
        Assert.Equal((Verdict.Reproduced, 112.0), (claims.Identity("i", [112]).Verdict, claims.Identity("i", [112]).Record.Ours));
        Assert.Equal(Verdict.NotReproduced, claims.Identity("i", [112, 113]).Verdict);
        Assert.Throws<ClaimException>(() => claims.Identity("i", [112], [112]));
    }
}
