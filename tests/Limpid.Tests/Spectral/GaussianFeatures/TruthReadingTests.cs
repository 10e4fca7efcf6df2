using Limpid.Spectral.GaussianFeatures;
using Xunit;

namespace Limpid.Tests.Spectral.GaussianFeatures;

public sealed class TruthReadingTests
{
    [Fact]
    public void A_small_case_by_hand()
    {
        var reading = TruthReading.Of([0, 1, 2], [0.1, 0.4, 1]);
        Close.Values([1, 0.1, 1, 0.48], [reading.Area, reading.Leak, reading.Spearman, reading.Slope], 1e-12);
        // r - mean: -.4, -.1, .5; covariance with (-1, 0, 1): .9; norms sqrt 2 and sqrt .42.
        Close.Value(0.9 / Math.Sqrt(0.84), reading.Pearson, 1e-12);
    }

    [Fact]
    public void Features_below_the_bound_are_neither_and_ties_count_half()
    {
        // .05 is neither; .5 beats one irrelevant feature and ties with the other.
        var reading = TruthReading.Of([0, 0.05, 0, 0.5], [0.2, 9, 0.4, 0.4]);
        Assert.Equal(0.75, reading.Area, 1e-12);
        Assert.Equal(0.4 / 9, reading.Leak, 1e-12);
        Assert.Equal(0.5, TruthReading.Of([0, 1], [0, 0]).Area, 1e-12);
        Assert.Equal(0, TruthReading.Of([0, 1], [0, 0]).Leak);
    }

    [Fact]
    public void Scale_changes_the_slope_alone()
    {
        double[] truth = [0, 0.3, 1.4, 0, 0.9], r = [0.01, 0.2, 0.5, 0.02, 0.31];
        var (one, ten) = (TruthReading.Of(truth, r), TruthReading.Of(truth, [.. r.Select(value => 10 * value)]));
        Close.Values([one.Area, one.Leak, one.Pearson, one.Spearman, 10 * one.Slope], [ten.Area, ten.Leak, ten.Pearson, ten.Spearman, ten.Slope], 1e-12);
    }

    [Fact]
    public void Pairs_are_compared()
    {
        Assert.Equal(0, TruthReading.PairGap([2, 2, 3, 3, 0.1, 9], 2), 1e-12);
        // 2 * 1 / 5 and 0 for zeros.
        Assert.Equal(0.2, TruthReading.PairGap([2, 3, 0, 0], 2), 1e-12);
        Assert.Throws<ArgumentOutOfRangeException>(() => TruthReading.PairGap([1, 2, 3], 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => TruthReading.PairGap([1, 2], 0));
    }

    [Fact]
    public void Bad_input_is_named()
    {
        Assert.Contains("expected 2", Assert.Throws<ArgumentException>(() => TruthReading.Of([0, 1], [1])).Message);
        Assert.Contains("some of both", Assert.Throws<ArgumentException>(() => TruthReading.Of([1, 1], [1, 2])).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => TruthReading.Of([0, 1], [1, 2], 0));
    }
}
