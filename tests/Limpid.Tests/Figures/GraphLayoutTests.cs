namespace Limpid.Tests.Figures;

using Limpid.Figures;
using Limpid.Graphs;
using Xunit;

public sealed class GraphLayoutTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(12)]
    public void ForcesLayAPathOnALine(int n)
    {
        var places = GraphLayout.Force(Graph.Path(n));
        for (var v = 0; v < n; v++)
        {
            Assert.Equal(v, places[v, 0], 1e-2);
            Assert.Equal(0, places[v, 1], 1e-2);
        }
    }

    [Fact]
    public void ForcesMakeATriangleEquilateral()
    {
        var places = GraphLayout.Force(Graph.Cliques(1, 3));
        Assert.All(new[] { (0, 1), (1, 2), (0, 2) }, p => Assert.Equal(1, Distance(places, p.Item1, p.Item2), 1e-2));
    }

    [Fact]
    public void ForcesMakeARingRound()
    {
        var places = GraphLayout.Force(Graph.Ring(9));
        var (x, y) = (Enumerable.Range(0, 9).Average(v => places[v, 0]), Enumerable.Range(0, 9).Average(v => places[v, 1]));
        var radii = Enumerable.Range(0, 9).Select(v => Math.Sqrt(Math.Pow(places[v, 0] - x, 2) + Math.Pow(places[v, 1] - y, 2))).ToArray();
        Assert.Equal(radii.Min(), radii.Max(), 0.02 * radii.Max());
    }

    [Theory]
    [InlineData(5)]
    [InlineData(40)]
    public void SpectralPlacesOfAPathAreCosines(int n)
    {
        var places = GraphLayout.Spectral(Graph.Path(n));
        for (var axis = 0; axis < 2; axis++)
        {
            var cosines = Enumerable.Range(0, n).Select(v => Math.Cos(Math.PI * (axis + 1) * (v + 0.5) / n)).ToArray();
            Assert.Equal(1, Math.Abs(Correlation(cosines, Column(places, axis))), 1e-9);
        }
    }

    [Theory]
    [InlineData(12)]
    [InlineData(90)]
    public void SpectralPlacesAreEigenvectors(int n)
    {
        var graph = Graph.FromEdges(n, Enumerable.Range(1, n - 1).SelectMany(v => new[] { new Edge(v, v / 2, 1 + v % 3), new Edge(v, (v * 7) % v, 0.5) })
            .GroupBy(e => (e.From, e.To)).Select(g => g.First()));
        var (places, spectrum) = (GraphLayout.Spectral(graph), Spectrum.Of(graph.Laplacian()));
        for (var axis = 0; axis < 2; axis++)
            Assert.Equal(1, Math.Abs(Correlation(spectrum.Eigenvector(axis + 1), Column(places, axis))), 1e-6);
    }

    [Fact]
    public void ComponentsStandApartAndEqualOnesLookEqual()
    {
        foreach (var layout in new Func<Graph, double[,]>[] { GraphLayout.Force, GraphLayout.Spectral })
        {
            var places = layout(Graph.Rings(4, 6));
            Assert.All(from a in Enumerable.Range(0, 24) from b in Enumerable.Range(0, 24) where a / 6 != b / 6 select (a, b), p => Assert.True(Distance(places, p.a, p.b) > 0.9));
            Assert.Equal(places[3, 0] - places[0, 0], places[9, 0] - places[6, 0], 1e-9);
            Assert.Equal(places[3, 1] - places[0, 1], places[9, 1] - places[6, 1], 1e-9);
        }
    }

    [Fact]
    public void TheSameGraphGetsTheSamePlaces()
    {
        var graph = Graph.Torus(5, 7);
        Assert.Equal(GraphLayout.Force(graph), GraphLayout.Force(graph));
        Assert.Equal(GraphLayout.Spectral(graph), GraphLayout.Spectral(graph));
    }

    [Fact]
    public void OneVertexAndNoEdgesHavePlacesToo()
    {
        Assert.Equal(new double[,] { { 0, 0 } }, GraphLayout.Force(Graph.Path(1)));
        Assert.Equal(new double[,] { { 0, 0 } }, GraphLayout.Spectral(Graph.Path(1)));
        var places = GraphLayout.Force(Graph.FromEdges(5, []));
        Assert.Equal(5, Enumerable.Range(0, 5).Select(v => (places[v, 0], places[v, 1])).Distinct().Count());
    }

    [Fact]
    public void GridsAndCirclesAreAsCounted()
    {
        Assert.Equal(new double[,] { { 0, 0 }, { 1, 0 }, { 2, 0 }, { 0, -1 }, { 1, -1 }, { 2, -1 } }, GraphLayout.Grid(2, 3));
        var circle = GraphLayout.Circle(6);
        Assert.All(Enumerable.Range(0, 6), v => Assert.Equal(1, Distance(circle, v, (v + 1) % 6), 1e-12));
        Assert.Equal((0, 1), (circle[0, 0], Math.Round(circle[0, 1], 12)));
    }

    [Fact]
    public void TooManyVerticesAreRefused()
    {
        var graph = Graph.FromEdges(GraphLayout.MaxVertices + 1, []);
        Assert.Contains("4001 vertices; expected at most 4000", Assert.Throws<ArgumentException>("graph", () => GraphLayout.Force(graph)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("graph", () => GraphLayout.Spectral(graph));
    }

    private static double[] Column(double[,] places, int axis) => [.. Enumerable.Range(0, places.GetLength(0)).Select(v => places[v, axis])];

    private static double Distance(double[,] places, int a, int b) => Math.Sqrt(Math.Pow(places[a, 0] - places[b, 0], 2) + Math.Pow(places[a, 1] - places[b, 1], 2));

    private static double Correlation(double[] a, double[] b)
    {
        var (x, y) = (a.Select(v => v - a.Average()).ToArray(), b.Select(v => v - b.Average()).ToArray());
        double Dot(double[] p, double[] q) => p.Zip(q, (s, t) => s * t).Sum();
        return Dot(x, y) / Math.Sqrt(Dot(x, x) * Dot(y, y));
    }
}
