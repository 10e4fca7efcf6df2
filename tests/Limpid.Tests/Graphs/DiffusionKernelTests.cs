using Limpid.Graphs;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Graphs;

public class DiffusionKernelTests
{
    [Fact]
    public void PathOfThreeByHand()
    {
        var path = Graph.Path(3);
        Close.Values([1 / 2.0, 1 / 2.0, 0, 1 / 3.0, 1 / 3.0, 1 / 3.0, 0, 1 / 2.0, 1 / 2.0], new DiffusionKernel(path).Analysis().Cast<double>(), 1e-15);
        // Two steps from vertex 0: half of row 0 and half of row 1.
        Close.Values([5 / 12.0, 5 / 12.0, 1 / 6.0], new DiffusionKernel(path, 2, every: 3).Analysis().Cast<double>(), 1e-15);
    }

    [Fact]
    public void RowsAreProbabilitiesAndStepsCompose()
    {
        using var scope = NewDisposeScope();
        foreach (var graph in RandomGraphs.Several())
        {
            var (once, five) = (tensor(new DiffusionKernel(graph).Analysis()), tensor(new DiffusionKernel(graph, 5).Analysis()));
            Close.Values(Enumerable.Repeat(1.0, graph.VertexCount), five.sum(1).data<double>(), 1e-12);
            Assert.True(five.min().ToDouble() >= 0);
            Close.Values(once.mm(once).mm(once).mm(once).mm(once).contiguous().data<double>(), five.contiguous().data<double>(), 1e-12);
        }
    }

    [Fact]
    public void SynthesisIsThePseudoInverse()
    {
        using var scope = NewDisposeScope();
        foreach (var (power, every) in new[] { (1, 1), (2, 1), (2, 3) })
        {
            var kernel = new DiffusionKernel(Graph.Grid(3, 4), power, every);
            var (k, inverse) = (tensor(kernel.Analysis()), tensor(kernel.Synthesis()));
            Assert.Equal(((12 + every - 1) / every, 12L), (k.size(0), inverse.size(0)));
            Close.Values(k.contiguous().data<double>(), k.mm(inverse).mm(k).contiguous().data<double>(), 1e-9);
            var projection = inverse.mm(k);
            Close.Values(projection.contiguous().data<double>(), projection.t().contiguous().data<double>(), 1e-9);
        }
    }

    [Fact]
    public void IsolatedVerticesKeepTheirWalker() =>
        Close.Values([0, 0, 1], new DiffusionKernel(Graph.FromEdges(3, [new Edge(0, 1)]), 4).Analysis().Cast<double>().TakeLast(3), 1e-15);

    [Fact]
    public void WrongInputIsNamed()
    {
        Assert.Equal("power", Assert.Throws<ArgumentOutOfRangeException>(() => new DiffusionKernel(Graph.Path(3), 0)).ParamName);
        Assert.Contains("expected 1 to 3", Assert.Throws<ArgumentOutOfRangeException>(() => new DiffusionKernel(Graph.Path(3), 1, 4)).Message);
    }
}
