using Limpid.Graphs;
using static TorchSharp.torch;

namespace Limpid.GraphSpectral;

/// <summary>How alike two neurons are by their activations on the same samples, f_i and f_j: the kernels of the learned graph.</summary>
/// <remarks>For |f_i - f_j| = 1: <c>Gaussian()</c> e^-1 = 0.368; <c>Neighbours(5)</c> 1 for mutual neighbours, 1/2 for one-sided ones.</remarks>
public abstract record CoActivationKernel
{
    private CoActivationKernel() { }

    /// <summary>exp(-|f_i - f_j|^2 / s^2), values below a threshold set to 0.</summary>
    /// <param name="scale">s; the code takes 1.</param>
    /// <param name="threshold">The smallest weight that stays an edge, 0 to 1; the code takes 0.1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static CoActivationKernel Gaussian(double scale = 1, double threshold = 0.1)
    {
        PositiveNumber.Checked(scale);
        if (!(threshold >= 0 && threshold <= 1))
            throw new ArgumentOutOfRangeException(nameof(threshold), threshold, FormattableString.Invariant($"The threshold is {threshold}; expected 0 to 1."));
        return new GaussianKernel(scale, threshold);
    }

    /// <summary>The k nearest other neurons, W = (A + A') / 2: the kernel of the published script, with k = 5.</summary>
    /// <param name="k">At least 1; less than the number of neurons.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="k"/> is below 1.</exception>
    public static CoActivationKernel Neighbours(int k = 5) => new NeighbourKernel(AtLeastOne(k, nameof(k)));

    /// <summary>
    /// exp(-|f_i - f_j|^2 / sigma_i^2) / 2 + exp(-|f_i - f_j|^2 / sigma_j^2) / 2 (eq. A-2), the paper's kernel: it does not depend on the scale of the layer. sigma_i is
    /// the distance to the neuron of the given rank, sigma^2 at least 1e-12.
    /// </summary>
    /// <param name="rank">1 for the nearest other neuron, as in the mouse experiment; the code takes 2.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rank"/> is below 1.</exception>
    public static CoActivationKernel Adaptive(int rank = 2) => new AdaptiveKernel(AtLeastOne(rank, nameof(rank)));

    /// <summary>The graph of neurons [N, B], finite; N at least 2.</summary>
    internal abstract Graph Build(Tensor neurons);

    private static int AtLeastOne(int value, string name) => value >= 1
        ? value
        : throw new ArgumentOutOfRangeException(name, value, FormattableString.Invariant($"{name} is {value}; expected 1 or more."));

    private static Tensor Checked(Tensor neurons, int k) => k < neurons.shape[0] ? neurons : throw new ArgumentException(FormattableString.Invariant(
        $"The kernel asks for neighbour {k} of {neurons.shape[0]} neurons; expected at most {neurons.shape[0] - 1}."), "kernel");

    private static NearestNeighbours All(Tensor neurons) => NearestNeighbours.Of(neurons, (int)neurons.shape[0] - 1);

    private sealed record GaussianKernel(double Scale, double Threshold) : CoActivationKernel
    {
        internal override Graph Build(Tensor neurons) => Graph.FromNeighbours(All(neurons), NeighbourWeight.Gaussian(Scale)).AtLeast(Threshold);
    }

    private sealed record NeighbourKernel(int K) : CoActivationKernel
    {
        internal override Graph Build(Tensor neurons) =>
            Graph.FromNeighbours(NearestNeighbours.Of(Checked(neurons, K), K), symmetrisation: Symmetrisation.Mean);
    }

    private sealed record AdaptiveKernel(int Rank) : CoActivationKernel
    {
        internal override Graph Build(Tensor neurons) => Graph.FromNeighbours(All(Checked(neurons, Rank)), NeighbourWeight.Adaptive(Rank));
    }
}
