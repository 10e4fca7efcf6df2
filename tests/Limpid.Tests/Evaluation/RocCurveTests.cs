using Limpid.Evaluation;
using Xunit;

namespace Limpid.Tests.Evaluation;

public sealed class RocCurveTests
{
    [Fact]
    public void Four_scores_are_as_by_hand() => Close.Values([0.5, 0.75, 1, 1], RocCurve.At([1, 2, 2, 5], [false, false, true, true], [0, 0.25, 0.5, 1]), 1e-12);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void The_area_below_is_that_of_the_ranks(int seed)
    {
        var random = new Random(seed);
        // Few different scores, so that there are ties.
        double[] scores = [.. Enumerable.Range(0, 60).Select(_ => (double)random.Next(12))];
        bool[] member = [.. scores.Select(score => random.Next(12) < score)];
        var others = member.Count(each => !each);
        // The curve bends only where a whole number of others is passed.
        double[] rates = [.. Enumerable.Range(0, others + 1).Select(i => i / (double)others)];
        var curve = RocCurve.At(scores, member, rates);
        var jumps = RocCurve.At(scores, member, [.. rates.Select(rate => Math.Max(0, rate - 1e-9))]);
        Close.Value(RankArea.Of(scores, member), Enumerable.Range(0, others).Sum(i => (curve[i] + jumps[i + 1]) / 2) / others, 1e-6);
    }

    [Fact]
    public void What_has_no_curve_is_refused()
    {
        Assert.Throws<ArgumentException>(() => RocCurve.At([1, 2], [true, true], [0]));
        Assert.Throws<ArgumentException>(() => RocCurve.At([1, 2], [true], [0]));
        Assert.Throws<ArgumentException>(() => RocCurve.At([1, 2], [true, false], [1.1]));
    }
}
