using Limpid.Graphs;
using Limpid.GraphSpectral;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.GraphSpectral;

/// <summary>What stands beside the graph penalty: annealing, noise, labels as anchors, penalties on weights and on the activations themselves.</summary>
public class CompanionTests
{
    [Fact]
    public void AnnealingFallsByStages()
    {
        var annealing = new Annealing(0.5, 10);
        Assert.Equal([1, 1, 0.5, 0.25], new[] { 0L, 9, 10, 25 }.Select(annealing.Factor));
        Assert.Equal(1, new Annealing(1).Factor(100000));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Annealing(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Annealing(0.5, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => annealing.Factor(-1));
    }

    [Fact]
    public void NoiseIsForTrainingOnly()
    {
        using var scope = NewDisposeScope();
        using var noise = new GaussianNoise(0.5);
        var z = Check.Random(1, 300, 100);
        manual_seed(4);
        var (added, kept) = (noise.call(z) - z, z.clone());
        Close.Value(0, added.mean().ToDouble(), 0.02);
        Close.Value(0.5, added.std().ToDouble(), 0.02);
        noise.eval();
        Assert.Equal(Check.Values(kept), Check.Values(noise.call(z)));
        Assert.Equal(Check.Values(kept), Check.Values(z));
        Assert.Throws<ArgumentOutOfRangeException>(() => new GaussianNoise(-1));
    }

    [Fact]
    public void BatchMeanAndHingeByHand()
    {
        using var z = tensor(new double[,] { { 1, -2 }, { 3, 0.25 } });
        Close.Value(4 + 0.875 * 0.875, new ActivationPenalty(ActivationNorm.BatchMean, 1).call(z).ToDouble(), 1e-14);
        Close.Value(1 + Math.Sqrt(2) + Math.Sqrt(3) + 0.25, new ActivationPenalty(ActivationNorm.Hinge, 1).call(z).ToDouble(), 1e-14);
    }

    [Fact]
    public void HingeHasAFiniteSlopeAtZero()
    {
        using var z = zeros(2, 3, float64).requires_grad_();
        new ActivationPenalty(ActivationNorm.Hinge, 1).call(z).backward();
        Assert.All(Check.Values(z.grad!), slope => Assert.Equal(0, slope));
    }

    [Fact]
    public void LabelsPullByHand()
    {
        using var scope = NewDisposeScope();
        using var penalty = new LabelClampedPenalty(1, 2, 1, float64);
        Close.Value(200, penalty.call(zeros(1, 2, float64), tensor(new long[] { 0 })).ToDouble(), 1e-9);
        Assert.Equal(0, penalty.call(zeros(1, 2, float64), tensor(new long[] { -1 })).ToDouble());
        // (10, 0) above (10, 0): nothing down, 10^2 across in both rows.
        Close.Value(200, penalty.call(tensor(new double[,] { { 10, 0 } }), tensor(new long[] { 0 })).ToDouble(), 1e-9);
        using var wide = new LabelClampedPenalty(2, 3, 0.5, float64);
        var labels = tensor(new long[] { 2, -1, 0 });
        Check.Gradient(z => wide.call(z, labels), Check.Random(2, 3, 6));
        Assert.Contains("A label is 2", Assert.Throws<ArgumentException>(() => penalty.call(zeros(1, 2, float64), tensor(new long[] { 2 }))).Message);
        Assert.Contains("[2]; expected Int64 of shape [1]", Assert.Throws<ArgumentException>(() => penalty.call(zeros(1, 2, float64), zeros(2, int64))).Message);
        var one = tensor(new long[] { 1 });
        var zero = zeros(1, 2, float64);
        Check.LeavesNothing(() => penalty.call(zero, one).Dispose());
    }

    [Fact]
    public void WeightsByHand()
    {
        using var scope = NewDisposeScope();
        var w = tensor(new double[,] { { 1, -3 }, { 2, 2 } });
        using var plain = new WeightPenalty(Graph.Path(2), 1, kind: LaplacianKind.Unnormalized, dtype: float64);
        Close.Value(4, plain.call(w).ToDouble(), 1e-14);
        using var divided = new WeightPenalty(Graph.Path(2), 1, normalise: true, kind: LaplacianKind.Unnormalized, dtype: float64);
        Close.Value(4 / 10.0, divided.call(w).ToDouble(), 1e-12);
        Check.Gradient(divided.call, Check.Random(3, 4, 2));
        Check.LeavesNothing(() => plain.call(w).Dispose());
    }
}
