using Limpid.Mahalanobis;
using Limpid.Mahalanobis.Planes;
using Limpid.Mahalanobis.Theorems;
using Limpid.Mahalanobis.Theory;
using Limpid.Reproduction;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Mahalanobis.Theorems;

/// <summary>What the lesson's checks are made of.</summary>
public class TheoremToolTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(10)]
    public void DistancesAloneDetermineTheGaussian(int d)
    {
        using var scope = NewDisposeScope();
        using var gaussian = Cases.Random(d, 1);
        var points = gaussian.Sample(2 * QuadraticFit.Needed(d), new Seed(1));
        var fit = QuadraticFit.Of(points, gaussian.SquaredDistances(points));
        Close.Values(Points.Numbers(linalg.inv(gaussian.Covariance)), fit.Matrix, 1e-5);
        Close.Values(Points.Numbers(gaussian.Mean), fit.Centre, 1e-6);
        Close.Value(0, fit.Offset, 1e-6);
        Assert.Throws<ArgumentException>(() => QuadraticFit.Of(points.narrow(0, 0, QuadraticFit.Needed(d) - 1), points.narrow(0, 0, QuadraticFit.Needed(d) - 1).sum(1)));
    }

    [Fact]
    public void AQuadraticByHand()
    {
        using var scope = NewDisposeScope();
        // 3 (x - 2)^2 + 5.
        var fit = QuadraticFit.Of(tensor(new double[,] { { 0 }, { 1 }, { 4 } }), tensor(new double[] { 17, 8, 17 }));
        Close.Values([3, 2, 5], [fit.Matrix[0], fit.Centre[0], fit.Offset], 1e-10);
    }

    [Fact]
    public void GaussiansAreTheirSeeds()
    {
        using var scope = NewDisposeScope();
        var (few, many) = (RandomGaussians.Draw([3], 1, new Seed(5)), RandomGaussians.Draw([2, 3], 2, new Seed(5)));
        Assert.Equal([2, 2, 3, 3], many.Select(gaussian => gaussian.Dimension));
        Assert.True(few[0].Mean.Same(many[2].Mean) && few[0].Covariance.Same(many[2].Covariance) && !many[2].Mean.Same(many[3].Mean));
        Assert.All(many, gaussian => Close.Value(1, gaussian.Eigenvalues[0], 1e-10));
        foreach (var gaussian in few.Concat(many)) gaussian.Dispose();
    }

    [Fact]
    public void SweepsCountChangedDecisions()
    {
        using var scope = NewDisposeScope();
        // Scores c |x| + 0 and 1: class 0 where |x| is above 1 / c.
        using var first = Cases.Layer(new double[,] { { 1 } }, [0]);
        using var second = Cases.Layer(new double[,] { { 1 }, { 0 } }, [0, 1]);
        var points = tensor(new double[] { 0.5, 2, -3, 0.9 }).view(4, 1);
        Close.Values([0.5, 0, 0.25, 0.5], ScaleSweep.Changed(first, s => s.abs(), second, points, [0.1, 1, 1.5, 100], bias: true), 1e-12);
        Assert.Equal([0.0, 0.0], ScaleSweep.Changed(first, s => s.abs(), second, points, [0.1, 100], bias: false));
        Assert.Throws<ArgumentOutOfRangeException>(() => ScaleSweep.Changed(first, s => s, second, points, [0], bias: true));
        Assert.Throws<ArgumentException>(() => ScaleSweep.Changed(first, s => s, second, points.narrow(0, 0, 0), [1], bias: true));
    }

    [Fact]
    public void MomentsScoreOwnPointsLowAndOthersHigh()
    {
        using var scope = NewDisposeScope();
        using var gaussian = Cases.Random(4, 2);
        var points = gaussian.Sample(20_000, new Seed(1));
        Assert.All(MomentScores.Of(gaussian, points).All, score => Assert.InRange(score, -5, 5));
        Assert.All(MomentScores.Of(gaussian, points.sub(gaussian.Mean).mul(1.1).add(gaussian.Mean)).All, score => Assert.True(Math.Abs(score) > 5));
    }

    [Fact]
    public void NodesAreFitted()
    {
        using var scope = NewDisposeScope();
        var fit = NodeFit.Of(tensor(new double[] { 1, 2, 0 }), tensor(new double[] { 3, 3, 1 }));
        // a = (3 + 6) / 5; residuals -1.2, 0.6, -1.
        Close.Values([1.8, (1.44 + 0.36 + 1) / 3], [fit.Slope, fit.Error], 1e-12);
        using var gaussian = Cases.Random(3, 1);
        var points = gaussian.Sample(20_000, new Seed(2));
        var node = NodeFit.Of(gaussian.Whiten(points).select(1, 0).abs(), gaussian.Distances(points));
        Close.Value(SingleNode.AbsError(3), node.Error, 5 * node.StandardError);
        Assert.Throws<ArgumentException>(() => NodeFit.Of(zeros([3]), ones([3])));
    }

    [Fact]
    public void ImagesComputeTheSame()
    {
        using var scope = NewDisposeScope();
        using var gaussian = Cases.OneNode();
        using var layer = Cases.RandomLayer(3, 2, 1);
        // x' = (2 x + y + 1, 3 y - 2).
        var (a, t) = (tensor(new double[,] { { 2, 1 }, { 0, 3 } }), tensor(new double[] { 1, -2 }));
        var image = AffineImage.Of(gaussian, layer, a, t);
        Close.Values([9, 4], Points.Numbers(image.Gaussian.Mean), 1e-12);
        Close.Values([5, -3, -3, 9], Points.Numbers(image.Gaussian.Covariance), 1e-12);
        var points = gaussian.Sample(10, new Seed(1));
        Assert.True(Cases.Gap(image.Layer.call(points.mm(a.t()).add(t)), layer.call(points)) < 1e-12);
        Assert.Throws<ArgumentException>(() => AffineImage.Of(gaussian, layer, eye(3), t));
        Assert.Throws<ArgumentException>(() => AffineImage.Of(gaussian, layer, a, zeros([3])));
    }

    [Fact]
    public void DeviationsAreLargest()
    {
        using var scope = NewDisposeScope();
        var (a, b) = (tensor(new double[] { 1, 2 }), tensor(new double[] { 1, 4 }));
        Assert.Equal((2.0, 0.5, 0.0), (Deviation.Largest(a, b), Deviation.Relative(a, b), Deviation.Relative(zeros([2]), zeros([2]))));
    }

    [Fact]
    public void EllipsesHaveOneDistance()
    {
        using var scope = NewDisposeScope();
        using var gaussian = Cases.OneNode();
        var curve = Ellipse.Of(gaussian, 2, 12);
        Close.Values(Enumerable.Repeat(2.0, 13), Points.Numbers(gaussian.Distances(tensor(curve))), 1e-10);
        Assert.Equal((curve[0, 0], curve[0, 1]), (curve[12, 0], curve[12, 1]));
        using var layer = WhiteningLayer.Pca(gaussian);
        var view = PlaneNeurons.View(layer, gaussian, gaussian.Sample(5, new Seed(0)), 1);
        Assert.Equal((5, 2, 3, 1), (view.Points.GetLength(0), view.Lines.Count, view.Curves!.Count, view.Lines[0].Group));
        // Both lines pass through the mean, from which the arrows start.
        Assert.All(view.Lines, line => Close.Value(0, line.X * view.Origin.X + line.Y * view.Origin.Y + line.Bias, 1e-10));
        using var other = Cases.Random(3, 0);
        Assert.Throws<ArgumentException>(() => Ellipse.Of(other, 1));
        Assert.Throws<ArgumentException>(() => PlaneNeurons.Of(WhiteningLayer.Pca(other)));
    }
}
