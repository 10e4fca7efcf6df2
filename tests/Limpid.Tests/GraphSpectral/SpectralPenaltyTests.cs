using Limpid.Graphs;
using Limpid.GraphSpectral;
using Limpid.Tests.Graphs;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.GraphSpectral;

public class SpectralPenaltyTests
{
    private static double Value(SpectralPenalty penalty, Tensor z)
    {
        using (penalty)
        using (var value = penalty.call(z)) return value.ToDouble();
    }

    /// <summary>Straight from the definition, sample by sample, with the transform of <see cref="Spectrum"/>.</summary>
    private static double Twin(Graph graph, LaplacianKind kind, Tensor z, Func<double, double> g, int norm)
    {
        var (spectrum, rows, sum) = (Spectrum.Of(graph.Laplacian(kind)), Check.Matrix(z), 0.0);
        for (var b = 0; b < rows.GetLength(0); b++)
        {
            var shares = spectrum.Transform([.. Enumerable.Range(0, rows.GetLength(1)).Select(i => rows[b, i])]);
            for (var k = 0; k < shares.Length; k++) sum += Math.Pow(Math.Abs(g(Math.Max(0, spectrum.Eigenvalues[k])) * shares[k]), norm);
        }
        return sum / rows.GetLength(0);
    }

    [Fact]
    public void EqualsItsSlowTwin()
    {
        foreach (var graph in RandomGraphs.Several())
        {
            foreach (var kind in new[] { LaplacianKind.Unnormalized, LaplacianKind.Symmetric })
            {
                using var z = Check.Random(3, 4, graph.VertexCount);
                Close.Value(0.7 * Twin(graph, kind, z, l => l, 2), Value(SpectralPenalty.Power(graph, 2, 0.7, kind, float64), z), 1e-9);
                Close.Value(0.7 * Twin(graph, kind, z, l => Math.Sqrt(1 - Math.Exp(-3 * l)), 2), Value(SpectralPenalty.Heat(graph, 3, 0.7, kind, float64), z), 1e-9);
                Close.Value(0.7 * Twin(graph, kind, z, _ => 1, 1), Value(SpectralPenalty.Fourier(graph, 0.7, null, kind, float64), z), 1e-9);
            }
        }
    }

    [Fact]
    public void PowerOneIsTheGraphPenalty()
    {
        using var z = Check.Random(1, 5, 12);
        using var plain = new GraphSpectralPenalty(Graph.Grid(3, 4), 0.3, dtype: float64);
        Close.Value(plain.call(z).ToDouble(), Value(SpectralPenalty.Power(Graph.Grid(3, 4), 1, 0.3, dtype: float64), z), 1e-12);
        // Heat of a short time is the penalty times that time.
        Close.Value(plain.call(z).ToDouble(), Value(SpectralPenalty.Heat(Graph.Grid(3, 4), 1e-6, 0.3 / 1e-6, dtype: float64), z), 1e-5);
    }

    [Fact]
    public void PathOfTwoByHand()
    {
        using var z = tensor(new double[,] { { 1, 0 } });
        var path = Graph.Path(2);
        Close.Value(4, Value(SpectralPenalty.Power(path, 3, 1, dtype: float64), z), 1e-12);
        Close.Value(Math.Sqrt(2), Value(SpectralPenalty.Fourier(path, 1, dtype: float64), z), 1e-12);
        Close.Value(Math.Sqrt(0.5), Value(SpectralPenalty.Fourier(path, 1, SpectralKernel.Ideal(1, 3), dtype: float64), z), 1e-12);
        // Hat of scale 1 at 0 and 2: 0 and 2 e^-2; heat of time 1: 1 and e^-2. Each filter gives ((g0 + g2) / 2, (g0 - g2) / 2).
        var (hat, heat) = (2 * Math.Exp(-2), Math.Exp(-2));
        Close.Value(hat / 2 + hat / 2 + (1 + heat) / 2 + (1 - heat) / 2, Value(SpectralPenalty.Wavelets(path, [1], 1, dtype: float64), z), 1e-12);
    }

    [Fact]
    public void GradientsMatchDifferences()
    {
        using var z = Check.Random(2, 3, 6);
        foreach (var penalty in new[] { SpectralPenalty.Power(Graph.Grid(2, 3), 2, 0.4, dtype: float64), SpectralPenalty.Heat(Graph.Grid(2, 3), 1, 0.4, dtype: float64),
            SpectralPenalty.Fourier(Graph.Grid(2, 3), 0.4, dtype: float64), SpectralPenalty.Wavelets(Graph.Grid(2, 3), [1, 4], 0.4, dtype: float64) })
            using (penalty) Check.Gradient(penalty.call, z);
    }

    [Fact]
    public void WrongInputIsNamedAndNothingIsLeft()
    {
        using var scope = NewDisposeScope();
        var graph = Graph.Path(3);
        var penalty = SpectralPenalty.Power(graph);
        Assert.Equal((1e-3, 2, "power 1"), (penalty.Weight, penalty.Norm, penalty.Form));
        Assert.Contains("[2, 4]; expected [B, 3]", Assert.Throws<ArgumentException>(() => penalty.call(zeros(2, 4))).Message);
        Assert.Contains("Float64; expected Float32", Assert.Throws<ArgumentException>(() => penalty.call(zeros(2, 3, float64))).Message);
        Assert.Equal("kind", Assert.Throws<ArgumentException>(() => SpectralPenalty.Fourier(graph, kind: LaplacianKind.RandomWalk)).ParamName);
        Assert.Equal("power", Assert.Throws<ArgumentOutOfRangeException>(() => SpectralPenalty.Power(graph, 0)).ParamName);
        Assert.Equal("scales", Assert.Throws<ArgumentException>(() => SpectralPenalty.Wavelets(graph, [])).ParamName);
        Assert.Equal(["filters"], penalty.state_dict().Keys);
        var z = zeros(2, 3);
        Check.LeavesNothing(() => penalty.call(z).Dispose());
        Check.LeavesNothing(() => SpectralPenalty.Wavelets(graph, [1, 2]).Dispose());
    }
}
