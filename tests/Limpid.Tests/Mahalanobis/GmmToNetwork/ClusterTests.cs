using Limpid.Mahalanobis;
using Limpid.Mahalanobis.GmmToNetwork;
using Limpid.Mahalanobis.Mixtures;
using Limpid.Reproduction;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Mahalanobis.GmmToNetwork;

/// <summary>Tasks of Gaussian clusters and classifiers that start from mixtures.</summary>
[Collection(ProcessCollection.Name)]
public class ClusterTests
{
    private static readonly ClusterSettings Small = new(2) { Train = 300, Test = 400, Restarts = 2, Epochs = 7 };

    // Two round clusters, 6 apart: the best accuracy is Phi(3).
    private static GaussianMixture Pair() => GaussianMixture.Of([1, 1], [Round(-3), Round(3)]);

    private static Gaussian Round(double x) => Gaussian.Of(tensor(new[] { x, 0.0 }), eye(2, dtype: float64));

    [Fact]
    public void BayesAccuracyByHand()
    {
        using var scope = NewDisposeScope();
        var mixture = Pair();
        var (x, labels) = mixture.Sample(20_000, new Seed(1));
        using var task = new ClusterTask(mixture, x, labels, x, labels);
        Assert.Equal(0.99865, task.BayesAccuracy(), 0.001);
        Assert.Equal([0, 1], task.ClassesOf(mixture));
        using var swapped = GaussianMixture.Of([1, 1], [Round(3), Round(-3)]);
        Assert.Equal([1, 0], task.ClassesOf(swapped));
        using var network = ClusterNetwork.OfMixture(swapped, [1, 0]);
        Assert.Equal(task.BayesAccuracy(), task.Accuracy(network), 1e-12);
        using var one = GaussianMixture.Of([1], [Round(0)]);
        Assert.Throws<ArgumentException>(() => task.ClassesOf(one));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void TheNetworkIsTheMixture(int d)
    {
        using var scope = NewDisposeScope();
        using var task = ClusterTask.Draw(Small with { Dimension = d }, new Seed(1001));
        using var network = ClusterNetwork.OfMixture(task.Truth, [2, 0, 1]);
        var (ours, wanted) = (network.call(task.X).softmax(1), task.Truth.Responsibilities(task.X));
        // Component k stands for the class given.
        Assert.True(ours.index_select(1, tensor(new long[] { 2, 0, 1 })).sub(wanted).abs().max().item<double>() < 1e-10);
        Assert.Equal(3 * d, network.First.weight!.size(0));
        Assert.Throws<ArgumentException>(() => ClusterNetwork.OfMixture(task.Truth, [0, 0, 1]));
    }

    [Fact]
    public void StartsAreSeedsAndRowsAreCopied()
    {
        using var scope = NewDisposeScope();
        using ClusterNetwork a = ClusterNetwork.Random(2, 6, 3, true, new Seed(4)), b = ClusterNetwork.Random(2, 6, 3, true, new Seed(4)), c = ClusterNetwork.Random(2, 6, 3, false, new Seed(4), a.First);
        Assert.True(Cases.Same(a.First.weight!, b.First.weight!) && Cases.Same(a.First.weight!, c.First.weight!) && Cases.Same(a.Second.weight!, c.Second.weight!));
        var x = tensor(new[,] { { 1.0, -2 } });
        var sums = a.First.call(x);
        Assert.True(Deviations(a.call(x), a.Second.call(sums.square())) < 1e-12 && Deviations(c.call(x), a.Second.call(sums.abs())) < 1e-12);
        using (no_grad()) c.First.weight!.fill_(0);
        Assert.True(a.First.weight!.abs().max().item<double>() > 0);
    }

    [Fact]
    public void TrainingLearnsAndLeavesTheTask()
    {
        using var scope = NewDisposeScope();
        var settings = Small with { Epochs = 150 };
        using var task = ClusterTask.Draw(settings, new Seed(1002));
        var before = task.X.clone();
        using var network = ClusterNetwork.Random(2, 6, 3, true, new Seed(5));
        var curve = ClusterTraining.Run(network, task, settings, cancel: TestContext.Current.CancellationToken);
        Assert.Equal(31, curve.Length);
        Assert.True(curve[^1] > curve[0] + 0.1 && curve[^1] <= task.BayesAccuracy() + 0.03);
        Assert.True(Cases.Same(before, task.X));
    }

    [Fact]
    public void AResultIsItsSeed()
    {
        var cancel = TestContext.Current.CancellationToken;
        ClusterResult first = ClusterExperiment.Run(Small, new Seed(1003), cancel), second = ClusterExperiment.Run(Small, new Seed(1003), cancel);
        Assert.Equal(first.Curves.SelectMany(curve => curve), second.Curves.SelectMany(curve => curve));
        Assert.Equal(first.Offsets, second.Offsets);
        Assert.Equal(ClusterExperiment.Starts.Length, first.Curves.Length);
        Assert.All(first.Curves, curve => Assert.Equal(3, curve.Length));
        Assert.All(first.Climb.Zip(first.Climb.Skip(1)), step => Assert.True(step.Second >= step.First - 1e-9));
        Assert.Equal(3, first.Offsets.Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => ClusterExperiment.Run(Small with { Classes = 1 }, new Seed(1), cancel));
    }

    [Fact]
    public void TheCriterionFindsTwoClusters()
    {
        using var scope = NewDisposeScope();
        using var pair = Pair();
        var (x, y) = (pair.Sample(800, new Seed(1)).Points, pair.Sample(800, new Seed(2)).Points);
        var sizes = MixtureSize.Try(x, y, 3, new Seed(3), cancel: TestContext.Current.CancellationToken);
        Assert.Equal([1, 2, 3], sizes.Select(size => size.Components));
        Assert.Equal(2, sizes.MinBy(size => size.Criterion)!.Components);
        // One Gaussian in the plane has 5 free numbers, two have 11.
        Close.Values(sizes.Select(size => -2 * size.Fitted + (6 * size.Components - 1) * Math.Log(800) / 800), sizes.Select(size => size.Criterion), 1e-12);
    }

    [Fact]
    public void ResultsAreKept()
    {
        var cancel = TestContext.Current.CancellationToken;
        Kept.Check(seed => ClusterExperiment.Run(Small, seed, cancel), result => [result.Bayes, result.Scrambled, .. result.Climb, .. result.Offsets, .. result.Curves.SelectMany(curve => curve)]);
        using var pair = Pair();
        using var points = pair.Sample(100, new Seed(1)).Points;
        Kept.Check(seed => MixtureSize.Try(points, points, 2, seed, cancel: cancel), sizes => [.. sizes.SelectMany(size => new[] { size.Components, size.Fitted, size.HeldOut, size.Criterion })]);
    }

    private static double Deviations(Tensor a, Tensor b) => a.sub(b).abs().max().item<double>();
}
