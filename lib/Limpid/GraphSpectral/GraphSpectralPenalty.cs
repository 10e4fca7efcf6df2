using Limpid.Graphs;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.GraphSpectral;

/// <summary>
/// The penalty of graph spectral regularization on a layer of N neurons that are the vertices of a graph with Laplacian L:
/// <c>alpha * mean_b(z_b' L z_b)</c> (eq. A-1), to be added to the task loss.
/// </summary>
/// <remarks>
/// <para>
/// The mean over the batch is that of the per-sample forms, not the form of the mean activation:
/// <c>mean_b z_b'Lz_b = Tr(L Z'Z / B) = m'Lm + Tr(L Cov(Z))</c> with m the mean over the batch and Cov its population covariance. Neurons are
/// summed, samples averaged; a task loss with another reduction shifts the meaning of alpha. The gradient is <c>2 alpha Z L / B</c>.
/// </para>
/// <para>
/// With <see cref="Rayleigh"/> the term is <c>alpha * mean_b(z_b'Lz_b / (z_b'z_b + 1e-12))</c>, which shrinking the layer cannot reduce.
/// </para>
/// <para>
/// The paper taps a dense layer after its activation function and before dropout. On <c>Graph.Path(2)</c> with alpha 1, Z = [[1, 0], [1, -1]]
/// gives (1 + 4) / 2 = 2.5.
/// </para>
/// <para>
/// All kinds enter with their symmetric part, which has the same form; rounding is relative to <c>|z|^2</c>. Value and gradient share the product
/// Z L. The symmetric part is a buffer (key <c>matrix</c>), so <c>to</c> moves it.
/// </para>
/// <para>Source: Tong et al. 2020, arXiv:1810.00424, section 3 (eq. 3.1 there lacks a square), and the authors' code.</para>
/// </remarks>
public sealed class GraphSpectralPenalty : nn.Module<Tensor, Tensor>
{
    private readonly Tensor matrix;

    /// <summary>A penalty for a fixed graph.</summary>
    /// <param name="graph">The graph on the N neurons of the layer; its order is the neurons' order.</param>
    /// <param name="weight">alpha, 0 or larger; the paper's default is 0.001.</param>
    /// <param name="kind">Which Laplacian; the paper takes D - W for fixed graphs.</param>
    /// <param name="rayleigh">Whether each sample's form is divided by its squared length.</param>
    /// <param name="dtype">Type of the activations, <c>float32</c> if null.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="weight"/> is negative or not finite.</exception>
    public GraphSpectralPenalty(
        Graph graph, double weight = 1e-3, LaplacianKind kind = LaplacianKind.Unnormalized, bool rayleigh = false, ScalarType? dtype = null)
        : base(nameof(GraphSpectralPenalty))
    {
        ArgumentNullException.ThrowIfNull(graph);
        Weight = PenaltyWeight.Check(weight, nameof(weight));
        (Kind, Rayleigh) = (kind, rayleigh);
        // A module's own buffer would die with a dispose scope that happens to be open here.
        matrix = tensor(Symmetric(graph.Laplacian(kind).ToMatrix()), dtype ?? float32).DetachFromDisposeScope();
        RegisterComponents();
    }

    /// <summary>alpha.</summary>
    public double Weight { get; }

    /// <summary>Which Laplacian.</summary>
    public LaplacianKind Kind { get; }

    /// <summary>Whether each sample's form is divided by its squared length.</summary>
    public bool Rayleigh { get; }

    /// <summary>The penalty of a batch.</summary>
    /// <param name="activations">Z [B, N], B at least 1.</param>
    /// <returns>A scalar that carries the gradient.</returns>
    /// <exception cref="ArgumentException">Shape or type of Z do not fit.</exception>
    public override Tensor forward(Tensor activations)
    {
        var batch = Activations.Check(activations, matrix.size(0), nameof(activations));
        if (activations.dtype != matrix.dtype)
            throw new ArgumentException(
                $"The activations are {activations.dtype}; expected {matrix.dtype} like the Laplacian (see the penalty's dtype).", nameof(activations));
        if (!Rayleigh) return QuadraticForm.Of(activations, matrix, Weight / batch);
        using var scope = NewDisposeScope();
        var forms = activations.mm(matrix).mul(activations).sum(1);
        return forms.div(activations.mul(activations).sum(1).add(1e-12)).sum().mul(Weight / batch).MoveToOuterDisposeScope();
    }

    private static double[,] Symmetric(double[,] matrix)
    {
        var n = matrix.GetLength(0);
        for (var i = 0; i < n; i++)
            for (var j = 0; j < i; j++) matrix[i, j] = matrix[j, i] = (matrix[i, j] + matrix[j, i]) / 2;
        return matrix;
    }
}
