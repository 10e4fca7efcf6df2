using Limpid.Evaluation;
using Limpid.Tests.GraphSpectral;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Evaluation;

public class ComplexityTests
{
    [Fact]
    public void ByHand()
    {
        using var scope = NewDisposeScope();
        var maps = tensor(new double[,] { { 3, 0, 0, -1 }, { 2, -2, 2, 2 }, { 0, 0, -7, 0 } });
        Close.Values([0.625, 0, 0.75], Check.Values(Complexity.Gini(maps)), 1e-15);
        Close.Values([-0.75 * Math.Log(0.75) - 0.25 * Math.Log(0.25), Math.Log(4), 0], Check.Values(Complexity.Entropy(maps)), 1e-15);
        Assert.Equal([2, 4, 1], Check.Values(Complexity.EffectiveComplexity(maps)));
        Assert.Equal([1, 4, 1], Check.Values(Complexity.EffectiveComplexity(maps, 0.4)));
        Assert.Equal([0.5, 1, 0.25], Check.Values(Complexity.NonZeroFraction(maps)));
        Assert.Equal(float64, Complexity.NonZeroFraction(maps.to(float32)).dtype);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(37)]
    public void EqualTheirSlowTwins(int size)
    {
        using var scope = NewDisposeScope();
        var maps = Check.Random(3, 6, size);
        var rows = Twin.Rows(maps);
        Close.Values(rows.Select(SlowGini), Check.Values(Complexity.Gini(maps)), 1e-13);
        Close.Values(rows.Select(SlowEntropy), Check.Values(Complexity.Entropy(maps)), 1e-13);
        Close.Values(rows.Select(r => (double)r.Count(v => Math.Abs(v) > 0.3 * r.Max(Math.Abs))), Check.Values(Complexity.EffectiveComplexity(maps, 0.3)), 0);
    }

    [Fact]
    public void EntropyEqualsScipy()
    {
        using var scope = NewDisposeScope();
        foreach (var recorded in RecordedCase.All)
            Close.Values([recorded["entropy"]], Check.Values(Complexity.Entropy(tensor(recorded.First).unsqueeze(0))), 1e-13);
    }

    [Fact]
    public void ASampleIsMeasuredAloneAndWhateverItsAxesAndScale()
    {
        using var scope = NewDisposeScope();
        var maps = Check.Random(5, 4, 3, 5, 2);
        foreach (var measure in new Func<Tensor, Tensor>[] { Complexity.Gini, Complexity.Entropy, x => Complexity.EffectiveComplexity(x, 1e-2), Complexity.NonZeroFraction })
        {
            var all = Check.Values(measure(maps));
            Close.Values(all, Check.Values(measure(maps.reshape(4, 30))), 1e-15);
            Close.Values(all, Check.Values(measure(maps.mul(tensor(new double[] { 1e-300, 1, 1e6, 1e300 }).reshape(4, 1, 1, 1)))), 1e-12);
            for (var i = 0; i < 4; i++) Close.Values([all[i]], Check.Values(measure(maps.narrow(0, i, 1))), 1e-15);
        }
    }

    [Fact]
    public void AMapOfZerosHasNoDistribution()
    {
        using var scope = NewDisposeScope();
        var maps = zeros(2, 5);
        Assert.All(Check.Values(Complexity.Gini(maps)), v => Assert.True(double.IsNaN(v)));
        Assert.All(Check.Values(Complexity.Entropy(maps)), v => Assert.True(double.IsNaN(v)));
        Assert.Equal([0, 0], Check.Values(Complexity.EffectiveComplexity(maps)));
        Assert.Equal([0, 0], Check.Values(Complexity.NonZeroFraction(maps)));
    }

    [Fact]
    public void BadInputIsNamed()
    {
        using var scope = NewDisposeScope();
        var broken = tensor(new float[,] { { 1, 2, 3 }, { 4, 5, float.NaN } });
        foreach (var measure in new Func<Tensor, Tensor>[] { Complexity.Gini, Complexity.Entropy, x => Complexity.EffectiveComplexity(x), Complexity.NonZeroFraction })
        {
            var error = Assert.Throws<ArgumentException>(() => measure(broken));
            Assert.Equal("relevance", error.ParamName);
            Assert.Contains("Entry 2 of sample 1 of relevance is NaN", error.Message);
            Assert.Contains("[3]; expected [N, ...]", Assert.Throws<ArgumentException>(() => measure(ones(3))).Message);
            Assert.Contains("[2, 0]", Assert.Throws<ArgumentException>(() => measure(ones(2, 0))).Message);
            Assert.Throws<ArgumentNullException>(() => measure(null!));
        }
        Assert.Throws<ArgumentException>(() => Complexity.Gini(tensor(new double[,] { { 1, double.PositiveInfinity } })));
        Assert.Equal("threshold", Assert.Throws<ArgumentOutOfRangeException>(() => Complexity.EffectiveComplexity(broken, 1)).ParamName);
        Assert.Equal("threshold", Assert.Throws<ArgumentOutOfRangeException>(() => Complexity.EffectiveComplexity(broken, double.NaN)).ParamName);
    }

    [Fact]
    public void NothingChangesAndNothingIsLeftBehind()
    {
        using var maps = Check.Random(9, 3, 4).requires_grad_();
        var before = Check.Values(maps);
        foreach (var measure in new Func<Tensor, Tensor>[] { Complexity.Gini, Complexity.Entropy, x => Complexity.EffectiveComplexity(x), Complexity.NonZeroFraction })
        {
            Check.LeavesNothing(() => measure(maps).Dispose());
            using var result = measure(maps);
            Assert.False(result.requires_grad);
        }
        Check.LeavesNothing(() => Assert.Throws<ArgumentOutOfRangeException>(() => Complexity.EffectiveComplexity(maps, -1)));
        Assert.Equal(before, Check.Values(maps));
        Assert.True(maps.requires_grad);
    }

    /// <summary>Half the mean absolute difference over the mean: the Gini index by its definition.</summary>
    private static double SlowGini(double[] row)
    {
        var a = row.Select(Math.Abs).ToArray();
        return a.Sum(x => a.Sum(y => Math.Abs(x - y))) / (2 * a.Length * a.Sum());
    }

    private static double SlowEntropy(double[] row)
    {
        var total = row.Sum(Math.Abs);
        return -row.Select(r => Math.Abs(r) / total).Where(q => q > 0).Sum(q => q * Math.Log(q));
    }
}
