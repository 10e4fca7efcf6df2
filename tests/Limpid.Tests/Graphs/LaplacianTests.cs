using Limpid.Graphs;
using Xunit;

namespace Limpid.Tests.Graphs;

public class LaplacianTests
{
    [Fact]
    public void PathOfThreeByHand()
    {
        var path = Graph.Path(3);
        Assert.Equal(new double[,] { { 1, -1, 0 }, { -1, 2, -1 }, { 0, -1, 1 } }, path.Laplacian().ToMatrix());
        Assert.Equal(new[,] { { 1, -1.0, 0 }, { -0.5, 1, -0.5 }, { 0, -1.0, 1 } }.Cast<double>().Select(x => Math.Round(x, 12)),
            path.Laplacian(LaplacianKind.RandomWalk).ToMatrix().Cast<double>().Select(x => Math.Round(x, 12)));
        Assert.Equal([-1, -1, 2], path.Laplacian().Apply([0, 1, 3]));
        Assert.Equal(5, path.Laplacian().QuadraticForm([0, 1, 3]));
        Close.Value(-1 / Math.Sqrt(2), path.Laplacian(LaplacianKind.Symmetric).ToMatrix()[0, 1], 1e-15);
    }

    [Fact]
    public void MatrixIsItsDefinition()
    {
        foreach (var graph in RandomGraphs.Several())
            foreach (var kind in RandomGraphs.Kinds)
                Close.Values(Definition(graph, kind).Cast<double>(), graph.Laplacian(kind).ToMatrix().Cast<double>(), 1e-13);
    }

    [Fact]
    public void ProductAndFormEqualTheMatrix()
    {
        foreach (var graph in RandomGraphs.Several())
        {
            var z = RandomGraphs.Signal(graph.VertexCount, 5);
            foreach (var kind in RandomGraphs.Kinds)
            {
                var expected = Multiply(Definition(graph, kind), z);
                Close.Values(expected, graph.Laplacian(kind).Apply(z), 1e-12);
                Close.Value(expected.Zip(z, (y, x) => y * x).Sum(), graph.Laplacian(kind).QuadraticForm(z), 1e-11);
            }
        }
    }

    [Fact]
    public void FormIsTheSumOverEdges()
    {
        foreach (var graph in RandomGraphs.Several())
        {
            var z = RandomGraphs.Signal(graph.VertexCount, 6);
            var d = graph.Degrees.ToArray();
            Close.Value(graph.Edges.Sum(e => e.Weight * Math.Pow(z[e.From] - z[e.To], 2)), graph.Laplacian().QuadraticForm(z), 1e-11);
            Close.Value(
                graph.Edges.Sum(e => e.Weight * Math.Pow(z[e.From] / Math.Sqrt(d[e.From]) - z[e.To] / Math.Sqrt(d[e.To]), 2)),
                graph.Laplacian(LaplacianKind.Symmetric).QuadraticForm(z), 1e-11);
        }
    }

    [Fact]
    public void ConstantsAreInTheKernelAndShiftsChangeNothing()
    {
        foreach (var graph in RandomGraphs.Several())
        {
            var z = RandomGraphs.Signal(graph.VertexCount, 7);
            var shifted = z.Select(x => x + 2.5).ToArray();
            var ones = Enumerable.Repeat(1.0, graph.VertexCount).ToArray();
            Close.Value(graph.Laplacian().QuadraticForm(z), graph.Laplacian().QuadraticForm(shifted), 1e-10);
            Assert.All(graph.Laplacian().Apply(ones), y => Assert.Equal(0, y));
            Assert.All(graph.Laplacian(LaplacianKind.RandomWalk).Apply(ones), y => Assert.Equal(0, y));
            var roots = graph.Degrees.ToArray().Select(Math.Sqrt).ToArray();
            Assert.All(graph.Laplacian(LaplacianKind.Symmetric).Apply(roots), y => Close.Value(0, y, 1e-13));
        }
    }

    [Fact]
    public void IsolatedVerticesHaveZeroRows()
    {
        var graph = Graph.FromEdges(3, [new(0, 2)]);
        foreach (var kind in RandomGraphs.Kinds)
        {
            Assert.Equal(new double[,] { { 1, 0, -1 }, { 0, 0, 0 }, { -1, 0, 1 } }, graph.Laplacian(kind).ToMatrix());
            Assert.Equal(0, graph.Laplacian(kind).Apply([1, 5, 2])[1]);
            Close.Values([0, 0, 2], Spectrum.Of(graph.Laplacian(kind)).Eigenvalues.ToArray(), 1e-14);
        }
    }

    [Fact]
    public void AHubIsAVertexLikeOthers()
    {
        // Degree 20 000 in one row: L z of a star is known, and the largest eigenvalue is the number of vertices.
        const int n = 20_001;
        var star = Graph.Stars(1, n);
        var z = RandomGraphs.Signal(n, 1);
        var image = star.Laplacian().Apply(z);
        Close.Value(z[1] - z[0], image[1], 0);
        Close.Value((n - 1) * z[0] - z.Skip(1).Sum(), image[0], 1e-8);
        Assert.Equal(1, ConnectedComponents.Of(star).Count);
        Close.Value(n, Lanczos.Largest(star.Laplacian(), 1, cancellation: TestContext.Current.CancellationToken).Eigenvalues[0], 1e-3);
        Assert.Equal(n, star.Laplacian().LargestEigenvalueBound);
    }

    [Fact]
    public void BadSignalsAreNamed()
    {
        var laplacian = Graph.Path(3).Laplacian();
        Assert.Contains("2 values; expected one for each of the 3", Assert.Throws<ArgumentException>(() => laplacian.Apply([1, 2])).Message);
        Assert.Contains("NaN at vertex 1", Assert.Throws<ArgumentException>(() => laplacian.QuadraticForm([1, double.NaN, 2])).Message);
    }

    private static double[,] Definition(Graph graph, LaplacianKind kind)
    {
        var w = graph.ToMatrix();
        var n = graph.VertexCount;
        var d = Enumerable.Range(0, n).Select(i => Enumerable.Range(0, n).Sum(j => w[i, j])).ToArray();
        double Inverse(double degree, double power) => degree > 0 ? Math.Pow(degree, power) : 0;
        var result = new double[n, n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                var plain = (i == j ? d[i] : 0) - w[i, j];
                result[i, j] = kind switch
                {
                    LaplacianKind.Unnormalized => plain,
                    LaplacianKind.Symmetric => Inverse(d[i], -0.5) * plain * Inverse(d[j], -0.5),
                    _ => Inverse(d[i], -1) * plain,
                };
            }
        }
        return result;
    }

    private static double[] Multiply(double[,] matrix, double[] z) =>
        [.. Enumerable.Range(0, z.Length).Select(i => Enumerable.Range(0, z.Length).Sum(j => matrix[i, j] * z[j]))];
}
