using Limpid.Graphs;
using Limpid.GraphSpectral;
using Limpid.Tests.Graphs;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.GraphSpectral;

public class DiagnosticsTests
{
    [Fact]
    public void ClassMeansByHand()
    {
        using var scope = NewDisposeScope();
        var means = ClassMeans.Of(tensor(new float[,] { { 1, 2 }, { 3, 4 }, { 5, 5 } }), tensor(new long[] { 0, 0, 1 }), 2);
        Assert.Equal([2, 3, 5, 5], means.data<double>().ToArray());
        Assert.Equal([2, 2], means.shape);
    }

    [Fact]
    public void ClassMeansNameWhatIsWrong()
    {
        using var scope = NewDisposeScope();
        var z = tensor(new double[,] { { 1, 2 }, { 3, double.NaN } });
        Assert.Contains("[1, 1] is NaN", Assert.Throws<ArgumentException>(() => ClassMeans.Of(z, tensor(new long[] { 0, 1 }), 2)).Message);
        var fine = ones(2, 2);
        Assert.Contains("Class 1 has no sample", Assert.Throws<ArgumentException>(() => ClassMeans.Of(fine, tensor(new long[] { 0, 2 }), 3)).Message);
        Assert.Contains("sample 1 is 3", Assert.Throws<ArgumentException>(() => ClassMeans.Of(fine, tensor(new long[] { 0, 3 }), 3)).Message);
        Assert.Contains("[3]; expected [2]", Assert.Throws<ArgumentException>(() => ClassMeans.Of(fine, tensor(new long[] { 0, 1, 1 }), 2)).Message);
        Assert.Contains("expected a matrix", Assert.Throws<ArgumentException>(() => ClassMeans.Of(ones(2), tensor(new long[] { 0, 1 }), 2)).Message);
    }

    [Fact]
    public void SegmentationNormalisesEachMapByItsTotal()
    {
        using var scope = NewDisposeScope();
        // Raw values would give class 0 everything; shares are (.4 .3 .2 .1) and (.1 .2 .3 .4).
        var maps = tensor(new double[,] { { 40, 30, 20, 10 }, { 1, 2, 3, 4 }, { 0, 0, 0, 0 } });
        var result = Segmentation.Of(maps, Graph.Path(4));
        Assert.Equal([0, 0, 1, 1], result.Owners);
        Assert.Equal([1, 1, 0], result.SegmentsPerClass);
        Assert.Equal([2, 2, 0], result.NeuronsPerClass);
        Assert.Equal([2], result.ClassesWithoutRegion);
        Assert.Equal(2, result.Segments);
    }

    [Fact]
    public void SegmentsAreCountedOnTheGraph()
    {
        using var scope = NewDisposeScope();
        var maps = tensor(new double[,] { { 3, 1, 3, 1 }, { 1, 3, 1, 3 } });
        Assert.Equal([2, 2], Segmentation.Of(maps, Graph.Path(4)).SegmentsPerClass);
        Assert.Equal([1, 1], Segmentation.Of(maps, Graph.FromEdges(4, [new(0, 2), new(1, 3)])).SegmentsPerClass);
        var tie = tensor(new double[,] { { 1, 1 }, { 1, 1 } });
        Assert.Equal([0, 0], Segmentation.Of(tie, Graph.Path(2)).Owners);
        Assert.Contains("expected [B, 3]", Assert.Throws<ArgumentException>(() => Segmentation.Of(tie, Graph.Path(3))).Message);
    }

    [Fact]
    public void TopNeuronsByHand()
    {
        using var scope = NewDisposeScope();
        var z = tensor(new double[,] { { 0, 1, 2, 3, 4 }, { 9, 1, 8, 1, 1 }, { 5, 5, 5, 5, 5 } });
        Assert.Equal([false, false, false, true, true, true, false, true, false, false, false, false, false, false, false],
            TopNeurons.Mask(z, 0.5).data<bool>().ToArray());
        Assert.Equal("fraction", Assert.Throws<ArgumentOutOfRangeException>(() => TopNeurons.Mask(z, 1)).ParamName);
    }

    [Fact]
    public void TenPercentOf64AreSevenAndFollowThePercentile()
    {
        using var scope = NewDisposeScope();
        var z = Check.Random(3, 20, 64);
        var mask = Check.Matrix(TopNeurons.Mask(z).to(float64));
        var rows = Check.Matrix(z);
        for (var b = 0; b < 20; b++)
        {
            var sorted = Enumerable.Range(0, 64).Select(i => rows[b, i]).Order().ToArray();
            var threshold = sorted[56] + 0.7 * (sorted[57] - sorted[56]);
            for (var i = 0; i < 64; i++) Assert.Equal(rows[b, i] > threshold ? 1 : 0, mask[b, i]);
            Assert.Equal(7, Enumerable.Range(0, 64).Sum(i => mask[b, i]));
        }
    }

    [Fact]
    public void RayleighEqualsItsSlowTwinUnderEveryPermutation()
    {
        using var scope = NewDisposeScope();
        var z = Check.Random(4, 6, 12);
        z[2] = zeros(12, float64);
        var rows = Check.Matrix(z);
        var before = Check.Values(z);
        foreach (var kind in RandomGraphs.Kinds)
        {
            var laplacian = Graph.Grid(3, 4).Laplacian(kind);
            double Slow(IReadOnlyList<int> order) => Enumerable.Range(0, 6).Average(
                b => Smoothness.RayleighQuotient(laplacian, order.Select(v => rows[b, v]).ToArray()));
            var slow = PermutationNull.Draw(12, Slow, Extreme.Low, new Random(3), 50);
            var fast = NeuronOrder.Rayleigh(z, laplacian, new Random(3), 50);
            Close.Value(slow.Observed, fast.Observed, 1e-12);
            Close.Values(slow.Values, fast.Values, 1e-12);
        }
        Assert.Equal(before, Check.Values(z));
    }

    [Fact]
    public void SmoothMapsAreFoundInOrderAndShuffledOnesAreNot()
    {
        using var scope = NewDisposeScope();
        var grid = Graph.Grid(8, 8);
        var bumps = new double[10, 64];
        for (var c = 0; c < 10; c++)
            for (var v = 0; v < 64; v++) bumps[c, v] = Math.Exp(-(Math.Pow(v / 8 - c % 4 * 2, 2) + Math.Pow(v % 8 - c / 4 * 3, 2)) / 4);
        var maps = tensor(bumps);
        var shuffled = maps.index_select(1, tensor(RandomGraphs.Order(64, 8).Select(v => (long)v).ToArray()));
        Assert.InRange(NeuronOrder.MoranI(maps, grid, new Random(1)).PValue, 0, 0.001);
        Assert.InRange(NeuronOrder.Rayleigh(maps, grid.Laplacian(), new Random(1)).PValue, 0, 0.001);
        Assert.InRange(NeuronOrder.MoranI(shuffled, grid, new Random(1)).PValue, 0.02, 1);
        Assert.InRange(NeuronOrder.Rayleigh(shuffled, grid.Laplacian(), new Random(1)).PValue, 0.02, 1);
    }

    [Fact]
    public void SegmentsAreComparedWithPermutedNeurons()
    {
        using var scope = NewDisposeScope();
        var halves = new double[2, 36];
        for (var v = 0; v < 36; v++) halves[v / 18, v] = 1;
        var result = NeuronOrder.Segments(Segmentation.Of(tensor(halves), Graph.Grid(6, 6)), Graph.Grid(6, 6), new Random(2), 200);
        Assert.Equal(2, result.Observed);
        Assert.True(result.Mean > 4 && result.PValue < 0.02);
        Assert.Equal("labels", Assert.Throws<ArgumentException>(() => NeuronOrder.Segments(
            Segmentation.Of(ones(2, 3), Graph.Path(3)), Graph.Path(4), new Random(1))).ParamName);
    }

    [Fact]
    public void NothingIsLeftBehind()
    {
        using var z = Check.Random(5, 6, 4);
        using var labels = tensor(new long[] { 0, 1, 0, 1, 0, 1 });
        Check.LeavesNothing(() => ClassMeans.Of(z, labels, 2).Dispose());
        Check.LeavesNothing(() => Segmentation.Of(z, Graph.Grid(2, 2)));
        Check.LeavesNothing(() => TopNeurons.Mask(z).Dispose());
        Check.LeavesNothing(() => NeuronOrder.Rayleigh(z, Graph.Grid(2, 2).Laplacian(), new Random(1), 5));
        Check.LeavesNothing(() => NeuronOrder.MoranI(z, Graph.Grid(2, 2), new Random(1), 5));
    }
}
