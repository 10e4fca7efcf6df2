using Limpid.Graphs;
using Xunit;

namespace Limpid.Tests.Graphs;

public class SpectrumTests
{
    [Fact]
    public void PathOfThreeByHand()
    {
        var spectrum = Spectrum.Of(Graph.Path(3).Laplacian());
        Close.Values([0, 1, 3], spectrum.Eigenvalues.ToArray(), 1e-14);
        Close.Values([1, 1, 1], spectrum.Eigenvector(0).Select(x => x * Math.Sqrt(3)), 1e-13);
        Close.Values([1, 0, -1], spectrum.Eigenvector(1).Select(x => x * Math.Sqrt(2)), 1e-13);
        Close.Values([-1, 2, -1], spectrum.Eigenvector(2).Select(x => x * Math.Sqrt(6)), 1e-13);
    }

    [Fact]
    public void EachPairSolvesItsEquation()
    {
        foreach (var graph in RandomGraphs.Several())
        {
            foreach (var kind in RandomGraphs.Kinds)
            {
                var (laplacian, spectrum) = (graph.Laplacian(kind), Spectrum.Of(graph.Laplacian(kind)));
                for (var k = 0; k < graph.VertexCount; k++)
                {
                    var (value, u) = (spectrum.Eigenvalues[k], spectrum.Eigenvector(k));
                    Close.Values(u.Select(x => value * x), laplacian.Apply(u), 1e-12);
                    Close.Value(1, u.Sum(x => x * x), 1e-12);
                    Assert.True(u.Max() >= -u.Min() * (1 - 1e-8), "the entry of largest size must be positive");
                }
                Assert.True(kind == LaplacianKind.Unnormalized || spectrum.Eigenvalues[^1] <= 2 + 1e-12);
            }
        }
    }

    [Fact]
    public void VectorsAreOrthogonal()
    {
        foreach (var graph in RandomGraphs.Several().Append(Graph.CapsuleAlignment(10, 16)))
        {
            var spectrum = Spectrum.Of(graph.Laplacian());
            var vectors = Enumerable.Range(0, graph.VertexCount).Select(spectrum.Eigenvector).ToArray();
            for (var k = 0; k < vectors.Length; k++)
                for (var other = 0; other <= k; other++)
                    Close.Value(k == other ? 1 : 0, vectors[k].Zip(vectors[other], (a, b) => a * b).Sum(), 1e-13);
        }
    }

    [Fact]
    public void OneVertexAndNoEdgesHaveZerosOnly()
    {
        foreach (var kind in RandomGraphs.Kinds)
        {
            Assert.Equal([0.0], Spectrum.Of(Graph.Path(1).Laplacian(kind)).Eigenvalues.ToArray());
            Assert.Equal([0.0, 0, 0], Spectrum.Of(Graph.FromEdges(3, []).Laplacian(kind)).Eigenvalues.ToArray());
        }
    }

    [Fact]
    public void RelabellingKeepsTheSpectrum()
    {
        foreach (var graph in RandomGraphs.Several())
        {
            var relabelled = RandomGraphs.Relabel(graph, RandomGraphs.Order(graph.VertexCount, 2));
            foreach (var kind in RandomGraphs.Kinds)
                Close.Values(Spectrum.Of(graph.Laplacian(kind)).Eigenvalues.ToArray(),
                    Spectrum.Of(relabelled.Laplacian(kind)).Eigenvalues.ToArray(), 1e-12);
        }
    }

    [Fact]
    public void ZerosCountComponents()
    {
        foreach (var graph in RandomGraphs.Several())
            foreach (var kind in RandomGraphs.Kinds)
                Assert.Equal(ConnectedComponents.Of(graph).Count,
                    Spectrum.Of(graph.Laplacian(kind)).Eigenvalues.ToArray().Count(value => Math.Abs(value) < 1e-9));
    }

    [Fact]
    public void VectorsOutOfRangeAreNamed() =>
        Assert.Equal("k", Assert.Throws<ArgumentOutOfRangeException>(() => Spectrum.Of(Graph.Path(2).Laplacian()).Eigenvector(2)).ParamName);
}
