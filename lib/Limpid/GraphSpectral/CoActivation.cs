using Limpid.Graphs;
using static TorchSharp.torch;

namespace Limpid.GraphSpectral;

/// <summary>The graph that a layer's neurons make by acting alike: each neuron is the vector of its activations on a batch.</summary>
/// <remarks>
/// Built in float64 on the CPU; no gradient flows through it. With f_i on the same batch,
/// <c>sum_ij W_ij |f_i - f_j|^2 = 2 B mean_b z_b'Lz_b</c>: the penalty shrinks exactly the distances that the graph is built from, which is why groups
/// sharpen. Dead neurons are duplicates of each other, at distance 0.
/// <para>Source: Tong et al. 2020, arXiv:1810.00424, algorithm 1 and eq. A-2, and the authors' code.</para>
/// </remarks>
public static class CoActivation
{
    /// <summary>The graph of N neurons.</summary>
    /// <param name="activations">Z [B, N], finite; N at least 2. Left as it is.</param>
    /// <param name="kernel">How alike two neurons are; the paper's adaptive kernel if null.</param>
    /// <exception cref="ArgumentException">Z is no such matrix, a value is not finite, or the kernel asks for more neighbours than there are.</exception>
    public static Graph Graph(Tensor activations, CoActivationKernel? kernel = null)
    {
        var (_, _, neurons) = Activations.Copy(activations, nameof(activations));
        if (neurons < 2)
            throw new ArgumentException("The layer has a single neuron; expected at least 2.", nameof(activations));
        using var scope = NewDisposeScope();
        return (kernel ?? CoActivationKernel.Adaptive()).Build(activations.detach().t());
    }

    /// <summary>The number of connected components when only edges of at least some weight count.</summary>
    /// <remarks>
    /// A Gaussian kernel is never 0, so neurons that have nothing to do with each other still hang together by tiny weights; the paper states no
    /// threshold, and its code counts eigenvalues of D - W below 1e-3. Report the count at several thresholds.
    /// </remarks>
    /// <param name="graph">The graph.</param>
    /// <param name="threshold">The smallest weight that counts, 0 or larger.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threshold"/> is negative or NaN.</exception>
    public static int Components(Graph graph, double threshold)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return ConnectedComponents.Of(graph.AtLeast(threshold)).Count;
    }

    /// <summary>The number of eigenvalues of D - W below a limit: the count of the authors' code, with 1e-3.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="limit">Largest eigenvalue that still counts as 0.</param>
    public static int SmallEigenvalues(Graph graph, double limit = 1e-3)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return Below(Spectrum.Of(graph.Laplacian()), limit);
    }

    internal static int Below(Spectrum spectrum, double limit)
    {
        var count = 0;
        foreach (var value in spectrum.Eigenvalues)
            if (value < limit) count++;
        return count;
    }
}
