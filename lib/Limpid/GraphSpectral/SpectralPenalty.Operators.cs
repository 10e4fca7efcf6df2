using Limpid.Graphs;
using static TorchSharp.torch;

namespace Limpid.GraphSpectral;

// Penalties from operators that are built elsewhere.
public sealed partial class SpectralPenalty
{
    /// <summary>Few places and scales, for any frame: <c>alpha * mean_b sum_j || U g_j(Lambda) U'z_b ||_p^p</c>. With p = 2 and a tight frame it is A alpha |z|^2.</summary>
    /// <param name="frame">Filters on the neurons' graph, of the unnormalized or symmetric kind.</param>
    /// <param name="weight">alpha, 0 or larger.</param>
    /// <param name="scaling">Whether the scaling function is penalised like the wavelets; without it the smoothest part of a signal is free.</param>
    /// <param name="norm">p, 1 or 2.</param>
    /// <param name="dtype">Type of the activations, <c>float32</c> if null.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    /// <exception cref="ArgumentException">The frame's Laplacian is the random walk.</exception>
    public static SpectralPenalty Wavelets(WaveletFrame frame, double weight = 1e-3, bool scaling = true, int norm = 1, ScalarType? dtype = null)
    {
        ArgumentNullException.ThrowIfNull(frame);
        NotWalk(frame.Laplacian.Kind);
        return new(frame.Name, [.. frame.ToMatrices().Skip(scaling ? 0 : 1)], Known(norm), weight, dtype);
    }

    /// <summary>Any linear analysis: <c>alpha * mean_b || K z_b ||_p^p</c>, for example with the rows of a <see cref="DiffusionKernel"/>.</summary>
    /// <param name="analysis">K [M, N], finite; copied.</param>
    /// <param name="weight">alpha, 0 or larger.</param>
    /// <param name="norm">p, 1 or 2.</param>
    /// <param name="dtype">Type of the activations, <c>float32</c> if null.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    /// <exception cref="ArgumentException">K is empty or a value is not finite.</exception>
    public static SpectralPenalty Operator(double[,] analysis, double weight = 1e-3, int norm = 1, ScalarType? dtype = null)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        if (analysis.Length == 0 || analysis.Cast<double>().Any(value => !double.IsFinite(value)))
            throw new ArgumentException("The operator is empty or holds a value that is not finite; expected a matrix [M, N] of numbers.", nameof(analysis));
        return new(FormattableString.Invariant($"operator {analysis.GetLength(0)} x {analysis.GetLength(1)}"), [analysis], Known(norm), weight, dtype);
    }

    private static int Known(int norm) => norm is 1 or 2
        ? norm
        : throw new ArgumentOutOfRangeException(nameof(norm), norm, FormattableString.Invariant($"The norm is {norm}; expected 1 or 2."));
}
