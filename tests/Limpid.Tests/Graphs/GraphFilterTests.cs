using Limpid.Graphs;
using Limpid.Tests.GraphSpectral;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Graphs;

public class GraphFilterTests
{
    private static readonly Func<double, double>[] Smooth =
        [SpectralKernel.Heat(0.7), SpectralKernel.MexicanHat(1.3), lambda => 1 / (1 + lambda), lambda => lambda * lambda];

    /// <summary>Straight from the definition: transform, multiply, invert.</summary>
    private static double[] Twin(Graph graph, LaplacianKind kind, Func<double, double> g, double[] signal)
    {
        var walk = kind == LaplacianKind.RandomWalk;
        var spectrum = Spectrum.Of(graph.Laplacian(walk ? LaplacianKind.Symmetric : kind));
        var scale = graph.Degrees.ToArray().Select(d => walk && d > 0 ? Math.Sqrt(d) : 1).ToArray();
        var shares = spectrum.Transform([.. signal.Zip(scale, (value, s) => value * s)]);
        for (var k = 0; k < shares.Length; k++) shares[k] *= g(Math.Max(0, spectrum.Eigenvalues[k]));
        return [.. spectrum.Invert(shares).Zip(scale, (value, s) => value / s)];
    }

    [Fact]
    public void BothFiltersEqualTheirSlowTwin()
    {
        foreach (var graph in RandomGraphs.Several())
        {
            var signal = RandomGraphs.Signal(graph.VertexCount, 5);
            using var z = tensor(signal);
            foreach (var kind in RandomGraphs.Kinds)
            {
                foreach (var g in Smooth)
                {
                    var (l, expected) = (graph.Laplacian(kind), Twin(graph, kind, g, signal));
                    using var exact = new ExactFilter(l, g).Apply(z);
                    Close.Values(expected, exact.data<double>(), 1e-9);
                    using var near = new ChebyshevFilter(l, g, order: 60).Apply(z);
                    Close.Values(expected, near.data<double>(), 1e-7);
                }
            }
        }
    }

    [Fact]
    public void PathOfTwoByHand()
    {
        using var z = tensor(new double[] { 1, 0 });
        var l = Graph.Path(2).Laplacian();
        using var heat = new ExactFilter(l, SpectralKernel.Heat(1)).Apply(z);
        Close.Values([(1 + Math.Exp(-2)) / 2, (1 - Math.Exp(-2)) / 2], heat.data<double>(), 1e-14);
        Close.Values([2.0 / 3, 1.0 / 3, 1.0 / 3, 2.0 / 3], new ExactFilter(l, lambda => 1 / (1 + lambda)).ToMatrix().Cast<double>(), 1e-15);
        var identity = new ChebyshevFilter(l, lambda => lambda, order: 1);
        Close.Values([1, 1], identity.Coefficients.ToArray(), 1e-14);
        using var product = identity.Apply(z);
        Close.Values([1, -1], product.data<double>(), 1e-14);
        Assert.Equal(2, l.LargestEigenvalueBound);
    }

    [Fact]
    public void PolynomialsAreExactAtTheirOrder()
    {
        var l = Graph.Grid(4, 5).Laplacian(LaplacianKind.Symmetric);
        Func<double, double> cubic = x => 2 - x + 0.5 * x * x * x;
        var filter = new ChebyshevFilter(l, cubic, order: 3);
        foreach (var lambda in new[] { 0, 0.3, 1, 1.7, 2 }) Close.Value(cubic(lambda), filter.Response(lambda), 1e-13);
        Close.Value(Math.PI, new ChebyshevFilter(l, _ => Math.PI, order: 0).Response(1.2), 1e-13);
    }

    [Fact]
    public void ResponseIsWhatTheFilterDoes()
    {
        var l = Graph.Torus(5, 6).Laplacian();
        var spectrum = Spectrum.Of(l);
        foreach (var jackson in new[] { false, true })
        {
            var filter = new ChebyshevFilter(l, SpectralKernel.Ideal(0, 2), order: 12, jackson);
            foreach (var k in new[] { 0, 7, 29 })
            {
                using var u = tensor(spectrum.Eigenvector(k));
                using var filtered = filter.Apply(u);
                var response = filter.Response(spectrum.Eigenvalues[k]);
                Close.Values(spectrum.Eigenvector(k).Select(value => value * response), filtered.data<double>(), 1e-12);
            }
        }
    }

    [Fact]
    public void JacksonTakesTheSwingAway()
    {
        var l = Graph.Grid(3, 3).Laplacian(LaplacianKind.Symmetric);
        var at = Enumerable.Range(0, 401).Select(i => i / 200.0).ToArray();
        var (plain, damped) = (new ChebyshevFilter(l, SpectralKernel.Ideal(0, 1), 40), new ChebyshevFilter(l, SpectralKernel.Ideal(0, 1), 40, jackson: true));
        Assert.True(at.Max(plain.Response) > 1.05);
        Assert.True(at.Max(damped.Response) < 1.001 && at.Min(damped.Response) > -0.001);
    }

    [Fact]
    public void SignalsSideBySideGiveTheSameAsAlone()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(4);
        var graph = Graph.FromMatrix(RandomGraphs.Matrix(700, 0.05, 3));
        foreach (var kind in RandomGraphs.Kinds)
        {
            var filter = new ChebyshevFilter(graph.Laplacian(kind), SpectralKernel.Heat(1), 10);
            var many = empty([700, 19], float64).normal_(0, 1, generator);
            var together = filter.Apply(many);
            foreach (var column in new[] { 0, 8, 18 })
                Close.Values(filter.Apply(many[TensorIndex.Colon, column]).data<double>(), together[TensorIndex.Colon, column].data<double>(), 1e-13);
            var product = graph.Laplacian(kind).Apply(many);
            Close.Values(graph.Laplacian(kind).Apply(many[TensorIndex.Colon, 3].data<double>().ToArray()), product[TensorIndex.Colon, 3].data<double>(), 1e-12);
        }
    }

    [Fact]
    public void ConstantsPassALowPassUnchanged()
    {
        using var z = full([64], 2.5, float64);
        using var filtered = new ChebyshevFilter(Graph.Grid(8, 8).Laplacian(), SpectralKernel.Heat(3), 40).Apply(z);
        Close.Values(Enumerable.Repeat(2.5, 64), filtered.data<double>(), 1e-12);
    }

    [Fact]
    public void DegenerateGraphsAreFiltered()
    {
        using var scope = NewDisposeScope();
        foreach (var kind in RandomGraphs.Kinds)
        {
            foreach (var graph in new[] { Graph.Path(1), Graph.FromEdges(3, []) })
            {
                var z = arange(1, graph.VertexCount + 1, float64);
                var expected = z.data<double>().ToArray().Select(value => value * Math.Exp(0));
                Close.Values(expected, new ExactFilter(graph.Laplacian(kind), SpectralKernel.Heat(2)).Apply(z).data<double>(), 1e-14);
                Close.Values(expected, new ChebyshevFilter(graph.Laplacian(kind), SpectralKernel.Heat(2)).Apply(z).data<double>(), 1e-13);
            }
        }
        // What flows stays within a component.
        var two = new ChebyshevFilter(Graph.Lines(2, 3).Laplacian(), SpectralKernel.Heat(5), 40).Apply(tensor(new double[] { 3, 0, 0, 0, 0, 0 }));
        Assert.Equal([0.0, 0, 0], two.data<double>().ToArray()[3..]);
        Close.Value(3, two.data<double>().ToArray()[..3].Sum(), 1e-12);
    }

    [Fact]
    public void TransformKeepsTheLength()
    {
        var spectrum = Spectrum.Of(Graph.Grid(4, 6).Laplacian());
        var z = RandomGraphs.Signal(24, 2);
        Close.Value(z.Sum(value => value * value), spectrum.Transform(z).Sum(value => value * value), 1e-11);
        Close.Values(z, spectrum.Invert(spectrum.Transform(z)), 1e-12);
        Assert.Throws<InvalidOperationException>(() => Spectrum.Of(Graph.Path(3).Laplacian(LaplacianKind.RandomWalk)).Transform([1, 2, 3]));
    }

    [Fact]
    public void TypeShapeAndInputAreKept()
    {
        using var scope = NewDisposeScope();
        var filter = new ChebyshevFilter(Graph.Path(3).Laplacian(), SpectralKernel.Heat(1));
        var z = tensor(new float[,] { { 1, 2 }, { 3, 4 }, { 5, 6 } });
        var result = filter.Apply(z);
        Assert.Equal((float32, 2L), (result.dtype, result.size(1)));
        Assert.Equal([1f, 2, 3, 4, 5, 6], z.data<float>().ToArray());
        Assert.Equal(float64, filter.Apply(tensor(new[] { 1, 2, 3 })).dtype);
        Check.LeavesNothing(() => filter.Apply(z).Dispose());
    }

    [Fact]
    public void WrongInputIsNamed()
    {
        using var scope = NewDisposeScope();
        var l = Graph.Path(3).Laplacian();
        var filter = new ChebyshevFilter(l, SpectralKernel.Heat(1));
        Assert.Contains("[2]; expected [3] or [3, m]", Assert.Throws<ArgumentException>(() => filter.Apply(zeros(2))).Message);
        Assert.Contains("NaN at vertex 1", Assert.Throws<ArgumentException>(() => filter.Apply(tensor(new[] { 0, double.NaN, 1 }))).Message);
        Assert.Contains("order is -1", Assert.Throws<ArgumentOutOfRangeException>(() => new ChebyshevFilter(l, SpectralKernel.Heat(1), -1)).Message);
        Assert.Contains("The kernel is", Assert.Throws<ArgumentException>(() => new ExactFilter(l, lambda => Math.Log(lambda))).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => SpectralKernel.Heat(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SpectralKernel.MexicanHat(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => SpectralKernel.Ideal(1, 0));
    }
}
