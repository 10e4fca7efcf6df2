using Limpid.Graphs;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Graphs;

public class WaveletFrameTests
{
    private static WaveletFrame[] Frames(Laplacian l) =>
        [WaveletFrame.MexicanHat(l, [4, 1, 0.25]), WaveletFrame.Meyer(l), WaveletFrame.AbSpline3(l), WaveletFrame.HalfCosine(l)];

    private static double Energy(WaveletFrame frame, double[] signal)
    {
        using var scope = NewDisposeScope();
        return frame.ToMatrices().Sum(matrix => tensor(matrix).mv(tensor(signal)).square().sum().ToDouble());
    }

    [Fact]
    public void KernelsHaveTheirClosedForms()
    {
        var spline = SpectralKernel.AbSpline3(2);
        Close.Values([0.25, 1, 1.375, 1, 0.25], new[] { 0.25, 0.5, 0.75, 1, 2 }.Select(spline), 1e-14);
        // Cubic and power law meet at 1 and 2 with equal slopes, 2 and -1 (in x).
        var unit = SpectralKernel.AbSpline3(1);
        foreach (var (at, slope) in new[] { (1.0, 2.0), (2.0, -1.0) })
            foreach (var step in new[] { -1e-6, 1e-6 }) Close.Value(slope, (unit(at + step) - unit(at)) / step, 1e-5);
        Close.Value(SpectralKernel.SplineTop, Enumerable.Range(0, 100_001).Max(i => unit(1 + i / 100_000.0)), 1e-9);
        var meyer = SpectralKernel.Meyer(1);
        // v(1/2) = 1/2, so both flanks pass sqrt(1/2) in their middles.
        Close.Values([0, 0, Math.Sqrt(0.5), 1, Math.Sqrt(0.5), 0, 0], new[] { 0, 2.0 / 3, 1, 4.0 / 3, 2, 8.0 / 3, 9 }.Select(meyer), 1e-12);
        Close.Values([1, 1, Math.Sqrt(0.5), 0, 0], new[] { 0, 2.0 / 3, 1, 4.0 / 3, 9 }.Select(SpectralKernel.MeyerScaling(1)), 1e-12);
        Close.Values([0, 0.5, 1, 0.5, 0, 0], new[] { 0.0, 0.5, 1, 1.5, 2, 3 }.Select(SpectralKernel.HalfCosine(1, 2)), 1e-14);
    }

    [Fact]
    public void PathOfTwoByHand()
    {
        var frame = WaveletFrame.Meyer(Graph.Path(2).Laplacian(), 2);
        Close.Values([1, 0, 0], frame.Kernels.Select(g => g(0)), 1e-14);
        Close.Values([0, 0, 1], frame.Kernels.Select(g => g(2)), 1e-14);
        Close.Values([0.5, 0.5, 0.5, 0.5], frame.ToMatrices()[0].Cast<double>(), 1e-14);
        Close.Values([0.5, -0.5, -0.5, 0.5], frame.ToMatrices()[2].Cast<double>(), 1e-14);
    }

    [Fact]
    public void TightFramesKeepTheLengthOfEverySignal()
    {
        foreach (var graph in RandomGraphs.Several())
        {
            foreach (var kind in new[] { LaplacianKind.Unnormalized, LaplacianKind.Symmetric })
            {
                var (l, signal) = (graph.Laplacian(kind), RandomGraphs.Signal(graph.VertexCount, 4));
                var square = signal.Sum(value => value * value);
                foreach (var (frame, bound) in new[] { (WaveletFrame.Meyer(l, 1), 1.0), (WaveletFrame.Meyer(l, 5), 1), (WaveletFrame.HalfCosine(l, 3), 9.0 / 8), (WaveletFrame.HalfCosine(l, 7), 9.0 / 8) })
                {
                    Close.Value(bound, frame.Bounds().Lower, 1e-12);
                    Close.Value(bound, frame.Bounds().Upper, 1e-12);
                    Close.Value(bound * square, Energy(frame, signal), 1e-9 * (1 + square));
                }
            }
        }
    }

    [Fact]
    public void EnergyLiesBetweenTheBounds()
    {
        foreach (var graph in RandomGraphs.Several())
        {
            foreach (var frame in Frames(graph.Laplacian()))
            {
                var signal = RandomGraphs.Signal(graph.VertexCount, 9);
                var (square, (lower, upper)) = (signal.Sum(value => value * value), frame.Bounds());
                Assert.True(lower > 0, $"{frame.Name} is no frame");
                Assert.InRange(Energy(frame, signal), lower * square - 1e-9, upper * square + 1e-9);
            }
        }
    }

    [Fact]
    public void ChebyshevComesNearTheExactOperators()
    {
        var l = Graph.Grid(5, 6).Laplacian();
        using var z = tensor(RandomGraphs.Signal(30, 3));
        foreach (var frame in Frames(l))
        {
            foreach (var g in frame.Kernels)
            {
                using var exact = new ExactFilter(l, g).Apply(z);
                using var near = new ChebyshevFilter(l, g, order: 200).Apply(z);
                Close.Values(exact.data<double>(), near.data<double>(), 2e-3);
            }
        }
    }

    [Fact]
    public void WrongInputIsNamed()
    {
        var l = Graph.Path(3).Laplacian();
        Assert.Equal("scales", Assert.Throws<ArgumentException>(() => WaveletFrame.MexicanHat(l, [])).ParamName);
        Assert.Contains("count is 2; expected 3", Assert.Throws<ArgumentOutOfRangeException>(() => WaveletFrame.HalfCosine(l, 2)).Message);
        Assert.Contains("count is 0; expected 1", Assert.Throws<ArgumentOutOfRangeException>(() => WaveletFrame.Meyer(l, 0)).Message);
        Assert.Equal("width", Assert.Throws<ArgumentOutOfRangeException>(() => SpectralKernel.HalfCosine(0, 0)).ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => SpectralKernel.Meyer(double.NaN));
        Assert.Equal("Meyer, 4 scales", WaveletFrame.Meyer(l).Name);
    }
}
