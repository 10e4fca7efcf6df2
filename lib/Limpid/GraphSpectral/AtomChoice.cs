using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.GraphSpectral;

/// <summary>
/// A soft-max over the atoms of a dictionary on the neurons' graph: c = s K' (analysis), p = softmax(c), z = p A (synthesis). Each sample must choose,
/// essentially, one atom, and the layer shows that atom.
/// </summary>
/// <remarks>
/// <para>
/// The rows of A [M, N] are the atoms, those of K [M, N] what they are recognised by; both are fixed buffers (keys <c>analysis</c>, <c>synthesis</c>). For a tight frame
/// (<see cref="Graphs.WaveletFrame"/>) K = A; for diffusion (<see cref="Graphs.DiffusionKernel"/>) the code takes K = P^t and for A the transposed pseudo-inverse, which undoes
/// the smoothing. With K = A = I the module is the soft-max itself. A factor on K makes the choice sharper.
/// </para>
/// <para>p sums to 1, so the layer cannot shrink. Where K is smooth on the graph, neighbouring atoms are chosen together. Source: the authors' code of Tong et al.,
/// arXiv:1810.00424.</para>
/// </remarks>
public sealed class AtomChoice : nn.Module<Tensor, Tensor>
{
    private readonly Tensor analysis, synthesis;

    /// <summary>A choice of atoms.</summary>
    /// <param name="analysis">K [M, N], finite.</param>
    /// <param name="synthesis">A [M, N], finite.</param>
    /// <param name="dtype">Type of the activations, <c>float32</c> if null.</param>
    /// <exception cref="ArgumentException">A matrix is empty, a value is not finite, or the shapes differ.</exception>
    public AtomChoice(double[,] analysis, double[,] synthesis, ScalarType? dtype = null)
        : base(nameof(AtomChoice))
    {
        Finite(analysis, nameof(analysis));
        Finite(synthesis, nameof(synthesis));
        if (analysis.GetLength(0) != synthesis.GetLength(0) || analysis.GetLength(1) != synthesis.GetLength(1))
            throw new ArgumentException(FormattableString.Invariant(
                $"The synthesis is {synthesis.GetLength(0)} x {synthesis.GetLength(1)}; expected {analysis.GetLength(0)} x {analysis.GetLength(1)} like the analysis."), nameof(synthesis));
        using var scope = NewDisposeScope();
        this.analysis = tensor(analysis, dtype ?? float32).t().contiguous().DetachFromDisposeScope();
        this.synthesis = tensor(synthesis, dtype ?? float32).DetachFromDisposeScope();
        RegisterComponents();
    }

    /// <summary>The probability of each atom.</summary>
    /// <param name="activations">s [B, N].</param>
    /// <returns>p [B, M]; rows sum to 1.</returns>
    /// <exception cref="ArgumentException">Shape or type do not fit.</exception>
    public Tensor Choose(Tensor activations)
    {
        Activations.Check(activations, analysis.size(0), nameof(activations));
        if (activations.dtype != analysis.dtype)
            throw new ArgumentException($"The activations are {activations.dtype}; expected {analysis.dtype} like the atoms.", nameof(activations));
        using var coefficients = activations.mm(analysis);
        return coefficients.softmax(1);
    }

    /// <summary>The layer after the choice.</summary>
    /// <param name="activations">s [B, N].</param>
    /// <returns>z [B, N].</returns>
    /// <exception cref="ArgumentException">Shape or type do not fit.</exception>
    public override Tensor forward(Tensor activations)
    {
        using var chosen = Choose(activations);
        return chosen.mm(synthesis);
    }

    private static void Finite(double[,] matrix, string name)
    {
        ArgumentNullException.ThrowIfNull(matrix, name);
        if (matrix.Length == 0 || matrix.Cast<double>().Any(value => !double.IsFinite(value)))
            throw new ArgumentException("The matrix is empty or holds a value that is not finite; expected numbers [M, N].", name);
    }
}
