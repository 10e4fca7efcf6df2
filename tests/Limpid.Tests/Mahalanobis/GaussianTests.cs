using Limpid.Mahalanobis;
using Limpid.Reproduction;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Mahalanobis;

/// <summary>Fit, conditioning, distances against a slow twin and scikit-learn, degenerate inputs.</summary>
public class GaussianTests
{
    [Fact]
    public void MatchesTheHandCase()
    {
        using var gaussian = Cases.OneNode();
        // Sigma^-1 = [[1, 1], [1, 2]]: offsets (1, 0), (0, 1), (1, 1), (-1, 1) have squares 1, 2, 5, 1.
        using var squares = gaussian.SquaredDistances(tensor(new double[,] { { 4, 2 }, { 3, 3 }, { 4, 3 }, { 2, 3 }, { 3, 2 } }));
        Close.Values([1, 2, 5, 1, 0], Points.Numbers(squares), 1e-12);
        var root = Math.Sqrt(5);
        Close.Values([(3 + root) / 2, (3 - root) / 2], gaussian.Eigenvalues, 1e-12);
        Close.Value((3 + root) / (3 - root), gaussian.ConditionNumber, 1e-11);
        Close.Value(0, gaussian.LogDeterminant, 1e-12);
        Assert.Equal(2, gaussian.Rank);
    }

    [Theory]
    [MemberData(nameof(Cases.All), MemberType = typeof(Cases))]
    public void DistancesMatchASlowTwin(int d, int seed)
    {
        using var scope = NewDisposeScope();
        using var gaussian = Cases.Random(d, seed);
        var points = gaussian.Sample(50, new Seed(seed)).mul(3);
        var slow = Cases.SlowDistances(gaussian, points);
        Close.Values(slow.Select(_ => 1.0), Points.Numbers(gaussian.Distances(points)).Zip(slow, (fast, twin) => fast / twin), 1e-10);
        Close.Values(slow.Select(value => value * value), Points.Numbers(gaussian.Whiten(points).square().sum(1)), 1e-9 * slow.Max() * slow.Max());
    }

    [Fact]
    public void BlocksDoNotShow()
    {
        using var scope = NewDisposeScope();
        using var gaussian = Cases.Random(3, 1);
        var points = gaussian.Sample(5000, new Seed(1)).to(float32);
        var all = gaussian.Distances(points);
        for (var first = 0; first < 5000; first += 1234)
            Assert.True(Cases.Gap(gaussian.Distances(points.narrow(0, first, 60)), all.narrow(0, first, 60)) < 1e-12);
        Assert.Equal(0, gaussian.Distances(points.narrow(0, 0, 0)).numel());
    }

    [Theory]
    [InlineData(7, 3)]
    [InlineData(5000, 2)]
    [InlineData(4097, 300)]
    public void CovarianceMatchesItsFormula(int n, int d)
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(3);
        // A mean far off shows whether digits were lost.
        var data = empty([n, d], dtype: float32).normal_(0, 1, generator).add(1000);
        var centred = data.to(float64).sub(data.to(float64).mean([0L]));
        foreach (var correction in new[] { 0, 1 })
        {
            var (mean, covariance) = CovarianceSum.Of(data, correction);
            Assert.True(Cases.Gap(mean, data.to(float64).mean([0L])) < 1e-9);
            Assert.True(Cases.Gap(covariance, centred.t().mm(centred).div(n - correction)) < 1e-10 * d);
        }
    }

    [Fact]
    public void MatchesScikitLearn()
    {
        using var scope = NewDisposeScope();
        var (x, points) = (Recorded.Matrix("x"), Recorded.Matrix("new"));
        using var fitted = Gaussian.Fit(x);
        Close.Values(Recorded.Numbers("mean"), Points.Numbers(fitted.Mean), 1e-12);
        Close.Values(Recorded.Numbers("covariance"), Points.Numbers(fitted.Covariance), 1e-12);
        Close.Values(Recorded.Numbers("mahalanobis"), Points.Numbers(fitted.SquaredDistances(points)), 1e-9);
        using var shrunk = Gaussian.Fit(x, Conditioning.Shrinkage(0.2));
        Close.Values(Recorded.Numbers("shrunk"), Points.Numbers(shrunk.Covariance), 1e-12);
        Close.Values(Recorded.Numbers("shrunk_mahalanobis"), Points.Numbers(shrunk.SquaredDistances(points)), 1e-9);
        using var unbiased = Gaussian.Fit(x, correction: 1);
        Close.Values(Recorded.Numbers("pca_variances"), unbiased.Eigenvalues, 1e-10);
        Close.Values(Recorded.Numbers("pca_components"), Points.Numbers(unbiased.Eigenvectors.t()), 1e-9);
        Close.Values(Recorded.Numbers("pca_whitened"), Points.Numbers(unbiased.Whiten(points)), 1e-9);
    }

    [Fact]
    public void FewerPointsThanDimensionsNeedAConditioning()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(5);
        var data = empty([5, 10], dtype: float64).normal_(0, 1, generator);
        Assert.Contains("5 points in 10 dimensions", Assert.Throws<SingularCovarianceException>(() => Gaussian.Fit(data)).Message, StringComparison.Ordinal);
        using var floored = Gaussian.Fit(data, Conditioning.EigenvalueFloor(1e-3));
        Assert.Equal(4, floored.Rank);
        Close.Value(1000, floored.ConditionNumber, 1e-6);
        Assert.Equal(5, floored.Samples);
        Close.Values([.. floored.Eigenvalues.Take(4), .. Enumerable.Repeat(floored.Eigenvalues[0] * 1e-3, 6)], Points.Numbers(linalg.eigvalsh(floored.Covariance)).Reverse(), 1e-12);
        using var shrunk = Gaussian.Fit(data, Conditioning.Shrinkage(0.1));
        Assert.Equal(4, shrunk.Rank);
        Close.Values(shrunk.Eigenvalues, Points.Numbers(linalg.eigvalsh(shrunk.Covariance)).Reverse(), 1e-12);
    }

    // Rounding leaves the least pivot of about half of these positive, and of one in eight far above the size of rounding (150 is more than one block of columns).
    [Theory]
    [InlineData(3, 3, 3, 1)]
    [InlineData(2, 2, 3, 1)]
    [InlineData(10, 2, 3, 1)]
    [InlineData(50, 4, 5, 1)]
    [InlineData(50, 4, 5, 1e4)]
    [InlineData(100, 9, 10, 1)]
    [InlineData(300, 149, 150, 1)]
    [InlineData(9000, 2, 3, 1e3)]
    public void PointsInAPlaneAreRefusedHoweverTheyRound(int points, int rank, int dimension, double offset)
    {
        using var generator = new Generator(7);
        for (var k = 0; k < 200; k++)
        {
            using var scope = NewDisposeScope();
            var data = empty([points, rank], dtype: float64).uniform_(0, 1, generator);
            if (rank < dimension) data = data.mm(empty([rank, dimension], dtype: float64).normal_(0, 1, generator));
            Assert.Throws<SingularCovarianceException>(() => Gaussian.Fit(data + offset));
        }
    }

    // The rounding of the mean, once per point, must not count as variance.
    [Theory]
    [InlineData(2, 2, 1e9)]
    [InlineData(3, 5, 1e10)]
    [InlineData(5, 5, 1e12)]
    public void FarFromZeroTooFewPointsAreRefused(int points, int dimension, double offset)
    {
        using var generator = new Generator(8);
        for (var k = 0; k < 100; k++)
        {
            using var scope = NewDisposeScope();
            var data = empty([points, dimension], dtype: float64).normal_(0, 1, generator).add(offset);
            Assert.Throws<SingularCovarianceException>(() => Gaussian.Fit(data));
            using var floored = Gaussian.Fit(data, Conditioning.EigenvalueFloor(0.1));
            Assert.InRange(floored.Rank, 1, points - 1);
        }
    }

    [Theory]
    [InlineData(1e3)]
    [InlineData(1e6)]
    [InlineData(1e9)]
    [InlineData(1e12)]
    public void TheUnitsOfAVariableDecideNothing(double unit)
    {
        using var scope = NewDisposeScope();
        var (correlation, mean) = (tensor(new double[,] { { 1, .5, .3 }, { .5, 1, .4 }, { .3, .4, 1 } }), zeros([3], dtype: float64));
        var points = tensor(new double[,] { { 1, 0, 0 }, { 0, -2, 1 }, { .3, .2, .1 } });
        using var plain = Gaussian.Of(mean, correlation);
        foreach (var scales in new[] { new[] { 1, 2, unit }, [unit, 1, 2], [2, unit, 0.01] })
        {
            var s = tensor(scales);
            using var scaled = Gaussian.Of(mean, s.outer(s).mul(correlation));
            Close.Values(Points.Numbers(plain.SquaredDistances(points)), Points.Numbers(scaled.SquaredDistances(points * s)), 1e-12);
            Close.Values(Points.Numbers(plain.SquaredDistances(points)), Points.Numbers(scaled.Whiten(points * s).square().sum(1)), 1e-9);
            Close.Value(scaled.LogDeterminant, scaled.Eigenvalues.Sum(Math.Log), 1e-9);
            Close.Values(Points.Numbers(eye(3, dtype: float64)), Points.Numbers(scaled.Eigenvectors.t().mm(scaled.Eigenvectors)), 1e-12);
        }
    }

    [Theory]
    [InlineData(5, 200, 1e-14)]
    [InlineData(10, 30, 1e-12)]
    [InlineData(3, 5, 1e-16)]
    [InlineData(40, 20, 1e-3)]
    public void AFloorHoweverSmallIsUsedAsItIs(int points, int dimension, double floor)
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(9);
        var data = empty([points, dimension], dtype: float64).normal_(0, 1, generator);
        using var gaussian = Gaussian.Fit(data, Conditioning.EigenvalueFloor(floor));
        // More points than dimensions leave no variance for the floor to raise.
        if (points > dimension) Assert.InRange(gaussian.ConditionNumber, 1, 1 / floor);
        else Close.Value(1, gaussian.ConditionNumber * floor, 1e-9);
        var others = empty([7, dimension], dtype: float64).normal_(0, 1, generator);
        var along = others.sub(gaussian.Mean).mm(gaussian.Eigenvectors);
        var expected = along.square().div(tensor(gaussian.Eigenvalues.ToArray())).sum(1);
        Close.Values(Enumerable.Repeat(1.0, 7), Points.Numbers(gaussian.SquaredDistances(others).div(expected)), 1e-7);
        Close.Value(gaussian.Eigenvalues.Sum(Math.Log), gaussian.LogDeterminant, 1e-8);
        Assert.True(gaussian.Factor.diagonal().gt(0).all().ToBoolean() && gaussian.Factor.triu(1).eq(0).all().ToBoolean());
        Close.Values(Points.Numbers(gaussian.Covariance), Points.Numbers(gaussian.Factor.mm(gaussian.Factor.t())), 1e-13 * dimension);
    }

    [Fact]
    public void UnitsAndNearDependenceAreNotRefused()
    {
        using var scope = NewDisposeScope();
        var mean = zeros([2], dtype: float64);
        using var units = Gaussian.Of(mean, tensor(new double[,] { { 1e12, 0 }, { 0, 1e-12 } }));
        Close.Value(Math.Sqrt(2), units.Distances(tensor(new double[,] { { 1e6, 1e-6 } })).ToDouble(), 1e-12);
        // Two variables that share all but 1e-10 of their variance: 2 / (2 - 1e-10) along their sum.
        using var close = Gaussian.Of(mean, tensor(new double[,] { { 1, 1 - 1e-10 }, { 1 - 1e-10, 1 } }));
        Close.Value(2 / (2 - 1e-10), close.SquaredDistances(tensor(new double[,] { { 1, 1 } })).ToDouble(), 1e-5);
    }

    [Fact]
    public void RefusesWhatIsNoGaussian()
    {
        using var scope = NewDisposeScope();
        var mean = zeros([2], dtype: float64);
        Assert.Throws<SingularCovarianceException>(() => Gaussian.Of(mean, tensor(new double[,] { { 1, 1 }, { 1, 1 } })));
        Assert.Throws<SingularCovarianceException>(() => Gaussian.Of(mean, zeros([2, 2], dtype: float64)));
        Assert.Throws<SingularCovarianceException>(() => Gaussian.Of(mean, zeros([2, 2], dtype: float64), Conditioning.EigenvalueFloor(0.1)));
        Assert.Throws<SingularCovarianceException>(() => Gaussian.Fit(ones([4, 3]), Conditioning.Shrinkage(0.5)));
        Assert.Contains("below 0", Assert.Throws<ArgumentException>(() => Gaussian.Of(mean, tensor(new double[,] { { 1, 2 }, { 2, 1 } }))).Message, StringComparison.Ordinal);
        Assert.Contains("below 0", Assert.Throws<ArgumentException>(() => Gaussian.Of(mean, tensor(new double[,] { { 1, 2 }, { 2, 1 } }), Conditioning.EigenvalueFloor(0.1))).Message, StringComparison.Ordinal);
        var three = zeros([3], dtype: float64);
        Assert.Contains("transpose", Assert.Throws<ArgumentException>(() => Gaussian.Of(three, tensor(new double[,] { { 1, .9, 0 }, { -.9, 1, 0 }, { 0, 0, 1e9 } }))).Message, StringComparison.Ordinal);
        Assert.Contains("variance -1;", Assert.Throws<ArgumentException>(() => Gaussian.Of(mean, tensor(new double[,] { { -1, 0 }, { 0, 1e9 } }), Conditioning.EigenvalueFloor(1e-6))).Message, StringComparison.Ordinal);
        Assert.Contains("transpose", Assert.Throws<ArgumentException>(() => Gaussian.Of(mean, tensor(new double[,] { { 1, 0.5 }, { 0, 1 } }))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Gaussian.Of(mean, eye(3)));
        Assert.Throws<ArgumentException>(() => Gaussian.Of(zeros([2, 1]), eye(2)));
        Assert.Throws<ArgumentException>(() => Gaussian.Fit(ones([1, 3])));
        Assert.Throws<ArgumentException>(() => Gaussian.Fit(tensor(new[] { double.NaN, 1, 2, 3 }).view(2, 2)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Gaussian.Fit(ones([4, 3]), correction: 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => Conditioning.EigenvalueFloor(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Conditioning.Shrinkage(1));
        using var gaussian = Cases.OneNode();
        Assert.Throws<ArgumentException>(() => gaussian.Distances(ones([4, 3])));
        Assert.Throws<ArgumentException>(() => gaussian.Distances(tensor(new[] { double.PositiveInfinity, 1 }).view(1, 2)));
        Assert.Throws<ArgumentOutOfRangeException>(() => gaussian.Sample(0, default));
    }

    [Fact]
    public void BadlyScaledIsNotSingular()
    {
        using var gaussian = Gaussian.Of(zeros([2], dtype: float64), tensor(new double[,] { { 1e-20, 0 }, { 0, 1 } }));
        using var distances = gaussian.Distances(tensor(new double[,] { { 2e-10, 0 }, { 0, 3 } }));
        Close.Values([2, 3], Points.Numbers(distances), 1e-12);
    }

    [Fact]
    public void LogDensityIsThatOfNormals()
    {
        using var gaussian = Gaussian.Of(tensor(new double[] { 1, -2 }), tensor(new double[,] { { 4, 0 }, { 0, 9 } }));
        using var log = gaussian.LogDensity(tensor(new double[,] { { 2, 1 } }));
        Close.Value(MathNet.Numerics.Distributions.Normal.PDFLn(1, 2, 2) + MathNet.Numerics.Distributions.Normal.PDFLn(-2, 3, 1), log.item<double>(), 1e-12);
    }

    [Fact]
    public void LeavesItsInputsAlone()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(6);
        var data = empty([40, 4]).normal_(2, 1, generator).requires_grad_();
        var before = data.detach().clone();
        using var gaussian = Gaussian.Fit(data, Conditioning.EigenvalueFloor(1e-3));
        using var distances = gaussian.Distances(data);
        Assert.Equal((true, false, true), (before.Same(data.detach()), distances.requires_grad, data.requires_grad));
        var (mean, covariance) = (gaussian.Mean.clone(), gaussian.Covariance.clone());
        using var copy = Gaussian.Of(mean, covariance);
        _ = copy.Eigenvalues;
        Assert.True(mean.Same(gaussian.Mean) && covariance.Same(gaussian.Covariance));
    }
}
