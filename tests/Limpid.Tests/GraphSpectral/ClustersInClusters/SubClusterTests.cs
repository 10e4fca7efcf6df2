using Limpid.Evaluation;
using Limpid.GraphSpectral.ClustersInClusters;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.GraphSpectral.ClustersInClusters;

public class SubClusterTests
{
    [Fact]
    public void AreaByHand()
    {
        Assert.Equal(0.875, RankArea.Of([1, 2, 2, 5], [false, false, true, true]));
        Assert.Equal(0, RankArea.Of([3, 1], [false, true]));
        Assert.Equal(0.5, RankArea.Of([7, 7, 7], [false, true, true]));
        Assert.Equal(0.5, RankArea.Of([1, 2], [true, true]));
        Assert.Equal("member", Assert.Throws<ArgumentException>(() => RankArea.Of([1], [])).ParamName);
    }

    [Fact]
    public void AreaIsTheShareOfPairsInOrder()
    {
        var random = new Random(5);
        double[] scores = [.. Enumerable.Range(0, 60).Select(_ => (double)random.Next(12))];
        bool[] member = [.. scores.Select(_ => random.Next(3) == 0)];
        var pairs = from i in Enumerable.Range(0, 60) from j in Enumerable.Range(0, 60) where member[i] && !member[j] select Math.Sign(scores[i] - scores[j]) / 2.0 + 0.5;
        Assert.Equal(pairs.Average(), RankArea.Of(scores, member), 1e-12);
    }

    [Theory]
    // Each neuron its own sub-cluster: opposite, and the sum knows nothing.
    [InlineData(new double[] { 2, 0, 0, 2 }, 1, 0)]
    // Both higher for the odd one: not opposite, and the sum separates.
    [InlineData(new double[] { 1, 1, 2, 2 }, 0, 1)]
    // One does not care.
    [InlineData(new double[] { 0, 1, 0, 2 }, 0, 1)]
    public void PreferenceByHand(double[] values, double opposite, double size)
    {
        using var scope = NewDisposeScope();
        var reading = SubClusterReading.Of(tensor(values, [2, 2]), [0, 1], [0]);
        Assert.Equal(new SubClusterReading(opposite, size), reading);
    }

    [Fact]
    public void APairIsReadOnItsOwnClusterOnly()
    {
        using var scope = NewDisposeScope();
        // Pair 0 belongs to cluster 1: the samples of cluster 0 don't count for it.
        var z = tensor(new double[,] { { 9, 0, 0, 0 }, { 0, 9, 0, 0 }, { 1, 0, 5, 5 }, { 2, 0, 5, 5 } });
        var reading = SubClusterReading.Of(z, [0, 1, 2, 3], [1, 0]);
        Assert.Equal((0, 0.5), (reading.OppositePreference, reading.BySize));
        Assert.Equal("classOf", Assert.Throws<ArgumentException>(() => SubClusterReading.Of(z, [0], [0, 1])).ParamName);
    }
}
