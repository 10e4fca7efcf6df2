using Limpid.Graphs;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.GraphSpectral;

/// <summary>
/// The family of penalties on the graph Fourier transform of a layer: <c>alpha * mean_b sum_j || K_j z_b ||_p^p</c> with filters K_j on the
/// neurons' graph, L = U Lambda U'.
/// </summary>
/// <remarks>
/// <para>
/// <see cref="Power"/> with s = 1 is z'Lz, the graph penalty itself; <see cref="Fourier"/> asks for few frequencies, <see cref="Wavelets(WaveletFrame, double, bool, int, ScalarType?)"/> for few
/// places and scales. With p = 2 and K = U' the penalty is |z|^2 (Parseval). The first version of the paper frames the method so; its code
/// sums the L1 form over the batch where this averages, and applies U where the transform is U'.
/// </para>
/// <para>The filters are exact, from the full decomposition: for layers of up to some thousand neurons. They are one buffer (key <c>filters</c>).</para>
/// <para>On <c>Graph.Path(2)</c> with alpha 1 and Z = [[1, 0]]: Power(s) gives 2^s / 2, Fourier sqrt 2.</para>
/// <para>Source: Tong et al., arXiv:1810.00424v1, and the authors' code; the general form is ours.</para>
/// </remarks>
public sealed partial class SpectralPenalty : nn.Module<Tensor, Tensor>
{
    private readonly Tensor filters;
    private readonly int neurons;

    private SpectralPenalty(string name, IReadOnlyList<double[,]> filters, int norm, double weight, ScalarType? dtype)
        : base(nameof(SpectralPenalty))
    {
        (Form, Norm, Weight, neurons) = (name, norm, PenaltyWeight.Check(weight, nameof(weight)), filters[0].GetLength(1));
        using var scope = NewDisposeScope();
        // Rows of all filters under one another, transposed: the product with Z [B, N] gives all coefficients.
        this.filters = cat([.. filters.Select(filter => tensor(filter, dtype ?? float32))], 0).t().contiguous().DetachFromDisposeScope();
        RegisterComponents();
    }

    /// <summary>Which member of the family, for example "power 1".</summary>
    public string Form { get; }

    /// <summary>p, 1 or 2.</summary>
    public int Norm { get; }

    /// <summary>alpha.</summary>
    public double Weight { get; }

    /// <summary>Powers of the Laplacian: <c>alpha * mean_b z_b' L^s z_b</c>; K = Lambda^(s/2) U', p = 2.</summary>
    /// <param name="graph">The graph on the N neurons.</param>
    /// <param name="power">s, larger than 0; 1 is the graph penalty, more asks for more smoothness.</param>
    /// <param name="weight">alpha, 0 or larger.</param>
    /// <param name="kind">Unnormalized or symmetric.</param>
    /// <param name="dtype">Type of the activations, <c>float32</c> if null.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    /// <exception cref="ArgumentException"><paramref name="kind"/> is the random walk.</exception>
    public static SpectralPenalty Power(
        Graph graph, double power = 1, double weight = 1e-3, LaplacianKind kind = LaplacianKind.Unnormalized, ScalarType? dtype = null)
    {
        Positive(power, nameof(power));
        return Smooth(FormattableString.Invariant($"power {power}"), graph, lambda => Math.Pow(lambda, power / 2), weight, kind, dtype);
    }

    /// <summary>What heat takes away in a time t: <c>alpha * mean_b z_b' (I - e^(-tL)) z_b</c>; K = sqrt(1 - e^(-t Lambda)) U', p = 2.</summary>
    /// <param name="graph">The graph on the N neurons.</param>
    /// <param name="time">t, larger than 0; for small t the penalty is t z'Lz.</param>
    /// <param name="weight">alpha, 0 or larger.</param>
    /// <param name="kind">Unnormalized or symmetric.</param>
    /// <param name="dtype">Type of the activations, <c>float32</c> if null.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    /// <exception cref="ArgumentException"><paramref name="kind"/> is the random walk.</exception>
    public static SpectralPenalty Heat(
        Graph graph, double time = 1, double weight = 1e-3, LaplacianKind kind = LaplacianKind.Unnormalized, ScalarType? dtype = null)
    {
        Positive(time, nameof(time));
        return Smooth(FormattableString.Invariant($"heat {time}"), graph, lambda => Taken(time * lambda), weight, kind, dtype);
    }

    /// <summary>Few frequencies: <c>alpha * mean_b sum_k |g(lambda_k) (U'z_b)_k|</c>; p = 1.</summary>
    /// <param name="graph">The graph on the N neurons.</param>
    /// <param name="weight">alpha, 0 or larger.</param>
    /// <param name="kernel">g, 1 if null; a band leaves the other frequencies free.</param>
    /// <param name="kind">Unnormalized or symmetric.</param>
    /// <param name="dtype">Type of the activations, <c>float32</c> if null.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="weight"/> is negative or not finite.</exception>
    /// <exception cref="ArgumentException"><paramref name="kind"/> is the random walk.</exception>
    public static SpectralPenalty Fourier(
        Graph graph, double weight = 1e-3, Func<double, double>? kernel = null, LaplacianKind kind = LaplacianKind.Unnormalized, ScalarType? dtype = null) =>
        new("Fourier", [Analysis(graph, kernel ?? (_ => 1), kind)], 1, weight, dtype);

    /// <summary>Few places and scales: <c>alpha * mean_b sum_j || U g_j(Lambda) U'z_b ||_1</c> with Mexican hats g_j(lambda) = t_j lambda e^(-t_j lambda)
    /// and the scaling function e^(-t_max lambda) for what lies below them; p = 1.</summary>
    /// <param name="graph">The graph on the N neurons.</param>
    /// <param name="scales">t_1, t_2, ...: at least one, each larger than 0.</param>
    /// <param name="weight">alpha, 0 or larger.</param>
    /// <param name="kind">Unnormalized or symmetric.</param>
    /// <param name="dtype">Type of the activations, <c>float32</c> if null.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    /// <exception cref="ArgumentException"><paramref name="scales"/> is empty, or <paramref name="kind"/> is the random walk.</exception>
    public static SpectralPenalty Wavelets(
        Graph graph, IReadOnlyList<double> scales, double weight = 1e-3, LaplacianKind kind = LaplacianKind.Unnormalized, ScalarType? dtype = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return Wavelets(WaveletFrame.MexicanHat(graph.Laplacian(kind), scales), weight, dtype: dtype);
    }

    /// <summary>The penalty of a batch.</summary>
    /// <param name="activations">Z [B, N], B at least 1.</param>
    /// <returns>A scalar that carries the gradient (0 for |c| at a coefficient c = 0).</returns>
    /// <exception cref="ArgumentException">Shape or type of Z do not fit.</exception>
    public override Tensor forward(Tensor activations)
    {
        var batch = Activations.Check(activations, neurons, nameof(activations));
        if (activations.dtype != filters.dtype)
            throw new ArgumentException($"The activations are {activations.dtype}; expected {filters.dtype} like the filters (see the penalty's dtype).", nameof(activations));
        using var scope = NewDisposeScope();
        var coefficients = activations.mm(filters);
        var sum = Norm == 1 ? coefficients.abs().sum() : coefficients.mul(coefficients).sum();
        return sum.mul(Weight / batch).MoveToOuterDisposeScope();
    }

    private static SpectralPenalty Smooth(string name, Graph graph, Func<double, double> g, double weight, LaplacianKind kind, ScalarType? dtype) =>
        new(name, [Analysis(graph, g, kind)], 2, weight, dtype);

    /// <summary>g(Lambda) U'.</summary>
    private static double[,] Analysis(Graph graph, Func<double, double> g, LaplacianKind kind)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var spectrum = Spectrum.Of(graph.Laplacian(NotWalk(kind)));
        var n = graph.VertexCount;
        var matrix = new double[n, n];
        for (var k = 0; k < n; k++)
        {
            var (factor, vector) = (g(Math.Max(0, spectrum.Eigenvalues[k])), spectrum.Eigenvector(k));
            for (var v = 0; v < n; v++) matrix[k, v] = factor * vector[v];
        }
        return matrix;
    }

    // 1 - e^-x = 2 e^(-x/2) sinh(x/2), which keeps its digits near 0.
    private static double Taken(double x) => x > 1 ? Math.Sqrt(1 - Math.Exp(-x)) : Math.Sqrt(2 * Math.Exp(-x / 2) * Math.Sinh(x / 2));

    private static LaplacianKind NotWalk(LaplacianKind kind) => kind != LaplacianKind.RandomWalk
        ? kind
        : throw new ArgumentException("The random-walk Laplacian has no orthogonal transform; expected Unnormalized or Symmetric.", nameof(kind));

    private static void Positive(double value, string name)
    {
        if (!(value > 0 && double.IsFinite(value)))
            throw new ArgumentOutOfRangeException(name, value, FormattableString.Invariant($"{name} is {value}; expected a finite number larger than 0."));
    }
}
