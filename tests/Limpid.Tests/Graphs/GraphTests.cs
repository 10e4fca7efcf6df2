using Limpid.Graphs;
using Xunit;

namespace Limpid.Tests.Graphs;

public class GraphTests
{
    [Fact]
    public void EdgesComeBackOnceSortedWithDegrees()
    {
        var graph = Graph.FromEdges(4, [new(2, 1, 0.5), new(0, 1), new(3, 0, 0)]);
        Assert.Equal([new Edge(0, 1), new Edge(1, 2, 0.5)], graph.Edges);
        Assert.Equal([1, 1.5, 0.5, 0], graph.Degrees.ToArray());
        Assert.Equal((4, 2), (graph.VertexCount, graph.EdgeCount));
        Assert.Equal([0, 2], graph.Neighbours(1).ToArray());
        Assert.Equal([1, 0.5], graph.NeighbourWeights(1).ToArray());
        Assert.Equal("graph: 4 vertices, 2 edges", graph.ToString());
    }

    [Fact]
    public void MatrixRoundTripsAndIsCopied()
    {
        var matrix = RandomGraphs.Matrix(9, 0.4, 3);
        var given = (double[,])matrix.Clone();
        var graph = Graph.FromMatrix(matrix);
        Assert.Equal(given, graph.ToMatrix());
        Assert.Equal(given, matrix);
        matrix[0, 1] = 99;
        Assert.Equal(given, graph.ToMatrix());
    }

    [Fact]
    public void SmallAsymmetryWithinToleranceIsAveraged()
    {
        var graph = Graph.FromMatrix(new[,] { { 0, 1 }, { 1.1, 0 } }, tolerance: 0.1);
        Assert.Equal(1.05, graph.Edges.Single().Weight, 12);
    }

    [Theory]
    [InlineData(0, 2, "{0, 2}", null)]
    [InlineData(-1, 0, "Vertex -1", 1.0)]
    [InlineData(0, 3, "expected 0 to 2", 1.0)]
    [InlineData(1, 1, "Vertex 1 is joined to itself", 1.0)]
    [InlineData(0, 1, "(0, 1) is -2", -2.0)]
    [InlineData(0, 1, "NaN", double.NaN)]
    [InlineData(0, 1, "Infinity", double.PositiveInfinity)]
    public void BadEdgesAreNamed(int from, int to, string message, double? weight)
    {
        Edge[] edges = weight is { } w ? [new(0, 2), new(from, to, w)] : [new(to, from), new(from, to)];
        var error = Assert.ThrowsAny<ArgumentException>(() => Graph.FromEdges(3, edges));
        Assert.Equal("edges", error.ParamName);
        Assert.Contains(message, error.Message);
    }

    public static TheoryData<double[,], string> BadMatrices => new()
    {
        { new double[0, 0], "0 x 0" },
        { new double[2, 3], "2 x 3" },
        { new[,] { { 0, 1.0 }, { 2, 0 } }, "[0, 1] = 1 and [1, 0] = 2" },
        { new[,] { { 0, -1.0 }, { -1, 0 } }, "(0, 1) is -1" },
        { new[,] { { 0, double.NaN }, { 1, 0 } }, "(0, 1) is NaN" },
        { new[,] { { 0, 1.0 }, { double.PositiveInfinity, 0 } }, "(1, 0) is Infinity" },
        { new[,] { { 0, 1.0 }, { 1, 3 } }, "[1, 1] is 3" },
    };

    [Theory]
    [MemberData(nameof(BadMatrices))]
    public void BadMatricesAreNamed(double[,] matrix, string message)
    {
        var error = Assert.ThrowsAny<ArgumentException>(() => Graph.FromMatrix(matrix));
        Assert.Equal("weights", error.ParamName);
        Assert.Contains(message, error.Message);
    }

    [Fact]
    public void NumbersOutOfRangeAreNamed()
    {
        Assert.Equal("vertexCount", Assert.Throws<ArgumentOutOfRangeException>(() => Graph.FromEdges(0, [])).ParamName);
        Assert.Equal("tolerance", Assert.Throws<ArgumentOutOfRangeException>(() => Graph.FromMatrix(new double[1, 1], -1)).ParamName);
        Assert.Equal("vertex", Assert.Throws<ArgumentOutOfRangeException>(() => { Graph.Path(2).Neighbours(2); }).ParamName);
        Assert.Equal("kind", Assert.Throws<ArgumentOutOfRangeException>(() => Graph.Path(2).Laplacian((LaplacianKind)7)).ParamName);
    }

    [Fact]
    public void OneVertexAndNoEdgesAreGraphs()
    {
        Assert.Equal("graph: 1 vertices, 0 edges", Graph.Path(1).ToString());
        Assert.Empty(Graph.FromEdges(5, []).Edges);
        Assert.Equal(new double[5], Graph.FromEdges(5, []).Degrees.ToArray());
    }
}
