using Limpid.Graphs;
using Xunit;

namespace Limpid.Tests.Graphs;

public class LayoutTests
{
    private static double[] Path(int n) => [.. Enumerable.Range(0, n).Select(k => 2 - 2 * Math.Cos(Math.PI * k / n))];

    private static double[] Ring(int n) => [.. Enumerable.Range(0, n).Select(k => 2 - 2 * Math.Cos(2 * Math.PI * k / n))];

    private static double[] Sums(double[] a, double[] b) => [.. from x in a from y in b select x + y];

    private static double[] Copies(int h, params double[] values) => [.. Enumerable.Repeat(values, h).SelectMany(v => v)];

    public static TheoryData<Graph, int, double[]> ClosedForms => new()
    {
        { Graph.Path(10), 9, Path(10) },
        { Graph.Ring(20), 20, Ring(20) },
        { Graph.Lines(3, 2), 3, [0, 0, 0, 2, 2, 2] },
        { Graph.Lines(4, 5), 16, Copies(4, Path(5)) },
        { Graph.Rings(2, 7), 14, Copies(2, Ring(7)) },
        { Graph.Grid(8, 8), 112, Sums(Path(8), Path(8)) },
        { Graph.Grid(3, 5), 22, Sums(Path(3), Path(5)) },
        { Graph.Grid(1, 1), 0, [0] },
        { Graph.Torus(4, 8), 64, Sums(Ring(4), Ring(8)) },
        { Graph.Stars(2, 5), 8, Copies(2, 0, 1, 1, 1, 5) },
        { Graph.Trees(1, 3), 2, Path(3) },
        { Graph.Cliques(2, 4), 12, Copies(2, 0, 4, 4, 4) },
        { Graph.Cliques(3, 1), 0, [0, 0, 0] },
        { Graph.VerticalLines(4), 4, Copies(4, 0, 2) },
        { Graph.CapsuleAlignment(10, 16), 720, [.. Copies(16, 0), .. Copies(144, 10)] },
        { Graph.Wishbone(2), 3, Path(4) },
    };

    [Theory]
    [MemberData(nameof(ClosedForms))]
    public void SpectrumHasItsClosedForm(Graph graph, int edges, double[] expected)
    {
        Assert.Equal(edges, graph.EdgeCount);
        Assert.All(graph.Edges, edge => Assert.Equal(1, edge.Weight));
        Close.Values(expected.Order(), Spectrum.Of(graph.Laplacian()).Eigenvalues.ToArray(), 1e-12);
    }

    [Fact]
    public void FactsOfThePaperHold()
    {
        var grid = Graph.Grid(8, 8);
        var matrix = grid.Laplacian().ToMatrix();
        var values = Spectrum.Of(grid.Laplacian()).Eigenvalues;
        Assert.Equal((112, 1), (grid.EdgeCount, ConnectedComponents.Of(grid).Count));
        Assert.Equal(224, Enumerable.Range(0, 64).Sum(i => matrix[i, i]));
        Assert.Equal(1032, matrix.Cast<double>().Sum(entry => entry * entry));
        Close.Value(0.1522409, values[1], 5e-8);
        Close.Value(7.6955181, values[^1], 5e-8);
        Close.Value(0.5857864, Spectrum.Of(Graph.Torus(4, 8).Laplacian()).Eigenvalues[1], 5e-8);
        Close.Value(8, Spectrum.Of(Graph.Torus(4, 8).Laplacian()).Eigenvalues[^1], 1e-12);
        Close.Value(0.0978870, Spectrum.Of(Graph.Ring(20).Laplacian()).Eigenvalues[1], 5e-8);
        Close.Value(3.9021130, Spectrum.Of(Graph.Path(10).Laplacian()).Eigenvalues[^1], 5e-8);
    }

    [Fact]
    public void VerticesAreRowMajor()
    {
        Assert.Equal([1, 4], Graph.Grid(2, 4).Neighbours(0).ToArray());
        Assert.Equal([2, 7], Graph.Grid(2, 4).Neighbours(3).ToArray());
        Assert.Equal([5, 7, 10, 2], Graph.Grid(3, 4).Neighbours(6).ToArray().OrderBy(v => v == 2).ThenBy(v => v));
    }

    [Fact]
    public void TreeParentsAreBreadthFirst() =>
        Assert.Equal([(0, 1), (0, 2), (1, 3), (1, 4), (2, 5), (2, 6)], Graph.Trees(1, 7).Edges.Select(e => (e.From, e.To)));

    [Fact]
    public void SpecialLayoutsHaveTheirEdges()
    {
        Assert.Equal([(0, 1), (0, 5), (1, 2), (1, 6), (2, 3), (2, 7), (3, 4), (5, 6), (6, 7), (7, 8), (8, 9)],
            Graph.Wishbone(5).Edges.Select(e => (e.From, e.To)));
        Assert.Equal([4, 4, 3, 6, 3, 5, 5, 3, 2, 1, 4, 4, 3, 6, 3, 5, 5, 3, 2, 1], Graph.Kites(2).Degrees.ToArray());
        Assert.Equal(2, ConnectedComponents.Of(Graph.Kites(2)).Count);
        Assert.Equal([2, 7, 17], Graph.CapsuleAlignment(4, 5).Neighbours(12).ToArray());
    }

    [Fact]
    public void ImpossibleSizesAreNamed()
    {
        Assert.Equal("h", Assert.Throws<ArgumentOutOfRangeException>(() => Graph.Grid(0, 4)).ParamName);
        Assert.Equal("w", Assert.Throws<ArgumentOutOfRangeException>(() => Graph.Grid(4, -1)).ParamName);
        Assert.Equal("w", Assert.Throws<ArgumentOutOfRangeException>(() => Graph.Ring(2)).ParamName);
        Assert.Equal("h", Assert.Throws<ArgumentOutOfRangeException>(() => Graph.Torus(2, 4)).ParamName);
        Assert.Equal("w", Assert.Throws<ArgumentOutOfRangeException>(() => Graph.Trees(1, 6)).ParamName);
        Assert.Equal("w", Assert.Throws<ArgumentOutOfRangeException>(() => Graph.Stars(1, 1)).ParamName);
    }
}
