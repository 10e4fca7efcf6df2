using FsCheck;
using FsCheck.Fluent;
using Limpid.Relevance;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Relevance;

[Collection(ProcessCollection.Name)]
public class MassCutTests
{
    /// <summary>Section 1.4 word for word: theta is the largest candidate whose values up to it hold at most p of the mass.</summary>
    private static double[] Slow(double[] values, double positive, double negative, double slack)
    {
        double Threshold(double[] sizes, double share) => share == 0 ? 0 : sizes.Where(t => sizes.Where(v => v <= t).Sum() <= share * sizes.Sum() * (1 + slack)).DefaultIfEmpty(0).Max();
        double[] up = [.. values.Where(v => v > 0)], down = [.. values.Where(v => v < 0).Select(v => -v)];
        var (high, low) = (Threshold(up, positive), Threshold(down, negative));
        var (keptUp, keptDown) = (up.Where(v => v > high).Sum(), down.Where(v => v > low).Sum());
        return [.. values.Select(v => v > high ? v * up.Sum() / keptUp : v < -low ? v * down.Sum() / keptDown : 0)];
    }

    private static double[] Fast(double[] values, double positive, double negative, ScalarType type)
    {
        using var scope = NewDisposeScope();
        var map = tensor(values).to(type).view(1, -1);
        MassCut.Apply(map, new PrunedShares(positive, negative), null);
        return map.to(float64).data<double>().ToArray();
    }

    [Fact]
    public void Both_ways_cut_what_the_definition_cuts()
    {
        // Small whole numbers make many ties, and sums without rounding.
        var cases = Gen.ArrayOf(Gen.Choose(-6, 6)).Where(v => v.Length > 0).Select(v => v.Select(x => (double)x).ToArray());
        Prop.ForAll(cases.ToArbitrary(), Gen.Choose(0, 19).ToArbitrary(), (values, twentieths) =>
        {
            var (positive, negative) = (twentieths / 20.0, twentieths / 40.0);
            Close.Values(Slow(values, positive, negative, 1e-12), Fast(values, positive, negative, float64), 1e-12);
            Close.Values(Slow(values, positive, negative, 1e-6), Fast(values, positive, negative, float32), 1e-5);
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(1, 100, 0.25)]
    [InlineData(2, 5000, 0.5)]
    [InlineData(3, 20000, 0.1)]
    public void The_histogram_cuts_what_sorting_cuts(int seed, int count, double share)
    {
        using var scope = NewDisposeScope();
        manual_seed(seed);
        // Heavy tails reach over many buckets; the exact zeros are cut by nobody.
        var map = randn(4, count) * randn(4, count).exp() * rand(4, count).gt(0.2).to(float32);
        var (fast, sorted) = (map.clone(), map.to(float64));
        var cuts = MassCut.Apply(fast, new PrunedShares(share, share / 2), null);
        var twins = MassCut.Apply(sorted, new PrunedShares(share, share / 2), null);
        Assert.True((fast.to(float64) - sorted).abs().max().ToDouble() <= 1e-5 * map.abs().max().ToDouble());
        for (var i = 0; i < 4; i++)
        {
            Assert.Equal(twins[i].Positive.Entries, cuts[i].Positive.Entries);
            Assert.Equal(twins[i].Negative.Entries, cuts[i].Negative.Entries);
            Assert.Equal(fast[i].eq(0).sum().ToInt64(), map[i].eq(0).sum().ToInt64() + cuts[i].Positive.Entries + cuts[i].Negative.Entries);
        }
    }

    [Theory]
    [InlineData(0.25, 0.125)]
    [InlineData(0.7, 0)]
    [InlineData(0, 0.4)]
    public void Each_sign_keeps_its_mass_and_lambda_stays_in_bounds(double positive, double negative)
    {
        using var scope = NewDisposeScope();
        manual_seed(5);
        var map = randn([8, 3, 20, 20], float64);
        var before = map.clone();
        var cuts = MassCut.Apply(map, new PrunedShares(positive, negative), null);
        double[] Mass(Tensor m) => m.clamp_min(0).sum([1L, 2, 3]).data<double>().ToArray();
        Close.Values(Mass(before), Mass(map), 1e-9);
        Close.Values(Mass(-before), Mass(-map), 1e-9);
        foreach (var cut in cuts)
        {
            Assert.InRange(cut.Positive.CutMass, 0, positive * cut.Positive.Mass * (1 + 1e-9));
            Assert.InRange(cut.Positive.Lambda, 1, 1 / (1 - positive) + 1e-9);
            Assert.InRange(cut.Negative.Lambda, 1, 1 / (1 - negative) + 1e-9);
        }
    }

    [Fact]
    public void Equal_values_are_cut_together_or_not_at_all()
    {
        Assert.Equal([1, 1, 1, 1], Fast([1, 1, 1, 1], 0.25, 0, float32));
        Assert.Equal([1, 1, 2, 4], Fast([1, 1, 2, 4], 0.2, 0, float32));
        // 2 of 8 is exactly a quarter, and at most counts as allowed.
        Close.Values([0, 0, 2 * 8 / 6.0, 4 * 8 / 6.0], Fast([1, 1, 2, 4], 0.25, 0, float32), 1e-6);
    }

    [Fact]
    public void Almost_all_of_the_mass_never_empties_a_sign()
    {
        const double AlmostAll = 1 - 1e-12;
        foreach (var type in new[] { float32, float64 })
        {
            Close.Values([0, 0, 7, -5], Fast([1, 2, 4, -5], AlmostAll, AlmostAll, type), 1e-6);
            Close.Values([3, 3], Fast([3, 3], AlmostAll, 0, type), 1e-6);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void The_sparsity_gain_cuts_values_up_to_the_mean_over_tau(int seed)
    {
        using var scope = NewDisposeScope();
        manual_seed(seed);
        var values = randn([1, 300], float64).square() + 1e-3;
        var (sorted, fast) = (values.clone(), values.to(float32));
        MassCut.Apply(sorted, new PrunedShares(0.5, 0.5), 2);
        MassCut.Apply(fast, new PrunedShares(0.5, 0.5), 2);
        var expected = values.gt(values.mean() / 2);
        Assert.True(sorted.ne(0).equal(expected).all().ToBoolean());
        Assert.True(fast.ne(0).equal(expected).all().ToBoolean());
        var capped = values.clone();
        var cuts = MassCut.Apply(capped, new PrunedShares(0.01, 0.01), 2);
        Assert.InRange(cuts[0].Positive.CutMass, 0, 0.01 * cuts[0].Positive.Mass);
        Assert.True(cuts[0].Positive.Entries > 0);
    }

    [Theory]
    [InlineData(1.0)]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    public void A_share_outside_its_range_is_refused(double share)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Pruning.Lambda(share, 0.1));
        Assert.Contains("below 1", error.Message, StringComparison.Ordinal);
    }
}
