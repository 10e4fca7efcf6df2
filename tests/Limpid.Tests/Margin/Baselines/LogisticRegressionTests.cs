using Limpid.Margin.Baselines;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Margin.Baselines;

/// <summary>The fit against its own optimality, self-influence against the formula with a dense inverse and against actual training without a sample.</summary>
public class LogisticRegressionTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Counts of words, many of them 0, and labels that depend on two of them.</summary>
    private static (Tensor X, int[] Y) Data(int n, int d, int seed)
    {
        var random = new Random(seed);
        var counts = Enumerable.Range(0, n * d).Select(_ => random.Next(3) == 0 ? (double)random.Next(4) : 0).ToArray();
        return (tensor(counts).view(n, d), [.. Enumerable.Range(0, n).Select(i => counts[i * d] + random.NextDouble() * 2 > counts[i * d + 1] + 1 ? 1 : 0)]);
    }

    private static double Sigma(double z) => 1 / (1 + Math.Exp(-z));

    [Theory]
    [InlineData(60, 7)]
    [InlineData(30, 50)]
    public void TheGradientIsZeroAtTheFit(int n, int d)
    {
        using var scope = NewDisposeScope();
        var (x, y) = Data(n, d, n);
        var fit = LogisticRegression.Fit(x, y, 1e-3, cancellation: Cancel);
        var theta = tensor(fit.Weights.ToArray()).requires_grad_();
        var signs = tensor(y.Select(label => label * 2.0 - 1).ToArray());
        var objective = (1 + (-signs * x.mv(theta)).exp()).log().mean() + 1e-3 / 2 * theta.square().sum();
        objective.backward();
        Assert.InRange(theta.grad!.abs().max().item<double>(), 0, 1e-8);
        Close.Values(x.mv(theta).data<double>().ToArray(), fit.Logits(x), 1e-12);
        Close.Values([.. fit.Logits(x).Select((z, i) => Math.Log(1 + Math.Exp(y[i] == 1 ? -z : z)))], fit.Losses(), 1e-12);
    }

    [Fact]
    public void TheSameOptimumFromEveryStart()
    {
        using var scope = NewDisposeScope();
        var (x, y) = Data(80, 12, 3);
        var cold = LogisticRegression.Fit(x, y, 1e-3, 1e-11, cancellation: Cancel);
        var other = LogisticRegression.Fit(x, [.. y.Select(label => 1 - label)], 1e-3, cancellation: Cancel);
        var warm = LogisticRegression.Fit(x, y, 1e-3, 1e-11, other, Cancel);
        Close.Values(cold.Weights, warm.Weights, 1e-7);
        Assert.Equal(0, LogisticRegression.Fit(x, y, 1e-3, 1e-8, cold, Cancel).Steps);
    }

    [Theory]
    [InlineData(60, 7)]
    [InlineData(30, 50)]
    public void SelfInfluenceEqualsItsFormula(int n, int d)
    {
        using var scope = NewDisposeScope();
        var (x, y) = Data(n, d, n + 1);
        var fit = LogisticRegression.Fit(x, y, 1e-3, cancellation: Cancel);
        var logits = fit.Logits(x);
        var p = tensor(Array.ConvertAll(logits, Sigma)).unsqueeze(1);
        var inverse = (x.t().mm(x * p * (1 - p)) / n + 1e-3 * eye(d, dtype: float64)).inverse();
        double[] expected = [.. Enumerable.Range(0, n).Select(i => Math.Pow(Sigma(y[i] == 1 ? -logits[i] : logits[i]), 2) * x[i].dot(inverse.mv(x[i])).item<double>())];
        Close.Values(expected, fit.SelfInfluence(), 1e-9 * expected.Max());
    }

    /// <summary>n times the growth of a sample's loss when it isn't trained on, the other terms as they are: to first order.</summary>
    [Fact]
    public void SelfInfluenceForetellsTrainingWithoutTheSample()
    {
        using var scope = NewDisposeScope();
        const int n = 300;
        var (x, y) = Data(n, 5, 9);
        const double decay = 1e-2;
        var fit = LogisticRegression.Fit(x, y, decay, 1e-12, cancellation: Cancel);
        var (influence, losses) = (fit.SelfInfluence(), fit.Losses());
        // A sample without a word has no influence on anything.
        foreach (var i in Enumerable.Range(0, n).Where(i => i % 37 == 0 && influence[i] > 0))
        {
            long[] others = [.. Enumerable.Range(0, n).Where(j => j != i).Select(j => (long)j)];
            // The mean over n - 1 samples with this decay is, up to a factor, the sum over n - 1 of n with the old one.
            var without = LogisticRegression.Fit(x.index_select(0, tensor(others)), [.. others.Select(j => y[j])], decay * n / (n - 1), 1e-12, cancellation: Cancel);
            var z = without.Logits(x.narrow(0, i, 1))[0];
            var growth = n * (Math.Log(1 + Math.Exp(y[i] == 1 ? -z : z)) - losses[i]);
            Assert.InRange(growth / influence[i], 0.97, 1.1);
        }
    }

    [Fact]
    public void WrongLabelsAreTheMostInfluential()
    {
        using var scope = NewDisposeScope();
        var random = new Random(5);
        var (x, y) = (tensor(Enumerable.Range(0, 400).Select(_ => random.NextDouble() - 0.5).ToArray()).view(200, 2), new int[200]);
        for (var i = 0; i < 200; i++) y[i] = x[i, 0].item<double>() > 0 ? 1 : 0;
        int[] flipped = [.. Enumerable.Range(0, 200).Where(i => Math.Abs(x[i, 0].item<double>()) > 0.4).Take(6)];
        foreach (var i in flipped) y[i] = 1 - y[i];
        var influence = LogisticRegression.Fit(x, y, cancellation: Cancel).SelfInfluence();
        Assert.Equal(flipped, Enumerable.Range(0, 200).OrderByDescending(i => influence[i]).Take(6).Order());
    }

    [Fact]
    public void OneClassAndBadInputHaveTheirPlace()
    {
        using var scope = NewDisposeScope();
        var (x, y) = Data(20, 4, 1);
        var one = LogisticRegression.Fit(x, new int[20], cancellation: Cancel);
        Assert.Equal(1, one.Accuracy(x, new int[20]));
        Assert.Contains("Label 2 is 7", Assert.Throws<ArgumentException>(() => LogisticRegression.Fit(x, [0, 1, 7, .. new int[17]], cancellation: Cancel)).Message);
        Assert.Contains("expected 20", Assert.Throws<ArgumentException>(() => LogisticRegression.Fit(x, [1], cancellation: Cancel)).Message);
        Assert.Equal("decay", Assert.Throws<ArgumentOutOfRangeException>(() => LogisticRegression.Fit(x, y, 0, cancellation: Cancel)).ParamName);
        Assert.Contains("expected 4", Assert.Throws<ArgumentException>(() => one.Logits(zeros(3, 5))).Message);
        x[3, 2] = double.PositiveInfinity;
        Assert.Throws<ArgumentException>(() => LogisticRegression.Fit(x, y, cancellation: Cancel));
    }
}
