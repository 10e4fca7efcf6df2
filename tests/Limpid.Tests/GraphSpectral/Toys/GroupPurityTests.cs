using Limpid.Graphs;
using Limpid.GraphSpectral.Toys;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.GraphSpectral.Toys;

public class GroupPurityTests
{
    [Fact]
    public void TwoEdgesByHand()
    {
        using var scope = NewDisposeScope();
        var z = tensor(new double[,] { { 1, 1, 0, 0 }, { 0, 0, 3, 0 }, { 0, 2, 0, 1 } });
        Close.Value(1, GroupPurity.Of(z, [0, 1, 0], Graph.Lines(2, 2), new Random(1), 10).Observed, 0);
        Close.Value(2 / 3.0, GroupPurity.Of(z, [0, 1, 1], Graph.Lines(2, 2), new Random(1), 10).Observed, 1e-15);
        Assert.Contains("expected one for each of the 3", Assert.Throws<ArgumentException>(() => GroupPurity.Of(z, [0], Graph.Lines(2, 2), new Random(1))).Message);
    }

    [Fact]
    public void PairsThatStandForClustersLieBeyondTheirNull()
    {
        using var scope = NewDisposeScope();
        var clusters = Enumerable.Range(0, 90).Select(b => b % 3).ToArray();
        // Alone neither neuron of a pair tells its cluster: the half of the samples that the other one has.
        var z = zeros(90, 6, float64);
        for (var b = 0; b < 90; b++) z[b, 2 * clusters[b] + b / 3 % 2] = 1;
        var purity = GroupPurity.Of(z, clusters, Graph.Lines(3, 2), new Random(1), 500);
        Close.Value(1, purity.Observed, 0);
        Assert.True(purity.Mean < 0.8 && purity.PValue < 0.15);
    }
}
