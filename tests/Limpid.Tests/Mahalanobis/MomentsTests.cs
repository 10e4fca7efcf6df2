using Limpid.Mahalanobis;
using Limpid.Mahalanobis.Theory;
using Limpid.Reproduction;
using MathNet.Numerics.Distributions;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Mahalanobis;

/// <summary>T10 to T12: moments of distances and the best single node, by sampling with standard errors and by closed forms.</summary>
public class MomentsTests
{
    private const int Count = 40_000;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(10)]
    [InlineData(50)]
    public void DistancesFollowChi(int d)
    {
        using var scope = NewDisposeScope();
        using var gaussian = Cases.Random(d, 1);
        var points = gaussian.Sample(Count, new Seed(d));
        double[] squares = Points.Numbers(gaussian.SquaredDistances(points)), distances = [.. squares.Select(Math.Sqrt)];
        // Four standard errors; the fourth moment of chi-squared gives that of the variance.
        Close.Value(d, squares.Average(), 4 * Math.Sqrt(2.0 * d / Count));
        Close.Value(2 * d, Variance(squares), 4 * Math.Sqrt((8.0 * d * d + 48 * d) / Count));
        Close.Value(DistanceMoments.Mean(d), distances.Average(), 4 * Math.Sqrt(DistanceMoments.Variance(d) / Count));
        // Kolmogorov and Smirnov at a level of 1e-4.
        Array.Sort(squares);
        var gap = squares.Select((square, i) => Math.Abs(ChiSquared.CDF(d, square) - (i + 0.5) / Count)).Max();
        Assert.True(gap < 2.23 / Math.Sqrt(Count), FormattableString.Invariant($"{gap}"));
        var whitened = Points.Numbers(gaussian.Whiten(points).abs());
        var n = whitened.Length;
        Close.Value(0.797885, whitened.Average(), 1e-6 + 4 * Math.Sqrt(0.36338 / n));
        Close.Value(0.363380, Variance(whitened), 1e-6 + 4 * Math.Sqrt(0.51 / n));
        Close.Value(0.682689, whitened.Count(value => value <= 1) / (double)n, 4 * Math.Sqrt(0.683 * 0.317 / n));
        Close.Value(0.954500, whitened.Count(value => value <= 2) / (double)n, 4 * Math.Sqrt(0.9545 * 0.0455 / n));
        using var layer = WhiteningLayer.Random(gaussian, new Seed(d));
        var sums = layer.call(points).detach();
        Close.Value(0, sums.mean().item<double>(), 4 / Math.Sqrt(n));
        Close.Value(1, sums.square().mean().item<double>(), 4 * Math.Sqrt(2.0 / n));
    }

    [Fact]
    public void ClosedFormsAreTheSpecifications()
    {
        Close.Values([0.429204, 0.453521, 0.486922, 0.498744], new[] { 2, 3, 10, 100 }.Select(DistanceMoments.Variance), 1e-6);
        Close.Values([1, 1.27324, 1.5, 1.875, 2.58690, 7.99882], new[] { 1, 2, 3, 5, 10, 100 }.Select(DistanceMoments.SumRatio), 1e-5);
        Close.Values([0.797885, 0.363380], [DistanceMoments.ComponentMean, DistanceMoments.ComponentVariance], 1e-6);
        Close.Values([1.273240, 0.378861, 1.189431], [SingleNode.Slope(2), SingleNode.AbsError(2), SingleNode.ReluError(2)], 1e-6);
        Close.Values([0, 0.75, 3.308], [SingleNode.AbsError(1), SingleNode.AbsError(3), SingleNode.AbsError(10)], 1e-3);
        Close.Value(1.621, Math.Pow(SingleNode.Slope(2), 2), 1e-3);
        Assert.Throws<ArgumentOutOfRangeException>(() => DistanceMoments.Mean(0));
    }

    [Theory]
    [MemberData(nameof(Cases.All), MemberType = typeof(Cases))]
    public void SumsBoundTheDistance(int d, int seed)
    {
        using var scope = NewDisposeScope();
        using var gaussian = Cases.Random(d, seed);
        var points = gaussian.Sample(200, new Seed(seed));
        var (distances, sums) = (gaussian.Distances(points), gaussian.Whiten(points).abs().sum(1));
        Assert.True(sums.ge(distances.mul(1 - 1e-12)).all().ToBoolean() && sums.le(distances.mul(Math.Sqrt(d) * (1 + 1e-12))).all().ToBoolean());
        if (d == 1) return;
        // Unlike the length, the sum depends on the rotation.
        using var turned = WhiteningLayer.Random(gaussian, new Seed(seed));
        Assert.True(Cases.Gap(turned.call(points).abs().sum(1), sums) > 1e-3);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(10)]
    public void NoDirectionAndNoOtherSlopeOfANodeIsBetter(int d)
    {
        using var scope = NewDisposeScope();
        using var gaussian = Cases.Random(d, 3);
        var points = gaussian.Sample(Count, new Seed(2));
        var (distances, slope) = (gaussian.Distances(points), SingleNode.Slope(d));
        double Error(Tensor outputs) => outputs.sub(distances).square().mean().item<double>();
        double Spread(Tensor outputs) => outputs.sub(distances).square().std().item<double>() / Math.Sqrt(Count);
        for (var seed = 0; seed < 3; seed++)
        {
            using var layer = WhiteningLayer.Random(gaussian, new Seed(seed));
            var sums = layer.call(points).detach().select(1, 0);
            Close.Value(SingleNode.AbsError(d), Error(sums.mul(slope).abs()), 4 * Spread(sums.mul(slope).abs()));
            Close.Value(SingleNode.ReluError(d), Error(sums.mul(slope).relu()), 4 * Spread(sums.mul(slope).relu()));
            foreach (var factor in new[] { 0.9, 1.1 }) Assert.True(Error(sums.mul(slope * factor).abs()) > Error(sums.mul(slope).abs()));
        }
        Assert.Equal(d == 2, SingleNode.AbsError(d) < DistanceMoments.Variance(d));
        Assert.True(SingleNode.ReluError(d) > DistanceMoments.Variance(d));
    }

    private static double Variance(double[] values)
    {
        var mean = values.Average();
        return values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1);
    }
}
