using Limpid.Graphs;
using Xunit;

namespace Limpid.Tests.Graphs;

public class DerivedGraphTests
{
    [Fact]
    public void AtLeastKeepsTheHeavyEdges()
    {
        var graph = Graph.FromEdges(4, [new(0, 1, 1), new(1, 2, 0.5), new(2, 3, 0.1)]);
        Assert.Equal([new Edge(0, 1, 1), new Edge(1, 2, 0.5)], graph.AtLeast(0.5).Edges);
        Assert.Equal(graph.Edges, graph.AtLeast(0).Edges);
        Assert.Equal((4, 0), (graph.AtLeast(2).VertexCount, graph.AtLeast(2).EdgeCount));
        Assert.Throws<ArgumentOutOfRangeException>(() => graph.AtLeast(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => graph.AtLeast(double.NaN));
    }

    [Fact]
    public void MeanIsThatOfTheMatrices()
    {
        var graphs = Enumerable.Range(0, 3).Select(seed => Graph.FromMatrix(RandomGraphs.Matrix(9, 0.5, seed))).ToArray();
        var mean = Graph.Mean(graphs).ToMatrix();
        for (var i = 0; i < 9; i++)
            for (var j = 0; j < 9; j++) Close.Value(graphs.Average(graph => graph.ToMatrix()[i, j]), mean[i, j], 1e-15);
        Assert.Equal(graphs[0].Edges, Graph.Mean([graphs[0]]).Edges);
    }

    [Fact]
    public void MeanRefusesWhatHasNone()
    {
        Assert.Throws<ArgumentException>(() => Graph.Mean([]));
        Assert.Contains("3 vertices; expected 2", Assert.Throws<ArgumentException>(() => Graph.Mean([Graph.Path(2), Graph.Path(3)])).Message);
    }
}
