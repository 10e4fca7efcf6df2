using Limpid.GraphSpectral.ClustersInClusters;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.GraphSpectral.ClustersInClusters;

public class PairPurityTests
{
    [Fact]
    public void ThereAreFifteenPairingsOfSixNeurons()
    {
        var all = Pairings.All(3);
        Assert.Equal(15, all.Count);
        Assert.Equal(Pairings.Connected(3), all[0]);
        Assert.Equal(15, all.Select(pairs => string.Join(" ", pairs.Order())).Distinct().Count());
        Assert.All(all, pairs => Assert.Equal([0, 1, 2, 3, 4, 5], pairs.SelectMany(p => new[] { p.First, p.Second }).Order()));
        Assert.Equal((1, 3, 105), (Pairings.All(1).Count, Pairings.All(2).Count, Pairings.All(4).Count));
        Assert.Equal("pairs", Assert.Throws<ArgumentOutOfRangeException>(() => Pairings.All(6)).ParamName);
    }

    [Fact]
    public void OrdersAreAllPermutationsTheIdentityFirst()
    {
        int[][] orders = [.. Pairings.Orders(3)];
        Assert.Equal(6, orders.Select(order => string.Join(" ", order)).Distinct().Count());
        Assert.Equal([0, 1, 2], orders[0]);
        Assert.All(orders, order => Assert.Equal([0, 1, 2], order.Order()));
    }

    [Fact]
    public void PurityByHand()
    {
        using var scope = NewDisposeScope();
        // Two pairs; the last sample lights the pair of the other cluster, by its size and not by its sign.
        var z = tensor(new double[,] { { 3, 2, 0, 1 }, { 0, 0, 1, 1 }, { 0, 1, 2, 0 }, { -4, 0, 1, 2 } });
        var purity = PairPurity.Of(z, [1, 0, 0, 0], Pairings.Connected(2));
        Assert.Equal(0.75, purity.Purity);
        Assert.Equal([1, 0], purity.ClusterOf);
    }

    [Fact]
    public void SilentNeuronsGuessTheFirstPair()
    {
        using var scope = NewDisposeScope();
        var purity = PairPurity.Of(zeros(6, 6), [0, 0, 0, 1, 1, 2], Pairings.Connected(3));
        Assert.Equal((0.5, 0), (purity.Purity, purity.ClusterOf[0]));
    }

    [Fact]
    public void EveryPairingIsWhatItIsAlone()
    {
        using var scope = NewDisposeScope();
        var z = Check.Random(4, 40, 6);
        int[] clusters = [.. Enumerable.Range(0, 40).Select(i => i % 3)];
        var together = PairPurity.OfEach(z, clusters, Pairings.All(3));
        foreach (var (pairs, purity) in Pairings.All(3).Zip(together))
        {
            // Permuting the neurons instead of the pairs must give the same.
            long[] order = [.. pairs.SelectMany(p => new long[] { p.First, p.Second })];
            Assert.Equal(PairPurity.Of(z.index_select(1, tensor(order)), clusters, Pairings.Connected(3)).Purity, purity.Purity);
        }
    }

    [Fact]
    public void WhatDoesNotFitIsRefused()
    {
        using var scope = NewDisposeScope();
        Assert.Equal("clusterOf", Assert.Throws<ArgumentException>(() => PairPurity.Of(zeros(2, 4), [0], Pairings.Connected(2))).ParamName);
        Assert.Equal("pairings", Assert.Throws<ArgumentException>(() => PairPurity.Of(zeros(1, 4), [0], [])).ParamName);
    }

    [Fact]
    public void NothingIsLeftBehind()
    {
        using var z = Check.Random(4, 20, 6);
        Check.LeavesNothing(() => PairPurity.OfEach(z, [.. Enumerable.Range(0, 20).Select(i => i % 3)], Pairings.All(3)));
    }
}
