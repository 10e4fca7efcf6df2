using Limpid.Evaluation;
using Limpid.Reproduction;
using Limpid.Tests.GraphSpectral;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Evaluation;

public class RobustnessTests
{
    [Fact]
    public void EqualsItsSlowTwin()
    {
        using var scope = NewDisposeScope();
        var (x, t) = (Check.Random(1, 5, 2, 3), tensor(new long[] { 0, 1, 2, 0, 1 }));
        var (seen, classes) = (new List<double[]>(), new List<double>());
        Tensor Explain(Tensor inputs, Tensor targets)
        {
            seen.AddRange(Twin.Rows(inputs));
            classes.AddRange(Check.Values(targets));
            return inputs.square().mul(targets.add(1).reshape(-1, 1, 1));
        }

        var changes = Robustness.RelativeChanges(Explain, x, t, 0.1, 4, new Seed(3), 2);
        Assert.Equal([5, 4], changes.shape);
        Assert.Equal(25, seen.Count);
        Assert.Equal(Enumerable.Repeat(new double[] { 0, 1, 2, 0, 1 }, 5).SelectMany(c => c), classes);
        for (var sample = 0; sample < 5; sample++)
            for (var draw = 0; draw < 4; draw++)
            {
                var (still, moved) = (seen[sample], seen[5 * (draw + 1) + sample]);
                Assert.All(still.Zip(moved), pair => Assert.InRange(Math.Abs(pair.First - pair.Second), 0, 0.1));
                var expected = Math.Sqrt(still.Zip(moved).Sum(p => Math.Pow(p.First * p.First - p.Second * p.Second, 2)) / still.Sum(v => v * v * v * v));
                Close.Value(expected, changes[sample, draw].item<double>(), 1e-12);
            }
        var rows = Twin.Rows(changes);
        Close.Values(rows.Select(row => row.Average()), Check.Values(Robustness.AverageSensitivity(Explain, x, t, 0.1, 4, new Seed(3), 2)), 1e-14);
        Close.Values(rows.Select(row => row.Max()), Check.Values(Robustness.MaxSensitivity(Explain, x, t, 0.1, 4, new Seed(3), 2)), 1e-14);
        Assert.All(rows, row => Assert.Equal(4, row.Distinct().Count()));
    }

    [Fact]
    public void AConstantExplanationIsRobustAndTheIdentityChangesAsItsInput()
    {
        using var scope = NewDisposeScope();
        var (x, t) = (ones(3, 4, float64), tensor(new long[] { 0, 0, 0 }));
        Assert.Equal([0, 0, 0], Check.Values(Robustness.MaxSensitivity((inputs, _) => ones_like(inputs), x, t, 0.2)));
        // ||x|| = 2, each of four entries moves by at most 0.2.
        Assert.All(Check.Values(Robustness.MaxSensitivity((inputs, _) => inputs, x, t, 0.2, 50)), value => Assert.InRange(value, 0.1, 0.2));
    }

    [Fact]
    public void AMapOfZerosHasNoChangeOrAnInfiniteOne()
    {
        using var scope = NewDisposeScope();
        var (x, t) = (zeros(2, 3), tensor(new long[] { 0, 0 }));
        Assert.Equal([0, 0], Check.Values(Robustness.AverageSensitivity((inputs, _) => zeros_like(inputs), x, t, 0.2)));
        Assert.Equal([double.PositiveInfinity, double.PositiveInfinity], Check.Values(Robustness.MaxSensitivity((inputs, _) => inputs, x, t, 0.2)));
    }

    [Fact]
    public void ASampleHasItsOwnDraws()
    {
        using var scope = NewDisposeScope();
        var (x, t) = (Check.Random(2, 4, 3), tensor(new long[] { 0, 1, 0, 1 }));
        double[] Of(long count, int batch, long seed) => Check.Values(Robustness.RelativeChanges((inputs, _) => inputs.exp(), x.narrow(0, 0, count), t.narrow(0, 0, count), 0.3, 2, new Seed(seed), batch));
        Assert.Equal(Of(4, 64, 1), Of(4, 1, 1));
        Assert.Equal(Of(4, 64, 1)[..4], Of(2, 64, 1));
        Assert.NotEqual(Of(4, 64, 1), Of(4, 64, 2));
    }

    [Fact]
    public void GradientsWorkInsideAndNothingChangesOrIsLeftBehind()
    {
        using var x = Check.Random(2, 4, 3);
        using var t = tensor(new long[] { 0, 1, 0, 1 });
        var before = Check.Values(x);
        Tensor Gradient(Tensor inputs, Tensor targets)
        {
            using var scope = NewDisposeScope();
            var leaf = inputs.requires_grad_();
            return autograd.grad([leaf.pow(3).sum()], [leaf])[0].mul(leaf).MoveToOuterDisposeScope();
        }

        using var changes = Robustness.RelativeChanges(Gradient, x, t, 0.1);
        Assert.False(changes.requires_grad);
        Check.LeavesNothing(() => Robustness.AverageSensitivity(Gradient, x, t, 0.1, 2).Dispose());
        Check.LeavesNothing(() => Robustness.MaxSensitivity((inputs, _) => inputs.add_(1), x, t, 0.1, 2).Dispose());
        Check.LeavesNothing(() => Assert.Throws<ArgumentException>(() => Robustness.MaxSensitivity((inputs, _) => inputs.mul(double.NaN), x, t, 0.1)));
        Assert.Equal(before, Check.Values(x));
        Assert.False(x.requires_grad);
    }

    [Fact]
    public void BadInputIsNamed()
    {
        using var scope = NewDisposeScope();
        var (x, t) = (ones(2, 3), tensor(new long[] { 0, 1 }));
        Tensor Same(Tensor inputs, Tensor targets) => inputs;
        Assert.Equal("radius", Assert.Throws<ArgumentOutOfRangeException>(() => Robustness.MaxSensitivity(Same, x, t, 0)).ParamName);
        Assert.Equal("draws", Assert.Throws<ArgumentOutOfRangeException>(() => Robustness.MaxSensitivity(Same, x, t, 1, 0)).ParamName);
        Assert.Equal("batchSize", Assert.Throws<ArgumentOutOfRangeException>(() => Robustness.MaxSensitivity(Same, x, t, 1, batchSize: 0)).ParamName);
        Assert.Contains("expected a floating type", Assert.Throws<ArgumentException>(() => Robustness.MaxSensitivity(Same, x.to(int64), t, 1)).Message);
        Assert.Contains("expected [2, ...], a map for each sample", Assert.Throws<ArgumentException>(() => Robustness.MaxSensitivity((_, _) => ones(1, 3), x, t, 1)).Message);
        Assert.Contains("expected maps of 3 entries", Assert.Throws<ArgumentException>(() => Robustness.MaxSensitivity((inputs, _) => ones(2, inputs[0, 0].item<float>() == 1 ? 3 : 4), x, t, 1)).Message);
        Assert.Contains("sample 0 of explain is NaN", Assert.Throws<ArgumentException>(() => Robustness.MaxSensitivity((inputs, _) => inputs.mul(double.NaN), x, t, 1)).Message);
        Assert.Equal("explain", Assert.Throws<ArgumentNullException>(() => Robustness.MaxSensitivity(null!, x, t, 1)).ParamName);
    }
}
