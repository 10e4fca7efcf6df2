using System.Collections.Immutable;
using Limpid.Mahalanobis;
using Limpid.Mahalanobis.Mixtures;
using Limpid.Reproduction;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Mahalanobis;

/// <summary>Mixtures: T16, expectation maximisation against scikit-learn and its own promise, k-means, starts of layers.</summary>
public class MixtureTests
{
    private static GaussianMixture Random(int d, int seed) => GaussianMixture.Of([0.5, 0.2, 0.3], [.. Enumerable.Range(0, 3).Select(k => Cases.Random(d, 10 * seed + k))]);

    private static GaussianMixture Fit(Tensor data, int components, Seed seed, MixtureOptions? options = null) =>
        GaussianMixture.Fit(data, components, seed, options, TestContext.Current.CancellationToken);

    private static KMeans Cluster(Tensor data, int clusters, Seed seed, int restarts = 1) => KMeans.Fit(data, clusters, seed, restarts, cancellation: TestContext.Current.CancellationToken);

    [Theory]
    [MemberData(nameof(Cases.All), MemberType = typeof(Cases))]
    public void TheNetworkOfAMixtureIsTheMixture(int d, int seed)
    {
        using var scope = NewDisposeScope();
        using var mixture = Random(d, seed);
        var (points, labels) = mixture.Sample(60, new Seed(seed));
        var joint = mixture.LogJoint(points);
        foreach (var whiten in new Func<Gaussian, TorchSharp.Modules.Linear>[] { gaussian => WhiteningLayer.Pca(gaussian), gaussian => WhiteningLayer.Random(gaussian, new Seed(seed)) })
        {
            using var network = new MixtureNetwork(mixture, whiten);
            var logits = network.call(points).detach();
            Assert.True(logits.softmax(1).sub(mixture.Responsibilities(points)).abs().max().item<double>() < 1e-8);
            // The logits differ from the joint densities by one constant.
            Assert.True(logits.sub(joint).sub(d * Math.Log(2 * Math.PI) / 2).abs().max().item<double>() < 1e-7);
            using var back = network.ToMixture();
            Close.Values(mixture.Weights, back.Weights, 1e-8);
            Assert.All(mixture.Components.Zip(back.Components), pair => Assert.True(Cases.Gap(pair.First.Mean, pair.Second.Mean) < 1e-7 && Cases.Gap(pair.First.Covariance, pair.Second.Covariance) < 1e-7));
        }
        Assert.Equal(60, labels.numel());
        Close.Values(Enumerable.Repeat(1.0, 60), Points.Numbers(mixture.Responsibilities(points).sum(1)), 1e-12);
    }

    [Fact]
    public void LikelihoodIsThatOfTheDensity()
    {
        using var scope = NewDisposeScope();
        using var mixture = Random(2, 1);
        var points = mixture.Sample(20, new Seed(1)).Points;
        var slow = 0.0;
        for (var i = 0; i < 20; i++)
        {
            var density = 0.0;
            foreach (var (component, weight) in mixture.Components.Zip(mixture.Weights))
            {
                var square = Math.Pow(Cases.SlowDistances(component, points.narrow(0, i, 1))[0], 2);
                density += weight * Math.Exp(-square / 2) / (2 * Math.PI * Math.Sqrt(linalg.det(component.Covariance).item<double>()));
            }
            slow += Math.Log(density) / 20;
        }
        Close.Value(slow, mixture.LogLikelihood(points), 1e-9);
    }

    [Fact]
    public void MatchesScikitLearn()
    {
        using var scope = NewDisposeScope();
        var data = Recorded.Matrix("clusters");
        using var mixture = Fit(data, 3, new Seed(0), new() { Tolerance = 1e-12, Limit = 5000, Restarts = 3 });
        int[] order = [.. Enumerable.Range(0, 3).OrderBy(k => mixture.Weights[k])];
        Assert.True(mixture.Converged);
        Close.Value(Recorded.Number("mixture_score"), mixture.LogLikelihood(data), 1e-8);
        Close.Values(Recorded.Numbers("mixture_weights"), order.Select(k => mixture.Weights[k]), 1e-4);
        Close.Values(Recorded.Numbers("mixture_means"), order.SelectMany(k => Points.Numbers(mixture.Components[k].Mean)), 1e-3);
        Close.Values(Recorded.Numbers("mixture_covariances"), order.SelectMany(k => Points.Numbers(mixture.Components[k].Covariance)), 1e-3);
        var sample = mixture.Responsibilities(data.index_select(0, arange(0, 200, 20)));
        Close.Values(Recorded.Numbers("mixture_responsibilities"), Points.Numbers(sample.index_select(1, tensor(order.Select(k => (long)k).ToArray()))), 1e-4);
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 3)]
    [InlineData(5, 4)]
    public void EveryStepRaisesTheLikelihood(int d, int components)
    {
        using var scope = NewDisposeScope();
        using var truth = Random(d, 3);
        var data = truth.Sample(400, new Seed(d)).Points;
        using var mixture = Fit(data, components, new Seed(1), new() { Tolerance = 0, Limit = 40, Regularisation = 0 });
        Assert.Equal((41, false), (mixture.Curve.Length, mixture.Converged));
        for (var step = 1; step < 41; step++) Assert.True(mixture.Curve[step] >= mixture.Curve[step - 1] - 1e-10);
        Close.Value(mixture.Curve[^1], mixture.LogLikelihood(data), 1e-12);
        Close.Value(1, mixture.Weights.Sum(), 1e-12);
    }

    [Fact]
    public void OneComponentIsTheGaussianOfTheData()
    {
        using var scope = NewDisposeScope();
        var data = Recorded.Matrix("x");
        using var gaussian = Gaussian.Fit(data);
        using var mixture = Fit(data, 1, new Seed(0), new() { Regularisation = 0 });
        Assert.True(Cases.Gap(gaussian.Covariance, mixture.Components[0].Covariance) < 1e-12 && Cases.Gap(gaussian.Mean, mixture.Components[0].Mean) < 1e-12);
    }

    [Fact]
    public void KMeansFindsClustersAndSettles()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(1);
        var centres = tensor(new double[,] { { 0, 0 }, { 20, 0 }, { 0, 20 }, { 20, 20 } });
        var truth = Enumerable.Range(0, 200).Select(i => i % 4).ToArray();
        var data = centres.index_select(0, tensor(truth.Select(k => (long)k).ToArray())).add(empty([200, 2], dtype: float64).normal_(0, 1, generator));
        var found = Cluster(data, 4, new Seed(2), restarts: 5);
        Assert.Equal(4, found.Labels.Zip(truth).Distinct().Count());
        var rows = Points.Rows(data);
        double Squared(double[] x, ImmutableArray<double> c) => x.Zip(c, (a, b) => (a - b) * (a - b)).Sum();
        for (var k = 0; k < 4; k++)
        {
            var own = rows.Where((_, i) => found.Labels[i] == k).ToArray();
            Close.Values([own.Average(row => row[0]), own.Average(row => row[1])], found.Centres[k], 1e-9);
        }
        for (var i = 0; i < 200; i++) Assert.Equal(Enumerable.Range(0, 4).MinBy(k => Squared(rows[i], found.Centres[k])), found.Labels[i]);
        Close.Value(rows.Select((row, i) => Squared(row, found.Centres[found.Labels[i]])).Sum(), found.Inertia, 1e-6);
        Assert.Equal(found.Labels, Cluster(data, 4, new Seed(2), restarts: 5).Labels);
        Assert.Equal(0, Cluster(data.narrow(0, 0, 6), 6, new Seed(0)).Inertia, 1e-9);
        Assert.Equal(2, Cluster(tensor(new double[,] { { 0, 0 }, { 0, 0 }, { 1, 1 } }), 3, new Seed(0)).Labels.Distinct().Count());
        Assert.Throws<ArgumentOutOfRangeException>(() => Cluster(data, 201, new Seed(0)));
    }

    [Fact]
    public void LayersStartFromAxes()
    {
        using var scope = NewDisposeScope();
        using var mixture = Random(4, 2);
        using var layer = MixtureLayer.Of(mixture, 7, float64);
        var readings = MixtureReading.Of(layer, mixture);
        Assert.Equal([0, 1, 2, 0, 1, 2, 0], readings.Select(reading => reading.Component));
        Assert.Equal([0, 0, 0, 1, 1, 1, 2], readings.Select(reading => reading.Axis));
        Assert.All(readings, reading => Close.Values([0, 1, 1], [reading.ZOffset, reading.PrecisionRatio, reading.AxisCosine], 1e-8));
        Assert.Equal(float32, MixtureLayer.Of(mixture, 1).weight!.dtype);
        Assert.Throws<ArgumentOutOfRangeException>(() => MixtureLayer.Of(mixture, 13));
        using var dead = Cases.Layer(new double[,] { { 0, 0, 0, 0 } }, [1]);
        Assert.Equal(-1, MixtureReading.Of(dead, mixture)[0].Component);
    }

    [Fact]
    public void SampledBiasesGoThroughPoints()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(9);
        var (weight, data) = (empty([5, 3]).normal_(0, 1, generator), empty([20, 3]).normal_(0, 1, generator));
        var sums = data.mm(weight.t()).add(BiasSampling.Of(weight, data, new Seed(1)));
        Assert.True(sums.abs().amin(0L).max().ToDouble() < 1e-6);
        var common = data.mm(weight.t()).add(BiasSampling.Of(weight, data, new Seed(1), common: true));
        Assert.True(common.abs().amax(1L).min().ToDouble() < 1e-6);
        Assert.Throws<ArgumentException>(() => BiasSampling.Of(weight, data.narrow(0, 0, 0), default));
    }

    [Fact]
    public void RefusesWhatIsNoMixture()
    {
        using var scope = NewDisposeScope();
        var data = Recorded.Matrix("x");
        Assert.Throws<ArgumentOutOfRangeException>(() => Fit(data, 0, default));
        Assert.Throws<ArgumentOutOfRangeException>(() => Fit(data, 2, default, new() { Restarts = 0 }));
        Assert.Throws<SingularCovarianceException>(() => Fit(ones([9, 2]), 2, default, new() { Regularisation = 0 }));
        Assert.Throws<ArgumentException>(() => GaussianMixture.Of([1], []));
        Assert.Throws<ArgumentException>(() => GaussianMixture.Of([0.0], [Cases.OneNode()]));
        Assert.Throws<ArgumentException>(() => GaussianMixture.Of([1, 1], [Cases.OneNode(), Cases.Random(3, 0)]));
    }
}
