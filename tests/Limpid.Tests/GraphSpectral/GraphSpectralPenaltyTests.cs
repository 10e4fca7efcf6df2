using Limpid.Graphs;
using Limpid.GraphSpectral;
using Limpid.Tests.Graphs;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.GraphSpectral;

public class GraphSpectralPenaltyTests
{
    private static double Value(Graph graph, Tensor z, LaplacianKind kind = LaplacianKind.Unnormalized, bool rayleigh = false, double weight = 1)
    {
        using var penalty = new GraphSpectralPenalty(graph, weight, kind, rayleigh, z.dtype);
        return penalty.call(z).ToDouble();
    }

    /// <summary>Straight from eq. A-1: the mean over samples of the sum over edges.</summary>
    private static double Twin(Graph graph, Tensor z, LaplacianKind kind, bool rayleigh)
    {
        var rows = Check.Matrix(z);
        var sum = 0.0;
        for (var b = 0; b < rows.GetLength(0); b++)
        {
            var sample = Enumerable.Range(0, rows.GetLength(1)).Select(i => rows[b, i]).ToArray();
            var form = graph.Laplacian(kind).QuadraticForm(sample);
            sum += rayleigh ? form / (sample.Sum(x => x * x) + 1e-12) : form;
        }
        return sum / rows.GetLength(0);
    }

    [Fact]
    public void PathOfTwoByHand()
    {
        using var z = tensor(new double[,] { { 1, 0 }, { 1, -1 } });
        Close.Value(2.5, Value(Graph.Path(2), z), 1e-14);
        Assert.Equal(0.0025, Value(Graph.Path(2), z, weight: 1e-3), 15);
        Close.Value((1 + 2) / 2.0, Value(Graph.Path(2), z, rayleigh: true), 1e-11);
    }

    [Fact]
    public void EqualsItsSlowTwin()
    {
        foreach (var graph in RandomGraphs.Several())
        {
            using var z = Check.Random(3, 5, graph.VertexCount);
            foreach (var kind in RandomGraphs.Kinds)
                foreach (var rayleigh in new[] { false, true })
                    Close.Value(Twin(graph, z, kind, rayleigh), Value(graph, z, kind, rayleigh), 1e-10);
        }
    }

    [Fact]
    public void BatchFormIsTraceOfSecondMoment()
    {
        using var scope = NewDisposeScope();
        var graph = Graph.Grid(3, 4);
        var z = Check.Random(1, 7, 12);
        var l = tensor(graph.Laplacian().ToMatrix());
        var mean = z.mean([0]);
        var centred = z - mean;
        var covariance = centred.t().matmul(centred) / 7;
        Close.Value(l.matmul(z.t().matmul(z) / 7).diagonal().sum().ToDouble(), Value(graph, z), 1e-11);
        Close.Value(mean.matmul(l).matmul(mean).ToDouble() + l.matmul(covariance).diagonal().sum().ToDouble(), Value(graph, z), 1e-11);
        Assert.True(mean.matmul(l).matmul(mean).ToDouble() < 0.9 * Value(graph, z), "the form of the mean is another number");
    }

    [Fact]
    public void GradientIsTwoZLOverB()
    {
        using var scope = NewDisposeScope();
        var graph = Graph.Grid(2, 3);
        var z = Check.Random(2, 4, 6).requires_grad_();
        using var penalty = new GraphSpectralPenalty(graph, 0.5, dtype: float64);
        penalty.call(z).backward();
        Close.Values(Check.Values(z.detach().matmul(tensor(graph.Laplacian().ToMatrix())) * (2 * 0.5 / 4)), Check.Values(z.grad!), 1e-13);
    }

    [Fact]
    public void GradientsMatchDifferences()
    {
        foreach (var kind in RandomGraphs.Kinds)
        {
            foreach (var rayleigh in new[] { false, true })
            {
                using var penalty = new GraphSpectralPenalty(Graph.Stars(1, 5), 0.7, kind, rayleigh, float64);
                using var z = Check.Random(5, 3, 5);
                Check.Gradient(penalty.call, z);
            }
        }
    }

    [Fact]
    public void SecondDerivativeIsTwoLOverB()
    {
        foreach (var kind in RandomGraphs.Kinds)
        {
            using var scope = NewDisposeScope();
            using var penalty = new GraphSpectralPenalty(Graph.Stars(1, 5), 0.7, kind, dtype: float64);
            var (z, direction) = (Check.Random(5, 3, 5).requires_grad_(), Check.Random(6, 3, 5));
            var gradient = autograd.grad([penalty.call(z)], [z], retain_graph: true, create_graph: true)[0];
            var curved = autograd.grad([(gradient * direction).sum()], [z])[0];
            var l = tensor(Graph.Stars(1, 5).Laplacian(kind).ToMatrix());
            Close.Values(Check.Values(direction.mm(l + l.t()) * (0.7 / 3)), Check.Values(curved), 1e-13);
        }
    }

    [Fact]
    public void ActivationsMayBeOverwrittenBehindThePenalty()
    {
        using var scope = NewDisposeScope();
        using var penalty = new GraphSpectralPenalty(Graph.Path(2), 1, dtype: float64);
        var (x, l) = (Check.Random(5, 3, 2).requires_grad_(), tensor(Graph.Path(2).Laplacian().ToMatrix()));
        var z = x * 2;
        var before = z.detach().clone();
        var value = penalty.call(z);
        z.relu_();
        value.backward();
        Close.Values(Check.Values(before.mm(l) * (2 * 2 / 3.0)), Check.Values(x.grad!), 1e-13);
    }

    [Fact]
    public void ConstantsCostNothingAndShiftsChangeNothing()
    {
        using var scope = NewDisposeScope();
        var z = Check.Random(4, 3, 16);
        Close.Value(0, Value(Graph.Grid(4, 4), ones(3, 16, float64) * 2.5), 1e-12);
        Close.Value(Value(Graph.Grid(4, 4), z), Value(Graph.Grid(4, 4), z + 1.5), 1e-11);
        Assert.Equal(0, Value(Graph.FromEdges(16, []), z));
        Assert.Equal(0, Value(Graph.Grid(4, 4), zeros(3, 16, float64), rayleigh: true));
    }

    [Fact]
    public void RelabellingGraphAndNeuronsTogetherChangesNothing()
    {
        using var scope = NewDisposeScope();
        var (graph, order) = (Graph.Grid(3, 3), RandomGraphs.Order(9, 4));
        var z = Check.Random(6, 5, 9);
        var moved = z.index_select(1, tensor(order.Select(v => (long)v).ToArray()));
        Close.Value(Value(graph, z), Value(RandomGraphs.Relabel(graph, order), moved), 1e-12);
    }

    [Fact]
    public void SinglePrecisionIsTheDefault()
    {
        using var scope = NewDisposeScope();
        using var penalty = new GraphSpectralPenalty(Graph.Grid(8, 8), 1);
        var z = Check.Random(7, 20, 64);
        var result = penalty.call(z.to(float32));
        Assert.Equal(float32, result.dtype);
        Close.Value(1, result.ToDouble() / Value(Graph.Grid(8, 8), z), 1e-5);
        Assert.Equal(["matrix"], penalty.state_dict().Keys);
        Assert.Empty(penalty.parameters());
    }

    [Fact]
    public void WrongInputIsNamed()
    {
        using var scope = NewDisposeScope();
        using var penalty = new GraphSpectralPenalty(Graph.Path(3));
        Assert.Contains("[2, 4]; expected [B, 3]", Assert.Throws<ArgumentException>(() => penalty.call(zeros(2, 4))).Message);
        Assert.Contains("[3]; expected [B, 3]", Assert.Throws<ArgumentException>(() => penalty.call(zeros(3))).Message);
        Assert.Contains("[0, 3]", Assert.Throws<ArgumentException>(() => penalty.call(zeros(0, 3))).Message);
        Assert.Contains("Float64; expected Float32", Assert.Throws<ArgumentException>(() => penalty.call(zeros(2, 3, float64))).Message);
        Assert.Equal("weight", Assert.Throws<ArgumentOutOfRangeException>(() => new GraphSpectralPenalty(Graph.Path(3), -1)).ParamName);
        Assert.Equal("weight", Assert.Throws<ArgumentOutOfRangeException>(() => new GraphSpectralPenalty(Graph.Path(3), double.NaN)).ParamName);
    }

    [Fact]
    public void InputStaysAndTheBufferOutlivesAScope()
    {
        using var z = Check.Random(8, 4, 9);
        var before = Check.Values(z);
        GraphSpectralPenalty penalty;
        using (NewDisposeScope()) penalty = new GraphSpectralPenalty(Graph.Grid(3, 3), dtype: float64);
        using (penalty)
        {
            using var first = penalty.call(z);
            using var second = penalty.call(z);
            Assert.Equal(first.ToDouble(), second.ToDouble());
        }
        Assert.Equal(before, Check.Values(z));
        Assert.False(z.requires_grad);
    }

    [Fact]
    public void NothingIsLeftBehind()
    {
        using var z = Check.Random(9, 4, 9);
        using var penalty = new GraphSpectralPenalty(Graph.Grid(3, 3), rayleigh: true, dtype: float64);
        Check.LeavesNothing(() => penalty.call(z).Dispose());
        Check.LeavesNothing(() => new GraphSpectralPenalty(Graph.Grid(3, 3)).Dispose());
        using var trained = Check.Random(9, 4, 9).requires_grad_();
        using var form = new GraphSpectralPenalty(Graph.Grid(3, 3), dtype: float64);
        void Step()
        {
            using var scope = NewDisposeScope();
            form.call(trained).backward();
        }
        Step();
        Check.LeavesNothing(Step);
    }
}
