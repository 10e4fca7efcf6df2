using Limpid.Graphs;
using Limpid.GraphSpectral;
using Limpid.GraphSpectral.GeneProgrammes;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.GraphSpectral.GeneProgrammes;

public class ProgrammeMeasureTests
{
    [Fact]
    public void AdjustedRandByHand()
    {
        Assert.Equal(4.0 / 7, AdjustedRand.Of([0, 0, 1, 1], [0, 0, 1, 2]), 1e-12);
        Assert.Equal(1, AdjustedRand.Of([0, 0, 1, 2], [5, 5, 3, 9]));
        Assert.Equal(-0.5, AdjustedRand.Of([0, 0, 1, 1], [0, 1, 0, 1]), 1e-12);
        Assert.Equal((1, 0), (AdjustedRand.Of([0, 0], [1, 1]), AdjustedRand.Of([0, 0, 0], [0, 1, 2])));
        Assert.Throws<ArgumentException>(() => AdjustedRand.Of([0], []));
    }

    [Fact]
    public void AdjustedRandIsZeroOnAverageOverPermutations()
    {
        var random = new Random(3);
        int[] labels = [0, 0, 0, 1, 1, 2, 2, 2, 2, 3];
        var mean = Enumerable.Range(0, 4000).Average(_ =>
        {
            int[] other = [0, 0, 1, 1, 1, 1, 2, 2, 3, 3];
            random.Shuffle(other);
            return AdjustedRand.Of(labels, other);
        });
        Assert.Equal(0, mean, 0.02);
    }

    [Fact]
    public void CorrelationsByHand()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new double[,] { { 1, 5, 1 }, { 2, 5, 0 }, { 3, 5, 1 } });
        var found = ColumnCorrelation.Of(x, tensor(new double[,] { { 2 }, { 4 }, { 6 } }));
        Assert.Equal((1, 0, 0), (Math.Round(found[0, 0], 12), found[1, 0], Math.Round(found[2, 0], 12)));
        Assert.Equal(-1, ColumnCorrelation.Of(x, -x)[2, 2], 1e-12);
        Assert.Throws<ArgumentException>(() => ColumnCorrelation.Of(x, ones(2, 2)));
        Assert.Equal([0, 0, 1], ProgrammeReading.Strongest(new[,] { { 0.1, -0.9, 0 }, { 0.05, 0.5, 0.2 } }));
    }

    [Fact]
    public void ComponentsCountStrongEdgesAndTheLargestComesFirst()
    {
        var graph = Graph.FromEdges(6, [new Edge(0, 1, 0.3), new Edge(1, 2, 0.05), new Edge(2, 3, 0.1), new Edge(3, 4, 1)]);
        Assert.Equal([1, 1, 0, 0, 0, 2], NeuronComponents.Of(graph));
        Assert.Equal([-1, -1, 0, 1, 2, -1], NeuronComponents.Steps(graph, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => NeuronComponents.Steps(graph, 6));
    }

    [Fact]
    public void AverageLinkageByHand()
    {
        // 0 and 1 join at 0.9; then 2 stands at a mean of 0.4 from them, but at 0.5 from 3; then 4 joins 2 and 3 at (0.3 + 0.2) / 2.
        var graph = Graph.FromEdges(5, [new(0, 1, 0.9), new(0, 2, 0.8), new(2, 3, 0.5), new(2, 4, 0.3), new(3, 4, 0.2)]);
        Assert.Equal([0, 0, 1, 2, 3], AverageLinkage.Groups(graph, 4));
        Assert.Equal([0, 0, 1, 1, 2], AverageLinkage.Groups(graph, 3));
        Assert.Equal([1, 1, 0, 0, 0], AverageLinkage.Groups(graph, 2));
        Assert.Equal([0, 0, 0, 0, 0], AverageLinkage.Groups(graph, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => AverageLinkage.Groups(graph, 6));
        Assert.Throws<ArgumentOutOfRangeException>(() => AverageLinkage.Groups(graph, 0));
    }

    [Fact]
    public void NearestComponentsByHand()
    {
        using var scope = NewDisposeScope();
        // On a line at 0, 1, 3, 10, 11, 20: 3 goes to 1, 20 to 11.
        Assert.Equal(2, NeuronComponents.Nearest(tensor(new double[,] { { 0, 1, 3, 10, 11, 20 } })));
        Assert.Equal(3, NeuronComponents.Nearest(tensor(new double[,] { { 0, 1, 10, 11, 20, 21 } })));
        Assert.Equal(1, NeuronComponents.Nearest(tensor(new double[,] { { 0, 1, 2.5 } })));
    }

    [Fact]
    public void OrderAlongAPathIsOneAndPermutedIsLess()
    {
        var graph = Graph.Path(7);
        var found = ProgrammeReading.Order(graph, [2, 3, 4, 5, 6], [0.1, 0.2, 0.4, 0.5, 0.9], new Random(1));
        Assert.Equal(1, found.Value, 1e-12);
        Assert.InRange(found.Permuted, -0.5, 0.7);
        // Any end may come first.
        Assert.Equal(1, ProgrammeReading.Order(graph, [0, 1, 2], [3, 2, 1], new Random(1)).Value, 1e-12);
        Assert.Equal(0, ProgrammeReading.Order(graph, [2, 3], [0.1, 0.2], new Random(1)).Value);
        Assert.Equal(new Measured(0, 0), ProgrammeReading.Order(graph, [], [], new Random(1)));
    }

    [Fact]
    public void BlocksByHand()
    {
        // Columns 0 and 1 are alike, 2 and 3 are their opposites.
        var map = new double[,] { { 1, 2, -1, -3 }, { 0, 0, 0, 0 }, { -1, -2, 1, 3 } };
        var alike = ProgrammeReading.Alike(map);
        Assert.Equal((1, -1), (Math.Round(alike[0][1], 12), Math.Round(alike[0][2], 12)));
        Assert.Equal(2, ProgrammeReading.Blocks(alike, [0, 0, 1, 1], new Random(1)).Value, 1e-12);
        Assert.Equal(-1, ProgrammeReading.Blocks(alike, [0, 1, 0, 1], new Random(1)).Value, 1e-12);
        Assert.InRange(ProgrammeReading.Blocks(alike, [0, 0, 1, 1], new Random(1)).Permuted, -0.4, 0.4);
        Assert.Equal(0, ProgrammeReading.Blocks(alike, [0, 0, 0, 0], new Random(1)).Value);
    }

    [Fact]
    public void SeriationPutsAlikeColumnsTogether()
    {
        var random = new Random(4);
        var map = new double[30, 8];
        for (var j = 0; j < 8; j++)
            for (var i = 0; i < 30; i++) map[i, j] = (i < 15 == (j % 2 == 0) ? 1 : 0) + 0.1 * random.NextDouble();
        int[] order = [.. Seriation.Columns(map).Select(j => j % 2)];
        Assert.Equal(1, Enumerable.Range(1, 7).Count(k => order[k] != order[k - 1]));
        int[] rows = [.. Seriation.Rows(map).Select(i => i / 15)];
        Assert.Equal(1, Enumerable.Range(1, 29).Count(k => rows[k] != rows[k - 1]));
        Assert.Equal(new double[,] { { map[3, 1], map[3, 0] } }, Seriation.Ordered(map, [3], [1, 0]));
    }
}
