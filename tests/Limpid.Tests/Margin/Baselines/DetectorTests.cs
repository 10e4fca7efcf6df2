using Limpid.Margin.Baselines;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Margin.Baselines;

/// <summary>The two-sample test and the density detector against their formulas.</summary>
public class DetectorTests
{
    private static Tensor Normal(int n, int d, int seed, double shift = 0)
    {
        var random = new Random(seed);
        return tensor(Enumerable.Range(0, n * d).Select(_ => shift + Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble())).ToArray()).view(n, d);
    }

    private static double Kernel(Tensor x, Tensor y, double gamma) => Math.Exp(-gamma * (x - y).square().sum().item<double>());

    [Fact]
    public void TheStatisticIsTheDoubleSum()
    {
        using var scope = NewDisposeScope();
        var (x, y) = (Normal(9, 2, 1), Normal(7, 2, 2, 1));
        double Mean(Tensor a, Tensor b) => Enumerable.Range(0, (int)a.size(0)).Average(i => Enumerable.Range(0, (int)b.size(0)).Average(j => Kernel(a[i], b[j], 0.4)));
        var test = MmdTest.Of(x, y, 0.4, 99, new Random(1));
        Assert.Equal(Mean(x, x) + Mean(y, y) - 2 * Mean(x, y), test.Statistic, 1e-12);
        Assert.Equal(0, MmdTest.Of(x, x, 0.4, 9, new Random(1)).Statistic, 1e-12);
        Assert.Equal(1, MmdTest.Of(x, x, 0.4, 9, new Random(1)).PValue);
    }

    [Fact]
    public void OneDistributionIsSeldomRejectedAndTwoAreSeen()
    {
        using var scope = NewDisposeScope();
        var rejected = Enumerable.Range(0, 60).Count(trial => MmdTest.Of(Normal(25, 3, 100 + trial), Normal(25, 3, 900 + trial), 0.2, 39, new Random(trial)).PValue <= 0.05);
        // Binomial(60, .05): more than 8 has a probability of 1 in 300.
        Assert.InRange(rejected, 0, 8);
        Assert.True(MmdTest.Of(Normal(40, 3, 1), Normal(40, 3, 2, 1), 0.2, 199, new Random(3)).PValue < 0.01);
    }

    [Fact]
    public void TheDensityIsThatOfTheClass()
    {
        using var scope = NewDisposeScope();
        var (train, test) = (Normal(30, 3, 5), Normal(6, 3, 6));
        int[] labels = [.. Enumerable.Range(0, 30).Select(i => i % 3)], predicted = [0, 1, 2, 2, 0, 1];
        double Expected(int i) => -Math.Log(Enumerable.Range(0, 30).Where(j => labels[j] == predicted[i]).Average(j => Kernel(test[i], train[j], 1 / 1.44)));
        Close.Values([.. Enumerable.Range(0, 6).Select(Expected)], KernelDensityDetector.Fit(train, labels, 1.2).Scores(test, predicted), 1e-9);
    }

    [Fact]
    public void FarInputsKeepTheirOrder()
    {
        using var scope = NewDisposeScope();
        var scores = KernelDensityDetector.Fit(zeros(4, 2), [1, 1, 1, 1], 0.1).Scores(tensor(new double[,] { { 1e4, 0 }, { 2e4, 0 }, { 0, 0 } }), [1, 1, 1]);
        Assert.True(double.IsFinite(scores[1]) && scores[1] > scores[0] && scores[0] > scores[2]);
        Assert.Equal(0, scores[2], 1e-12);
    }

    [Fact]
    public void BadInputIsRefusedByName()
    {
        using var scope = NewDisposeScope();
        var fit = KernelDensityDetector.Fit(zeros(2, 2), [0, 1], 1);
        Assert.Contains("Class 5 has no training sample; expected one of 0, 1", Assert.Throws<ArgumentException>(() => fit.Scores(zeros(1, 2), [5])).Message);
        Assert.Contains("expected 2", Assert.Throws<ArgumentException>(() => fit.Scores(zeros(1, 3), [1])).Message);
        Assert.Equal("bandwidth", Assert.Throws<ArgumentOutOfRangeException>(() => KernelDensityDetector.Fit(zeros(2, 2), [0, 1], 0)).ParamName);
        Assert.Contains("[m, d]", Assert.Throws<ArgumentException>(() => MmdTest.Of(zeros(3, 2), zeros(3, 4), 1, 9, new Random(1))).Message);
        Assert.Equal("divisions", Assert.Throws<ArgumentOutOfRangeException>(() => MmdTest.Of(zeros(3, 2), zeros(3, 2), 1, 0, new Random(1))).ParamName);
    }
}
