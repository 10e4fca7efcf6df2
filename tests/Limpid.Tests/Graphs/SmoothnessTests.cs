using Limpid.Graphs;
using Xunit;

namespace Limpid.Tests.Graphs;

public class SmoothnessTests
{
    [Fact]
    public void SmallGraphsByHand()
    {
        var two = Graph.Path(2).Laplacian();
        Assert.Equal([0, 1, 2], new double[][] { [1, 1], [1, 0], [1, -1] }.Select(z => Smoothness.RayleighQuotient(two, z)));
        Close.Value(1.0 / 3, Smoothness.MoranI(Graph.Path(4), [1, 1, -1, -1]), 1e-15);
        Close.Value(-1, Smoothness.MoranI(Graph.Path(4), [1, -1, 1, -1]), 1e-15);
        Close.Value(3, Smoothness.TotalVariation(Graph.Path(3), [0, 1, 3]), 0);
    }

    [Fact]
    public void EigenvectorsHaveTheirEigenvalueAsQuotient()
    {
        foreach (var kind in RandomGraphs.Kinds.Where(kind => kind != LaplacianKind.RandomWalk))
        {
            var laplacian = Graph.Grid(4, 5).Laplacian(kind);
            var spectrum = Spectrum.Of(laplacian);
            for (var k = 0; k < 20; k++)
                Close.Value(spectrum.Eigenvalues[k], Smoothness.RayleighQuotient(laplacian, spectrum.Eigenvector(k)), 1e-12);
        }
    }

    [Fact]
    public void MoranIEqualsItsFormula()
    {
        foreach (var graph in RandomGraphs.Several().Where(graph => graph.EdgeCount > 0))
        {
            var z = RandomGraphs.Signal(graph.VertexCount, 8);
            var (w, mean, n) = (graph.ToMatrix(), z.Average(), z.Length);
            var pairs = from i in Enumerable.Range(0, n) from j in Enumerable.Range(0, n) select w[i, j] * (z[i] - mean) * (z[j] - mean);
            Close.Value(n / w.Cast<double>().Sum() * pairs.Sum() / z.Sum(x => (x - mean) * (x - mean)), Smoothness.MoranI(graph, z), 1e-12);
            Close.Value(Smoothness.MoranI(graph, z), Smoothness.MoranI(graph, z.Select(x => 3 * x + 7).ToArray()), 1e-12);
        }
    }

    [Fact]
    public void RelabellingGraphAndSignalTogetherChangesNothing()
    {
        var graph = Graph.Grid(4, 6);
        var order = RandomGraphs.Order(24, 1);
        var z = RandomGraphs.Signal(24, 9);
        var (other, moved) = (RandomGraphs.Relabel(graph, order), order.Select(v => z[v]).ToArray());
        Close.Value(Smoothness.MoranI(graph, z), Smoothness.MoranI(other, moved), 1e-13);
        Close.Value(Smoothness.TotalVariation(graph, z), Smoothness.TotalVariation(other, moved), 1e-12);
        Close.Value(Smoothness.RayleighQuotient(graph.Laplacian(), z), Smoothness.RayleighQuotient(other.Laplacian(), moved), 1e-13);
    }

    [Fact]
    public void DegenerateSignalsAndGraphsAreDefined()
    {
        var (path, empty, single) = (Graph.Path(7), Graph.FromEdges(3, []), Graph.Path(1));
        Assert.Equal(0, Smoothness.RayleighQuotient(path.Laplacian(), new double[7]));
        Assert.Equal(0, Smoothness.MoranI(path, Enumerable.Repeat(0.1, 7).ToArray()));
        Assert.Equal(0, Smoothness.MoranI(path, new double[7]));
        Assert.Equal(0, Smoothness.MoranI(empty, [1, 2, 3]));
        Assert.Equal(0, Smoothness.MoranI(single, [4]));
        Assert.Equal(0, Smoothness.RayleighQuotient(empty.Laplacian(), [1, 2, 3]));
        Assert.Equal(0, Smoothness.TotalVariation(empty, [1, 2, 3]));
    }

    [Fact]
    public void BadSignalsAreRefusedAndNoneIsChanged()
    {
        double[] z = [1, double.NaN];
        Assert.Contains("vertex 1", Assert.Throws<ArgumentException>(() => Smoothness.MoranI(Graph.Path(2), z)).Message);
        Assert.Contains("vertex 1", Assert.Throws<ArgumentException>(() => Smoothness.TotalVariation(Graph.Path(2), z)).Message);
        Assert.Throws<ArgumentException>(() => Smoothness.RayleighQuotient(Graph.Path(3).Laplacian(), z));
        Assert.Equal([1, double.NaN], z);
    }
}
