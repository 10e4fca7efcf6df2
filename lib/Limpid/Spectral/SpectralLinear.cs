using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Limpid.Spectral;

/// <summary>The dense spectral layer: <c>y = x kernel + b</c> with <c>kernel_ji = B_ji (l_in_j - l_out_i)</c>, B = phi^T [n_in, n_out].</summary>
/// <remarks>
/// The state dictionary holds <c>eigenvectors</c> [n_in, n_out], <c>inputEigenvalues</c> [n_in, 1], <c>outputEigenvalues</c> [1, n_out] and, if there is one, <c>bias</c> [n_out].
/// Base [[2, 3]] (one input, two outputs) with l_in = 5 and l_out = (1, 4) is the kernel [[2 (5 - 1), 3 (5 - 4)]] = [[8, 3]].
/// </remarks>
/// <example>
/// <code>
/// var first = SpectralLinear.ForRelevance(784, 100);
/// var network = nn.Sequential(first, nn.ReLU(), nn.Linear(100, 10));
/// var loss = task + new EigenPenalty(Penalty.L2(1e-2), Penalty.L2(1e-4)).Of(first);
/// InputRelevance relevance = InputRelevance.Of(first);
/// </code>
/// </example>
public sealed class SpectralLinear : DenseSpectralLayer
{
    private readonly Tensor eigenvectors;

    /// <summary>A new layer; random starts come from libtorch's generator (<c>torch.manual_seed</c>).</summary>
    /// <param name="inputs">n_in, at least 1.</param>
    /// <param name="outputs">n_out, at least 1.</param>
    /// <param name="setup">What is trained; <see cref="SpectralSetup.Relevance"/> if null.</param>
    /// <param name="dtype">float32 if null, or float64.</param>
    /// <exception cref="ArgumentOutOfRangeException">A width is below 1.</exception>
    public SpectralLinear(long inputs, long outputs, SpectralSetup? setup = null, ScalarType? dtype = null)
        : base(nameof(SpectralLinear), inputs, outputs, setup ?? SpectralSetup.Relevance, dtype)
    {
        eigenvectors = Make(Setup.Base, [inputs, outputs]);
        RegisterComponents();
    }

    /// <summary>A layer whose input eigenvalues rank the inputs, see <see cref="SpectralSetup.Relevance"/>.</summary>
    /// <param name="inputs">n_in.</param>
    /// <param name="outputs">n_out.</param>
    /// <param name="dtype">float32 if null.</param>
    public static SpectralLinear ForRelevance(long inputs, long outputs, ScalarType? dtype = null) => new(inputs, outputs, SpectralSetup.Relevance, dtype);

    /// <summary>A layer whose output eigenvalues rank its outputs, see <see cref="SpectralSetup.Pruning"/>.</summary>
    /// <param name="inputs">n_in.</param>
    /// <param name="outputs">n_out.</param>
    /// <param name="dtype">float32 if null.</param>
    public static SpectralLinear ForPruning(long inputs, long outputs, ScalarType? dtype = null) => new(inputs, outputs, SpectralSetup.Pruning, dtype);

    /// <summary>The spectral layer that computes what a dense layer computes: phi = W / (l_in - l_out) with the eigenvalues' own start.</summary>
    /// <param name="linear">The layer; copied and left as it is. Without a bias, the new layer's is 0 if the set-up has one.</param>
    /// <param name="setup">What is to be trained; <see cref="SpectralSetup.Relevance"/> if null.</param>
    /// <exception cref="ArgumentException">An input and an output eigenvalue start equal, or the layer has a bias and the set-up none.</exception>
    public static SpectralLinear Of(Linear linear, SpectralSetup? setup = null)
    {
        ArgumentNullException.ThrowIfNull(linear);
        setup ??= SpectralSetup.Relevance;
        if (linear.bias is not null && !setup.Bias)
            throw new ArgumentException("The layer has a bias and the set-up has none; expected a set-up with Bias = true.", nameof(setup));
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var layer = new SpectralLinear(linear.weight!.size(1), linear.weight.size(0), setup, linear.weight.dtype);
        var difference = layer.InputEigenvalues - layer.OutputEigenvalues;
        if (difference.eq(0).any().ToBoolean())
        {
            layer.Dispose();
            throw new ArgumentException("An input eigenvalue equals an output eigenvalue at the start, which makes a weight 0 whatever its eigenvector; expected a set-up in which they differ.", nameof(setup));
        }
        layer.eigenvectors.copy_(linear.weight.t() / difference);
        if (linear.bias is not null) layer.Bias!.copy_(linear.bias);
        return layer;
    }

    /// <inheritdoc/>
    public override Tensor Base => eigenvectors;

    private protected override bool OwnsBase => true;
}
