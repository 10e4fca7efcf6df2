using Limpid.Mahalanobis;
using Limpid.Mahalanobis.Matching;
using Limpid.Reproduction;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Mahalanobis;

/// <summary>T1 to T5: whitening layers give the distance, all of them, and no others.</summary>
public class WhiteningLayerTests
{
    [Theory]
    [MemberData(nameof(Cases.All), MemberType = typeof(Cases))]
    public void LengthIsTheDistance(int d, int seed)
    {
        using var scope = NewDisposeScope();
        using var gaussian = Cases.Random(d, seed);
        var points = gaussian.Sample(30, new Seed(seed + 1)).mul(2);
        var slow = Cases.SlowDistances(gaussian, points);
        foreach (var (_, layer) in Cases.Whitenings(gaussian, seed)) Close.Values(slow.Select(_ => 1.0), Cases.Lengths(layer, points).Zip(slow, (length, distance) => length / distance), 1e-9);
    }

    [Theory]
    [MemberData(nameof(Cases.All), MemberType = typeof(Cases))]
    public void RowsOfThePcaLayerAreTheComponents(int d, int seed)
    {
        using var scope = NewDisposeScope();
        using var gaussian = Cases.Random(d, seed);
        var points = gaussian.Sample(20, new Seed(seed));
        var sums = WhiteningLayer.Pca(gaussian).call(points).detach();
        for (var i = 0; i < d; i++)
        {
            var slow = points.sub(gaussian.Mean).mv(gaussian.Eigenvectors.select(1, i)).div(Math.Sqrt(gaussian.Eigenvalues[i])).abs();
            Assert.True(Cases.Gap(slow, sums.select(1, i).abs()) < 1e-10);
        }
        Assert.True(Cases.Gap(sums.square().sum(1), gaussian.SquaredDistances(points)) < 1e-9);
    }

    [Theory]
    [MemberData(nameof(Cases.All), MemberType = typeof(Cases))]
    public void RowPrecisionsAndInvariants(int d, int seed)
    {
        using var scope = NewDisposeScope();
        using var gaussian = Cases.Random(d, seed);
        var (trace, one) = (gaussian.Eigenvalues.Sum(value => 1 / value), eye(d, dtype: float64));
        foreach (var (name, layer) in Cases.Whitenings(gaussian, seed))
        {
            var weight = layer.weight!.detach();
            Assert.True(Cases.Gap(weight.mm(gaussian.Covariance).mm(weight.t()), one) < 1e-10, name);
            Assert.True(Cases.Gap(weight.t().mm(weight).mm(gaussian.Covariance), one) < 1e-9, name);
            var squares = Points.Numbers(weight.square().sum(1));
            var directed = Points.Numbers(weight.mm(gaussian.Covariance).mul(weight).sum(1));
            Close.Values(squares.Select(_ => 1.0), directed, 1e-11);
            foreach (var square in squares) Assert.InRange(1 / square, gaussian.Eigenvalues[^1] * (1 - 1e-9), gaussian.Eigenvalues[0] * (1 + 1e-9));
            Close.Value(1, squares.Sum() / trace, 1e-10);
            Close.Value(-gaussian.LogDeterminant, 2 * linalg.slogdet(weight).Item2.item<double>(), 1e-9 * d);
            Close.Value(0, linalg.norm(weight.mv(gaussian.Mean).add(layer.bias!.detach())).item<double>(), 1e-10);
        }
    }

    [Fact]
    public void NamedMembersAreWhatTheySay()
    {
        using var scope = NewDisposeScope();
        using var gaussian = Cases.Random(6, 4);
        var named = Cases.Whitenings(gaussian, 4).ToDictionary(one => one.Name, one => one.Layer);
        Assert.True(Cases.Gap(WhitenedRows.Of(named["PCA"], gaussian), eye(6, dtype: float64)) < 1e-10);
        Assert.True(Cases.Gap(WhitenedRows.Of(named["ZCA"], gaussian), gaussian.Eigenvectors) < 1e-10);
        var zca = named["ZCA"].weight!.detach();
        Assert.True(Cases.Gap(zca, zca.t()) < 1e-10);
        var cholesky = named["Cholesky"].weight!.detach();
        Assert.True(Cases.Gap(cholesky, cholesky.triu()) == 0 && cholesky.diagonal().gt(0).all().ToBoolean());
        var precision = linalg.inv(gaussian.Covariance);
        Assert.True(Cases.Gap(cholesky.t(), linalg.cholesky(precision)) < 1e-9);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(10)]
    public void OrthogonalRowsMeanPca(int d)
    {
        using var scope = NewDisposeScope();
        using var gaussian = Cases.Random(d, 2);
        double LargestCosine(TorchSharp.Modules.Linear layer)
        {
            var rows = layer.weight!.detach();
            rows = rows / rows.square().sum(1, keepdim: true).sqrt();
            return rows.mm(rows.t()).sub(eye(d, dtype: float64)).abs().max().item<double>();
        }

        Assert.True(LargestCosine(WhiteningLayer.Pca(gaussian)) < 1e-10);
        var signed = eye(d, dtype: float64).flip(0);
        signed[0].neg_();
        Assert.True(LargestCosine(WhiteningLayer.Rotated(gaussian, signed)) < 1e-10);
        for (var seed = 0; seed < 5; seed++) Assert.True(LargestCosine(WhiteningLayer.Random(gaussian, new Seed(seed))) > 0.05);
    }

    [Fact]
    public void NoOtherMatrixGivesTheDistance()
    {
        using var scope = NewDisposeScope();
        using var gaussian = Cases.Random(5, 1);
        var layer = WhiteningLayer.Random(gaussian, new Seed(1));
        MahalanobisEquivalence.Assert(layer, gaussian);
        foreach (var (change, expected) in new (Action<Tensor, Tensor>, string)[] { ((w, b) => w[0].mul_(1.01), "precision"), ((w, b) => b.add_(0.01), "centring") })
        {
            var (weight, bias) = (layer.weight!.detach().clone(), layer.bias!.detach().clone());
            change(weight, bias);
            var failure = Assert.Throws<MahalanobisEquivalenceException>(() => MahalanobisEquivalence.Assert(LinearRows.Layer(weight, bias), gaussian, 1e-6));
            Assert.Equal(1e-6, failure.Tolerance);
            Assert.True(failure.Residuals.Points > 1e-4);
            Assert.True((expected == "precision" ? failure.Residuals.Precision : failure.Residuals.Centring) > 1e-3);
        }
        // More rows than inputs can hold the distance too: each row twice at 1 / sqrt 2.
        var (w, b) = (layer.weight!.detach().div(Math.Sqrt(2)), layer.bias!.detach().div(Math.Sqrt(2)));
        MahalanobisEquivalence.Assert(LinearRows.Layer(cat([w, w], 0), cat([b, b], 0)), gaussian);
        Assert.Throws<MahalanobisEquivalenceException>(() => MahalanobisEquivalence.Assert(LinearRows.Layer(layer.weight!.narrow(0, 0, 4), layer.bias!.narrow(0, 0, 4)), gaussian));
    }

    [Fact]
    public void RotationsAreOrthogonalAndChecked()
    {
        using var scope = NewDisposeScope();
        var one = RandomMatrices.Orthogonal(7, new Seed(3));
        Assert.True(Cases.Gap(one.mm(one.t()), eye(7, dtype: float64)) < 1e-12);
        Assert.True(one.Same(RandomMatrices.Orthogonal(7, new Seed(3))));
        // Uniform over O(d): both signs of the determinant.
        var signs = Enumerable.Range(0, 20).Select(seed => linalg.slogdet(RandomMatrices.Orthogonal(3, new Seed(seed))).Item1.item<double>()).Distinct().Order();
        Assert.Equal([-1.0, 1.0], signs);
        using var gaussian = Cases.Random(2, 0);
        Assert.Throws<ArgumentException>(() => WhiteningLayer.Rotated(gaussian, tensor(new double[,] { { 1, 0.1 }, { 0, 1 } })));
        Assert.Throws<ArgumentException>(() => WhiteningLayer.Rotated(gaussian, eye(3)));
        Close.Value(1, linalg.eigvalsh(RandomMatrices.Covariance(9, new Seed(2)))[-1].item<double>(), 1e-12);
    }

    [Fact]
    public void LayersAreModulesOfTheTypeAskedFor()
    {
        using var gaussian = Cases.OneNode();
        using var layer = WhiteningLayer.Zca(gaussian, float32);
        Assert.Equal((float32, 2L, 2L, 2), (layer.weight!.dtype, layer.in_features, layer.out_features, layer.parameters().Count()));
        Assert.True(layer.weight!.requires_grad);
        Assert.Equal([1.0, 1.0], AxisMatching.Of(WhiteningLayer.Pca(gaussian), gaussian).Select(match => Math.Round(match.Cosine, 12)));
    }
}
