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
public sealed class SpectralLinear : SpectralLayer
{
    private readonly Tensor eigenvectors;

    /// <summary>A new layer; random starts come from libtorch's generator (<c>torch.manual_seed</c>).</summary>
    /// <param name="inputs">n_in, at least 1.</param>
    /// <param name="outputs">n_out, at least 1.</param>
    /// <param name="setup">What is trained; <see cref="SpectralSetup.Relevance"/> if null.</param>
    /// <param name="dtype">float32 if null, or float64.</param>
    /// <exception cref="ArgumentOutOfRangeException">A width is below 1.</exception>
    public SpectralLinear(long inputs, long outputs, SpectralSetup? setup = null, ScalarType? dtype = null)
        : base(nameof(SpectralLinear), inputs, outputs, setup ?? SpectralSetup.Relevance, false, 0, dtype)
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

    /// <summary>The dense layer that computes what this layer computes now: W = kernel^T, with this layer's bias.</summary>
    /// <returns>A new layer with parameters of its own.</returns>
    public Linear ToLinear()
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var linear = nn.Linear(Inputs, Outputs, hasBias: Bias is not null, dtype: eigenvectors.dtype);
        linear.weight!.copy_(Kernel().t());
        if (Bias is not null) linear.bias!.copy_(Bias);
        return linear;
    }

    /// <inheritdoc/>
    public override Tensor Base => eigenvectors;

    internal override int InputAxis => 0;

    /// <summary>Phi [N, N], N = n_in + n_out: column j is the eigenvector of the network's j-th eigenvalue, input nodes first.</summary>
    /// <returns>float64, detached.</returns>
    public Tensor Eigenvectors()
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var phi = eye(Inputs + Outputs, dtype: float64);
        phi[TensorIndex.Slice(Inputs), TensorIndex.Slice(0, Inputs)] = eigenvectors.detach().cpu().to(float64).t();
        return phi.MoveToOuterDisposeScope();
    }

    /// <summary>Lambda's diagonal [N]: input eigenvalues, then output eigenvalues.</summary>
    /// <returns>float64, detached.</returns>
    public Tensor Eigenvalues()
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        return cat([InputEigenvalues.detach().flatten(), OutputEigenvalues.detach().flatten()]).cpu().to(float64).MoveToOuterDisposeScope();
    }

    /// <summary>A = Phi Lambda Phi^-1 [N, N], of which the lower left block [n_out, n_in] is the transposed kernel.</summary>
    /// <returns>float64, detached.</returns>
    public Tensor Adjacency()
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var phi = Eigenvectors();
        var inverse = 2 * eye(Inputs + Outputs, dtype: float64) - phi;
        return (phi * Eigenvalues()).mm(inverse).MoveToOuterDisposeScope();
    }

    /// <summary>The layer's output.</summary>
    /// <param name="input">x [..., n_in].</param>
    /// <returns>[..., n_out].</returns>
    /// <exception cref="ArgumentException">The last axis isn't n_in long.</exception>
    public override Tensor forward(Tensor input)
    {
        if (input.ndim == 0 || input.size(-1) != Inputs)
            throw new ArgumentException($"The input has shape [{string.Join(", ", input.shape)}]; expected [..., {Inputs}].", nameof(input));
        using var kernel = Kernel();
        using var weight = kernel.t();
        return nn.functional.linear(input, weight, Bias);
    }
}
