using Limpid.Mahalanobis;
using Limpid.Mahalanobis.Layers;
using Limpid.Mahalanobis.Matching;
using Limpid.Mahalanobis.Reading;
using Limpid.Reproduction;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Mahalanobis;

/// <summary>T6 and T7, and the pairs found again.</summary>
public class ReluPairsTests
{
    [Theory]
    [MemberData(nameof(Cases.All), MemberType = typeof(Cases))]
    public void PairsAreTheAbsoluteValueExactly(int d, int seed)
    {
        using var scope = NewDisposeScope();
        using var gaussian = Cases.Random(d, seed);
        using var layer = WhiteningLayer.Random(gaussian, new Seed(seed));
        using var pairs = ReluPairs.Of(layer);
        var points = gaussian.Sample(40, new Seed(seed));
        var (sums, both) = (layer.call(points).detach(), pairs.call(points).detach().relu());
        var (up, down) = (both.narrow(1, 0, d), both.narrow(1, d, d));
        Assert.True(Cases.Gap(up + down, sums.abs()) == 0);
        Assert.True(Cases.Gap((up.pow(3) + down.pow(3)).pow(1.0 / 3), sums.abs()) < 1e-9);
        Assert.True(Cases.Gap(maximum(up, down), sums.abs()) == 0);
        Assert.True(Cases.Gap(both.square().sum(1).sqrt(), gaussian.Distances(points)) < 1e-9);
        using var head = new MahalanobisHead(pairs, nn.ReLU());
        Assert.True(Cases.Gap(head.call(points), gaussian.Distances(points)) < 1e-9);
        var match = GaussianReading.Of(pairs, gaussian).Precision;
        Close.Values([2, 0], [match.Scale, match.PairError], 1e-7);
        Assert.True(match.Error > 0.9);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    public void BackToAbsoluteValues(int d)
    {
        using var scope = NewDisposeScope();
        using var gaussian = Cases.Random(d, 0);
        using var layer = WhiteningLayer.Zca(gaussian);
        using var back = ReluPairs.ToAbs(ReluPairs.Of(layer));
        Assert.True(Cases.Gap(back.weight!, layer.weight!) == 0 && Cases.Gap(back.bias!, layer.bias!) == 0);
        MahalanobisEquivalence.Assert(back, gaussian);
        Assert.Contains("no mirrored partner", Assert.Throws<ArgumentException>(() => ReluPairs.ToAbs(Cases.RandomLayer(3, d, 1))).Message, StringComparison.Ordinal);
        using var uneven = Cases.Layer(new double[,] { { 1, 0 }, { -2, 0 } }, [1, -2]);
        Assert.Contains("ratio 2", Assert.Throws<ArgumentException>(() => ReluPairs.ToAbs(uneven)).Message, StringComparison.Ordinal);
        using var apart = Cases.Layer(new double[,] { { 1, 0 }, { -1, 0 } }, [1, 1]);
        Assert.Throws<ArgumentException>(() => ReluPairs.ToAbs(apart));
    }

    [Fact]
    public void ShiftedReluHoldsOneSide()
    {
        using var scope = NewDisposeScope();
        using var gaussian = Cases.Random(5, 2);
        using var layer = WhiteningLayer.Pca(gaussian);
        const int n = 20_000;
        var points = gaussian.Sample(n, new Seed(3));
        var (sums, shifted) = (layer.call(points).detach(), ReluPairs.Shifted(layer, 2).call(points).detach().relu());
        var near = sums.lt(2);
        Assert.True(where(near, shifted.neg().add(2).sub(sums), zeros_like(sums)).abs().max().item<double>() < 1e-12);
        Assert.Equal(0, where(near, zeros_like(sums), shifted).abs().max().item<double>());
        var expected = MathNet.Numerics.Distributions.Normal.CDF(0, 1, 2);
        Close.Value(expected, near.to(float64).mean().item<double>(), 4 * Math.Sqrt(expected * (1 - expected) / (5 * n)));
        Assert.Throws<ArgumentOutOfRangeException>(() => ReluPairs.Shifted(layer, double.NaN));
    }

    [Fact]
    public void PairsAreGreedyAndOneToOne()
    {
        // Row 0 is opposite to 2 and, better, to 3; 1 has none; 4 is opposite to 5 with another norm and bias; 6 is zero.
        using var layer = Cases.Layer(new double[,] { { 1, 0 }, { 0, 1 }, { -1, 0.02 }, { -2, 0 }, { 3, 3 }, { -1, -1 }, { 0, 0 } }, [1, 0, 0, 4, 0, Math.Sqrt(2), 1]);
        var pairs = MirroredPairs.Of(layer);
        Assert.Equal([(0, 3), (4, 5)], pairs.Select(pair => (pair.First, pair.Second)));
        Close.Values([-1, 2, 3], [pairs[0].Cosine, pairs[0].NormRatio, pairs[0].Gap], 1e-12);
        Close.Values([-1, 1 / 3.0, 1], [pairs[1].Cosine, pairs[1].NormRatio, pairs[1].Gap], 1e-12);
        Assert.Equal([0, 1, 2, 4, 6], MirroredPairs.KeepFirst(layer));
        using var kept = MirroredPairs.Rows(layer, [4, 1]);
        Assert.Equal([3.0, 3.0, 0.0, 1.0], Points.Numbers(kept.weight!));
        Assert.Throws<ArgumentException>(() => MirroredPairs.Rows(layer, [7]));
        Assert.Throws<ArgumentOutOfRangeException>(() => MirroredPairs.Of(layer, 0.5));
    }
}
