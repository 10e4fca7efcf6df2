using Limpid.Spectral.Importance;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Spectral.Importance;

public sealed class LogisticLassoTests
{
    [Fact]
    public void The_path_is_scikit_learns()
    {
        using var scope = NewDisposeScope();
        var (x, y) = (tensor(Recorded.X()), tensor(Recorded.Numbers("labels")));
        Close.Value(Recorded.Of("largest_lambda").GetDouble(), LogisticLasso.LargestLambda(x, y), 1e-12);
        var recorded = Recorded.Of("lasso").EnumerateArray().ToArray();
        var path = LogisticLasso.Path(x, y, [.. recorded.Select(one => one.GetProperty("lambda").GetDouble())]);
        foreach (var (expected, ours) in recorded.Zip(path))
        {
            var weights = Recorded.Numbers(expected.GetProperty("weights"));
            Close.Values(weights, ours.Weights, 1e-5);
            Close.Value(expected.GetProperty("intercept").GetDouble(), ours.Intercept, 1e-5);
            Assert.Equal(weights.Select(weight => weight == 0), ours.Weights.Select(weight => weight == 0));
        }
    }

    [Fact]
    public void At_the_largest_penalty_all_weights_are_exactly_0_and_just_below_one_is_not()
    {
        using var scope = NewDisposeScope();
        var (x, y) = (tensor(Recorded.X()), tensor(Recorded.Numbers("labels")));
        var largest = LogisticLasso.LargestLambda(x, y);
        var path = LogisticLasso.Path(x, y, [largest, 0.98 * largest]);
        Assert.Equal([0, 1], path.Select(one => one.Kept));
        // The intercept alone is the log-odds of the labels.
        var mean = Recorded.Numbers("labels").Average();
        Close.Value(Math.Log(mean / (1 - mean)), path[0].Intercept, 1e-6);
    }

    [Fact]
    public void The_best_penalty_separates_and_bad_targets_are_refused()
    {
        using var scope = NewDisposeScope();
        var (x, y) = (tensor(Recorded.X()), tensor(Recorded.Numbers("labels")));
        Assert.True(LogisticLasso.Best(x, y).Accuracy(x, y) > 0.8);
        Assert.Contains("0 or 1", Assert.Throws<ArgumentException>(() => LogisticLasso.Path(x, y + 1, [0.1])).Message);
        Assert.Contains("both must occur", Assert.Throws<ArgumentException>(() => LogisticLasso.Path(x, zeros_like(y), [0.1])).Message);
        Assert.Contains("NaN", Assert.Throws<ArgumentException>(() => LogisticLasso.Path(x * double.NaN, y, [0.1])).Message);
        Assert.Contains("penalty", Assert.Throws<ArgumentException>(() => LogisticLasso.Path(x, y, [-1])).Message);
        Assert.Contains("239 targets", Assert.Throws<ArgumentException>(() => LogisticLasso.Path(x, y.narrow(0, 0, 239), [0.1])).Message);
    }
}
