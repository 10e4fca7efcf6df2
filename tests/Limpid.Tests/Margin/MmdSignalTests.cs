using Limpid.Graphs;
using Limpid.Margin;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Margin;

/// <summary>The MMD signal against the double sum of its definition and against the identity with the discrepancy of the neighbourhood.</summary>
public class MmdSignalTests
{
    private static double[,] Points(int n, int d, int seed)
    {
        var random = new Random(seed);
        var points = new double[n, d];
        for (var i = 0; i < n; i++)
            for (var c = 0; c < d; c++) points[i, c] = random.NextDouble() * 3 - 1;
        return points;
    }

    private static double Kernel(double[,] points, int a, int b, double gamma, int[]? classes) =>
        classes is not null && classes[a] != classes[b] ? 0 : Math.Exp(-gamma * Enumerable.Range(0, points.GetLength(1)).Sum(c => Math.Pow(points[a, c] - points[b, c], 2)));

    /// <summary>MMD^2 of two sets from the definition: three double sums.</summary>
    private static double Squared(double[,] points, int[] x, int[] y, double gamma, int[]? classes)
    {
        double Mean(int[] a, int[] b) => a.Average(i => b.Average(j => Kernel(points, i, j, gamma, classes)));
        return Mean(x, x) + Mean(y, y) - 2 * Mean(x, y);
    }

    private static double[] Twin(double[,] points, Graph graph, double gamma, int[]? classes)
    {
        int[] all = [.. Enumerable.Range(0, graph.VertexCount)];
        return [.. all.Select(v => Math.Sqrt(Math.Max(0, Squared(points, all, [.. all.Except([v, .. graph.Neighbours(v)])], gamma, classes))))];
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void EqualsItsSlowTwin(bool classWise)
    {
        using var scope = NewDisposeScope();
        var (points, classes) = (Points(70, 3, 1), Enumerable.Range(0, 70).Select(i => i % 3 * 7).ToArray());
        var graph = Graph.FromNeighbours(NearestNeighbours.Of(tensor(points), 5, TestContext.Current.CancellationToken));
        var twin = Twin(points, graph, 0.7, classWise ? classes : null);
        Close.Values(twin, MmdSignal.Of(tensor(points), graph, 0.7, classWise ? classes : null, cancellation: TestContext.Current.CancellationToken), 1e-9);
        Close.Values([.. twin.Select(v => v * v)], MmdSignal.Of(tensor(points), graph, 0.7, classWise ? classes : null, squared: true, TestContext.Current.CancellationToken), 1e-14);
    }

    /// <summary>MMD(X, X without S) = s/m MMD(S, X).</summary>
    [Fact]
    public void IsTheNeighbourhoodsOwnDiscrepancyUpToAFactor()
    {
        using var scope = NewDisposeScope();
        var points = Points(50, 4, 2);
        var graph = Graph.FromNeighbours(NearestNeighbours.Of(tensor(points), 4, TestContext.Current.CancellationToken));
        int[] all = [.. Enumerable.Range(0, 50)];
        double[] identity = [.. all.Select(v =>
        {
            int[] set = [v, .. graph.Neighbours(v)];
            return set.Length / (50.0 - set.Length) * Math.Sqrt(Squared(points, set, all, 1.3, null));
        })];
        Close.Values(identity, MmdSignal.Of(tensor(points), graph, 1.3, cancellation: TestContext.Current.CancellationToken), 1e-10);
    }

    [Fact]
    public void TheExampleOfTheDocumentation()
    {
        using var scope = NewDisposeScope();
        var signal = MmdSignal.Of(tensor(new double[] { 0, 0, 1 }).unsqueeze(1), Graph.FromEdges(3, [new(0, 1, 1)]), Math.Log(2), squared: true, cancellation: TestContext.Current.CancellationToken);
        Close.Values([4 / 9.0, 4 / 9.0], signal[..2], 1e-15);
    }

    [Theory]
    [InlineData(300, 3, 5)]
    [InlineData(2500, 9, 8)]
    public void OnePassGivesTheSameGraphAndSignal(int n, int d, int k)
    {
        using var scope = NewDisposeScope();
        var points = tensor(Points(n, d, n));
        var (graph, signal) = MmdSignal.WithGraph(points, k, 0.4, cancellation: TestContext.Current.CancellationToken);
        var expected = Graph.FromNeighbours(NearestNeighbours.Of(points, k, TestContext.Current.CancellationToken));
        Assert.Equal(expected.Edges, graph.Edges);
        Assert.Equal(MmdSignal.Of(points, expected, 0.4, cancellation: TestContext.Current.CancellationToken), signal);
    }

    /// <summary>Row sums of blocks that are no multiple of the block or the vector, against the kernel matrix.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(1023)]
    [InlineData(1025)]
    [InlineData(2051)]
    public void RowSumsEqualThoseOfTheKernelMatrix(int n)
    {
        using var scope = NewDisposeScope();
        var points = tensor(Points(n, 3, n)) + 40;
        var distances = (points.unsqueeze(1) - points.unsqueeze(0)).square().sum(2);
        Close.Values((-0.9 * distances).exp().sum(1).data<double>().ToArray(), KernelSums.Of(PointMatrix.From(points, "points"), 0.9, TestContext.Current.CancellationToken), 1e-10);
    }

    [Fact]
    public void DuplicatesAndConstantColumnsHaveTheirPlace()
    {
        using var scope = NewDisposeScope();
        var graph = Graph.Ring(6);
        Close.Values(new double[6], MmdSignal.Of(ones(6, 2), graph, 1, squared: true, cancellation: TestContext.Current.CancellationToken), 1e-15);
        Close.Values(new double[6], MmdSignal.Of(ones(6, 2), graph, 1, [0, 0, 0, 0, 0, 0], squared: true, TestContext.Current.CancellationToken), 1e-15);
    }

    [Fact]
    public void BadInputIsRefusedByName()
    {
        using var scope = NewDisposeScope();
        var (points, ring) = (tensor(Points(5, 2, 1)), Graph.Ring(5));
        Assert.Equal("gamma", Assert.Throws<ArgumentOutOfRangeException>(() => MmdSignal.Of(points, ring, 0, cancellation: TestContext.Current.CancellationToken)).ParamName);
        Assert.Equal("gamma", Assert.Throws<ArgumentOutOfRangeException>(() => MmdSignal.WithGraph(points, 2, double.NaN, cancellation: TestContext.Current.CancellationToken)).ParamName);
        Assert.Contains("[5, d]", Assert.Throws<ArgumentException>(() => MmdSignal.Of(points.narrow(0, 0, 4), ring, 1, cancellation: TestContext.Current.CancellationToken)).Message);
        Assert.Contains("There are 2 labels; expected 5", Assert.Throws<ArgumentException>(() => MmdSignal.Of(points, ring, 1, [1, 2], cancellation: TestContext.Current.CancellationToken)).Message);
        Assert.Contains("Vertex 0 is joined to all 4 others", Assert.Throws<ArgumentException>(() => MmdSignal.Of(points, Graph.Cliques(1, 5), 1, cancellation: TestContext.Current.CancellationToken)).Message);
        Assert.Equal("k", Assert.Throws<ArgumentOutOfRangeException>(() => MmdSignal.WithGraph(points, 5, 1, cancellation: TestContext.Current.CancellationToken)).ParamName);
        points[1, 1] = double.NaN;
        Assert.Contains("[1, 1]", Assert.Throws<ArgumentException>(() => MmdSignal.Of(points, ring, 1, cancellation: TestContext.Current.CancellationToken)).Message);
    }
}
