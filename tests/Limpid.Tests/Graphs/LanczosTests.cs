using Limpid.Graphs;
using Xunit;

namespace Limpid.Tests.Graphs;

public class LanczosTests
{
    private static Eigenpairs Smallest(Laplacian l, int count, double tolerance = 1e-10, long seed = 0) =>
        Lanczos.Smallest(l, count, tolerance, seed, TestContext.Current.CancellationToken);

    private static Eigenpairs Largest(Laplacian l, int count, double tolerance = 1e-10, long seed = 0) =>
        Lanczos.Largest(l, count, tolerance, seed, TestContext.Current.CancellationToken);

    private static void AreEigenpairs(Laplacian l, Eigenpairs pairs, double tolerance)
    {
        for (var k = 0; k < pairs.Eigenvalues.Length; k++)
        {
            var u = pairs.Eigenvector(k);
            Close.Value(1, u.Sum(value => value * value), 1e-12);
            var value = pairs.Eigenvalues[k];
            var residual = Math.Sqrt(l.Apply(u).Zip(u, (image, own) => Math.Pow(image - value * own, 2)).Sum());
            // One column and many are summed in another order: rounding is relative to L's size.
            Close.Value(residual, pairs.Residuals[k], 1e-14 * Math.Max(1, l.LargestEigenvalueBound));
            Assert.True(residual <= tolerance, $"residual {residual}");
            Assert.True(u.First(value => Math.Abs(value) >= u.Max(Math.Abs) * (1 - 1e-6)) > 0, "sign");
            if (l.Kind == LaplacianKind.RandomWalk) continue;
            for (var other = 0; other < k; other++) Close.Value(0, pairs.Eigenvector(other).Zip(u, (a, b) => a * b).Sum(), 1e-7);
        }
    }

    [Fact]
    public void EqualsTheFullSpectrum()
    {
        foreach (var graph in RandomGraphs.Several())
        {
            foreach (var kind in RandomGraphs.Kinds)
            {
                var l = graph.Laplacian(kind);
                var all = Spectrum.Of(l).Eigenvalues.ToArray();
                foreach (var count in new[] { 1, graph.VertexCount / 2, graph.VertexCount }.Where(c => c > 0).Distinct())
                {
                    var (low, high) = (Smallest(l, count), Largest(l, count));
                    Close.Values(all.Take(count), low.Eigenvalues.ToArray(), 1e-8);
                    Close.Values(all.Reverse().Take(count), high.Eigenvalues.ToArray(), 1e-8);
                    AreEigenpairs(l, low, 1e-8);
                    AreEigenpairs(l, high, 1e-8);
                }
            }
        }
    }

    public static TheoryData<string, double[]> ClosedForms => new()
    {
        { "grid", [.. from i in Enumerable.Range(0, 12) from j in Enumerable.Range(0, 12) select 4 - 2 * Math.Cos(Math.PI * i / 12) - 2 * Math.Cos(Math.PI * j / 12)] },
        { "torus", [.. from i in Enumerable.Range(0, 10) from j in Enumerable.Range(0, 10) select 4 - 2 * Math.Cos(2 * Math.PI * i / 10) - 2 * Math.Cos(2 * Math.PI * j / 10)] },
        { "rings", [.. from copy in Enumerable.Range(0, 5) from i in Enumerable.Range(0, 30) select 2 - 2 * Math.Cos(2 * Math.PI * i / 30)] },
        { "star", [0, .. Enumerable.Repeat(1.0, 98), 100] },
    };

    [Theory, MemberData(nameof(ClosedForms))]
    public void RepeatedEigenvaluesAreAllFound(string name, double[] spectrum)
    {
        var graph = name switch { "grid" => Graph.Grid(12, 12), "torus" => Graph.Torus(10, 10), "rings" => Graph.Rings(5, 30), _ => Graph.Stars(1, 100) };
        var l = graph.Laplacian();
        Array.Sort(spectrum);
        for (var seed = 0; seed < 3; seed++)
        {
            var (low, high) = (Smallest(l, 12, seed: seed), Largest(l, 12, seed: seed));
            Close.Values(spectrum.Take(12), low.Eigenvalues.ToArray(), 1e-8);
            Close.Values(spectrum.Reverse().Take(12), high.Eigenvalues.ToArray(), 1e-8);
            AreEigenpairs(l, low, 1e-8);
            AreEigenpairs(l, high, 1e-8);
        }
    }

    [Fact]
    public void LargeGraphMeetsItsClosedForm()
    {
        var l = Graph.Grid(60, 70).Laplacian();
        var exact = (from i in Enumerable.Range(0, 60) from j in Enumerable.Range(0, 70)
                     select 4 - 2 * Math.Cos(Math.PI * i / 60) - 2 * Math.Cos(Math.PI * j / 70)).Order().Take(6);
        var found = Smallest(l, 6, 1e-8);
        Close.Values(exact, found.Eigenvalues.ToArray(), 1e-7);
        AreEigenpairs(l, found, 8e-8);
        Assert.True(found.Products > 0);
    }

    [Fact]
    public void PathOfThreeByHand()
    {
        var l = Graph.Path(3).Laplacian();
        Close.Values([0, 1], Smallest(l, 2).Eigenvalues.ToArray(), 1e-12);
        Close.Values([3], Largest(l, 1).Eigenvalues.ToArray(), 1e-12);
        Close.Values([1, 0, -1], Smallest(l, 2).Eigenvector(1).Select(x => x * Math.Sqrt(2)), 1e-12);
        Close.Values([0], Smallest(Graph.Path(1).Laplacian(), 1).Eigenvalues.ToArray(), 0);
    }

    [Fact]
    public void SmallGapsAreResolved()
    {
        var found = Smallest(Graph.Path(2000).Laplacian(), 10, 1e-8);
        Close.Values(Enumerable.Range(0, 10).Select(k => 2 - 2 * Math.Cos(Math.PI * k / 2000)), found.Eigenvalues.ToArray(), 1e-9);
    }

    [Theory, InlineData(1e-4), InlineData(1e-6), InlineData(1e-9)]
    public void ResidualsKeepEveryTolerance(double tolerance)
    {
        foreach (var graph in new[] { Graph.Path(1000), Graph.Grid(25, 30), Blocks(8, 40) })
        {
            var l = graph.Laplacian(LaplacianKind.Symmetric);
            AreEigenpairs(l, Smallest(l, 8, tolerance), tolerance * l.LargestEigenvalueBound);
            AreEigenpairs(l, Largest(l, 8, tolerance), tolerance * l.LargestEigenvalueBound);
        }
    }

    [Fact]
    public void EigenvaluesWellApartTakeFewProducts()
    {
        // Eight blocks, loosely joined: eight small eigenvalues, then a wide gap, so no polynomial is worth its products.
        var found = Smallest(Blocks(8, 200).Laplacian(LaplacianKind.Symmetric), 8, 1e-6);
        Assert.True(found.Eigenvalues[7] < 0.1);
        Assert.InRange(found.Products, 8, 100);
    }

    private static Graph Blocks(int count, int size)
    {
        var random = new Random(1);
        return Graph.FromEdges(count * size, Enumerable.Range(0, count * size).SelectMany(v => Enumerable.Range(0, 12).Select(_ =>
                (v, other: random.Next(50) == 0 ? random.Next(count * size) : v / size * size + random.Next(size))))
            .Where(pair => pair.v != pair.other).Select(pair => (Math.Min(pair.v, pair.other), Math.Max(pair.v, pair.other))).Distinct()
            .Select(pair => new Edge(pair.Item1, pair.Item2)));
    }

    [Fact]
    public void CopiesOfASmallEigenvalueAreAllFound()
    {
        // Six equal rings: most eigenvalues come twelve times, and one Krylov space shows each once.
        var rings = RandomGraphs.Relabel(Graph.Rings(6, 40), RandomGraphs.Order(240, 3));
        var expected = Enumerable.Range(0, 40).SelectMany(k => Enumerable.Repeat(2 - 2 * Math.Cos(2 * Math.PI * k / 40), 6)).Order().Take(24);
        for (var seed = 0; seed < 3; seed++) Close.Values(expected, Smallest(rings.Laplacian(), 24, 1e-8, seed).Eigenvalues.ToArray(), 1e-7);
    }

    [Fact]
    public void SeedsGiveTheSameNumbersAgain()
    {
        var l = Graph.Grid(9, 11).Laplacian(LaplacianKind.Symmetric);
        Assert.Equal(Smallest(l, 4, seed: 3).Eigenvector(2), Smallest(l, 4, seed: 3).Eigenvector(2));
    }

    [Fact]
    public void ComponentsGiveTheZeros()
    {
        var found = Smallest(Graph.FromEdges(40, [new(0, 1), new(2, 3)]).Laplacian(), 10);
        Assert.All(found.Eigenvalues.ToArray(), value => Assert.Equal(0, value));
        Assert.Equal(0, found.Products);
        var three = Smallest(Graph.Lines(3, 20).Laplacian(LaplacianKind.RandomWalk), 4);
        Close.Values([0, 0, 0], three.Eigenvalues[..3].ToArray(), 0);
        Assert.True(three.Eigenvalues[3] > 1e-3);
    }

    [Fact]
    public void WrongInputIsNamed()
    {
        var l = Graph.Path(3).Laplacian();
        Assert.Contains("count is 4; expected 1 to 3", Assert.Throws<ArgumentOutOfRangeException>(() => Smallest(l, 4)).Message);
        Assert.Contains("count is 0", Assert.Throws<ArgumentOutOfRangeException>(() => Largest(l, 0)).Message);
        Assert.Contains("tolerance is 0", Assert.Throws<ArgumentOutOfRangeException>(() => Smallest(l, 1, 0)).Message);
        Assert.Contains("Eigenvector 2", Assert.Throws<ArgumentOutOfRangeException>(() => Smallest(l, 2).Eigenvector(2)).Message);
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.Throws<OperationCanceledException>(() => Lanczos.Smallest(Graph.Grid(9, 9).Laplacian(), 3, cancellation: cancelled.Token));
    }
}
