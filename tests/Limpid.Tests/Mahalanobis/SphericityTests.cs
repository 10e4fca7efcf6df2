using Limpid.Mahalanobis;
using Limpid.Mahalanobis.Reading;
using Limpid.Mahalanobis.Theory;
using Limpid.Reproduction;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Mahalanobis;

/// <summary>T13 and T14: floors of the sphericity error, and the best collapsed fit.</summary>
public class SphericityTests
{
    [Fact]
    public void FloorsAreTheSpecifications()
    {
        Close.Value(Math.Sqrt(2), Sphericity.Least(2, 1), 1e-12);
        Close.Value(1.054093, Sphericity.Least(10, 9), 1e-6);
        Close.Values([2, 4.472136, 14.142136], [Sphericity.Least(4, 2), Sphericity.Least(20, 10), Sphericity.Least(200, 100)], 1e-6);
        Assert.Equal(0, Sphericity.Least(7, 7));
        Assert.Throws<ArgumentOutOfRangeException>(() => Sphericity.Least(3, 0));
    }

    [Theory]
    [MemberData(nameof(Cases.All), MemberType = typeof(Cases))]
    public void CollapseAndPairsReachTheFloorAndNoOtherGoesBelow(int d, int seed)
    {
        using var scope = NewDisposeScope();
        using var gaussian = Cases.Random(d, seed);
        using var whitening = WhiteningLayer.Random(gaussian, new Seed(seed));
        foreach (var lost in new[] { 1, 3 }.Where(lost => lost < d))
        {
            var weight = whitening.weight!.detach().clone();
            weight.narrow(0, 0, lost).zero_();
            var collapsed = Sphericity.Of(LinearRows.Layer(weight, whitening.bias!), gaussian);
            Assert.Equal(lost, collapsed.Lost);
            Close.Value(Math.Sqrt((double)lost * d / (d - lost)), collapsed.Floor, 1e-12);
            Close.Value(collapsed.Floor, collapsed.Error, 1e-9);
        }
        var pairs = Sphericity.Of(ReluPairs.Of(whitening), gaussian);
        Close.Values([Math.Sqrt(2 * d), Math.Sqrt(2 * d)], [pairs.Floor, pairs.Error], 1e-9);
        using var other = Cases.RandomLayer(2 * d, d, seed);
        var random = Sphericity.Of(other, gaussian, 1e-9);
        Assert.True(random.Error >= random.Floor - 1e-9);
        Close.Value(2 * d, random.Eigenvalues.Sum(), 1e-8);
    }

    [Theory]
    [InlineData(2, 1, 1.039, 0.836, 0.2208)]
    [InlineData(10, 1, 1.003, 0.948, 0.0496)]
    [InlineData(10, 2, double.NaN, double.NaN, 0.0991)]
    public void CollapsedFitsAreTheSpecifications(int d, int lost, double slope, double constant, double error)
    {
        var fit = CollapsedFit.Of(d, lost);
        Close.Value(error, fit.Error, 1e-4);
        if (double.IsNaN(slope)) return;
        Close.Values([slope, constant], [fit.Slope, fit.Constant], 1e-3);
    }
}
