using Limpid.Graphs;
using Limpid.GraphSpectral;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.GraphSpectral;

public class SpectralOperatorTests
{
    private static double Value(SpectralPenalty penalty, Tensor z)
    {
        using (penalty)
        using (var value = penalty.call(z)) return value.ToDouble();
    }

    [Fact]
    public void ParsevalForTightFrames()
    {
        using var z = Check.Random(7, 4, 10);
        var square = Check.Values(z).Sum(value => value * value) / 4;
        var l = Graph.Path(10).Laplacian();
        Close.Value(square, Value(SpectralPenalty.Wavelets(WaveletFrame.Meyer(l), 1, norm: 2, dtype: float64), z), 1e-9);
        Close.Value(square * 9 / 8, Value(SpectralPenalty.Wavelets(WaveletFrame.HalfCosine(l), 1, norm: 2, dtype: float64), z), 1e-9);
    }

    [Fact]
    public void WaveletsWithoutTheScalingFunctionLeaveConstantsFree()
    {
        using var z = full([3, 8], 2.5, float64);
        foreach (var frame in new[] { WaveletFrame.MexicanHat(Graph.Ring(8).Laplacian(), [1, 4]), WaveletFrame.Meyer(Graph.Ring(8).Laplacian()), WaveletFrame.AbSpline3(Graph.Ring(8).Laplacian()) })
        {
            Close.Value(0, Value(SpectralPenalty.Wavelets(frame, 1, scaling: false, dtype: float64), z), 1e-10);
            Assert.True(Value(SpectralPenalty.Wavelets(frame, 1, dtype: float64), z) > 10);
        }
    }

    [Fact]
    public void BothWaysToMexicanHatsAgree()
    {
        using var z = Check.Random(1, 3, 6);
        var frame = WaveletFrame.MexicanHat(Graph.Grid(2, 3).Laplacian(), [1, 4]);
        Close.Value(Value(SpectralPenalty.Wavelets(Graph.Grid(2, 3), [1, 4], 0.4, dtype: float64), z), Value(SpectralPenalty.Wavelets(frame, 0.4, dtype: float64), z), 1e-12);
    }

    [Fact]
    public void OperatorsByHand()
    {
        using var z = tensor(new double[,] { { 1, -2 }, { 0, 3 } });
        var k = new double[,] { { 1, 1 }, { 2, 0 }, { 0, -1 } };
        // K z: (-1, 2, 2) and (3, 0, -3).
        Close.Value(0.5 * (5 + 6) / 2, Value(SpectralPenalty.Operator(k, 0.5, dtype: float64), z), 1e-12);
        Close.Value(0.5 * (9 + 18) / 2, Value(SpectralPenalty.Operator(k, 0.5, norm: 2, dtype: float64), z), 1e-12);
        // Diffusion on two vertices averages: |-1/2| twice and |3/2| twice.
        Close.Value((1 + 3) / 2.0, Value(SpectralPenalty.Operator(new DiffusionKernel(Graph.Path(2), 2).Analysis(), 1, dtype: float64), z), 1e-12);
    }

    [Fact]
    public void WeightedEigenvectorsAreAFourierKernel()
    {
        // diag(e^-lambda) U' with the symmetric Laplacian, eigenvalues 0 and 2 on two vertices: (1, 0) has shares 1/sqrt 2 each.
        using var z = tensor(new double[,] { { 1, 0 } });
        var penalty = SpectralPenalty.Fourier(Graph.Path(2), 1, lambda => Math.Exp(-lambda), LaplacianKind.Symmetric, float64);
        Close.Value((1 + Math.Exp(-2)) / Math.Sqrt(2), Value(penalty, z), 1e-12);
    }

    [Fact]
    public void WrongInputIsNamed()
    {
        Assert.Equal("analysis", Assert.Throws<ArgumentException>(() => SpectralPenalty.Operator(new double[0, 3])).ParamName);
        Assert.Throws<ArgumentException>(() => SpectralPenalty.Operator(new[,] { { double.NaN } }));
        Assert.Contains("norm is 3; expected 1 or 2", Assert.Throws<ArgumentOutOfRangeException>(() => SpectralPenalty.Operator(new double[1, 1], norm: 3)).Message);
        Assert.Equal("kind", Assert.Throws<ArgumentException>(() => SpectralPenalty.Wavelets(WaveletFrame.Meyer(Graph.Path(3).Laplacian(LaplacianKind.RandomWalk)))).ParamName);
    }
}
