using Limpid.Evaluation;
using Limpid.Reproduction;
using Limpid.Tests.GraphSpectral;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Evaluation;

public class ReplacementTests
{
    [Fact]
    public void ConstantsAndMeansByHand()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new float[,,] { { { 1, 3 }, { 10, 20 } }, { { 0, 0 }, { -1, 1 } } });
        Assert.Equal([2, 2, 15, 15, 0, 0, 0, 0], Check.Values(Replacement.PerImageMean.For(x, default)));
        Assert.Equal([2, 2, 4, 4], Check.Values(Replacement.PerImageMean.For(tensor(new float[,] { { 1, 3 }, { 4, 4 } }), default)));
        Assert.Equal(Enumerable.Repeat(0.25, 8), Check.Values(Replacement.Constant(0.25).For(x, default)));
        Assert.Equal(float32, Replacement.Zero.For(x, default).dtype);
        Assert.Equal([5, 5, 7, 7, 5, 5, 7, 7], Check.Values(Replacement.Background(tensor(new double[,] { { 5 }, { 7 } })).For(x, default)));
        Assert.Equal(Check.Values(x.neg()), Check.Values(Replacement.From(y => y.neg()).For(x, default)));
    }

    [Fact]
    public void BlurEqualsItsSlowTwin()
    {
        using var scope = NewDisposeScope();
        var x = Check.Random(3, 2, 2, 4, 6);
        var blurred = Replacement.Blur(1.3).For(x, default);
        double Weight(int from, int to, int length) => Kernel(from - to) / Enumerable.Range(0, length).Sum(i => Kernel(i - to));
        double Kernel(double distance) => Math.Exp(-distance * distance / (2 * 1.3 * 1.3));
        for (var c = 0; c < 2; c++)
            for (var row = 0; row < 4; row++)
                for (var column = 0; column < 6; column++)
                    Close.Value((from i in Enumerable.Range(0, 4) from j in Enumerable.Range(0, 6) select Weight(i, row, 4) * Weight(j, column, 6) * x[1, c, i, j].item<double>()).Sum(),
                        blurred[1, c, row, column].item<double>(), 1e-13);
        Close.Values(Enumerable.Repeat(3.0, 10), Check.Values(Replacement.Blur(2).For(full([1, 1, 10], 3.0), default)), 1e-13);
    }

    [Fact]
    public void NoiseComesFromTheSeedAndEachSampleHasItsOwn()
    {
        using var scope = NewDisposeScope();
        var (x, noise) = (zeros(3, 2, 50), Replacement.UniformNoise(-1, 3));
        var values = Check.Values(noise.For(x, new Seed(1)));
        Assert.All(values, value => Assert.InRange(value, -1, 3));
        Assert.InRange(values.Average(), 0.6, 1.4);
        Assert.Equal(values, Check.Values(noise.For(x, new Seed(1))));
        Assert.NotEqual(values, Check.Values(noise.For(x, new Seed(2))));
        Assert.Equal(values[..100], Check.Values(noise.For(x.narrow(0, 0, 1), new Seed(1))));
        Assert.NotEqual(values[..100], values[100..200]);
    }

    [Fact]
    public void BadValuesAreNamed()
    {
        using var scope = NewDisposeScope();
        var x = zeros(2, 3, 4);
        Assert.Contains("shape [2, 4]; expected one that extends to [2, 3, 4]", Assert.Throws<ArgumentException>(() => Replacement.Background(ones(2, 4)).For(x, default)).Message);
        Assert.Contains("not finite", Assert.Throws<ArgumentException>(() => Replacement.Background(full([1], double.NaN)).For(x, default)).Message);
        Assert.Contains("expected [N, C, ...]", Assert.Throws<ArgumentException>(() => Replacement.Blur(1).For(zeros(2, 3), default)).Message);
        Assert.Equal("sigma", Assert.Throws<ArgumentOutOfRangeException>(() => Replacement.Blur(0)).ParamName);
        Assert.Equal("value", Assert.Throws<ArgumentOutOfRangeException>(() => Replacement.Constant(double.NaN)).ParamName);
        Assert.Equal("high", Assert.Throws<ArgumentOutOfRangeException>(() => Replacement.UniformNoise(1, 1)).ParamName);
    }
}
