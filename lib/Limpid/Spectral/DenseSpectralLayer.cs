using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Limpid.Spectral;

/// <summary>A dense spectral layer, however its eigenvectors are made: <c>y = x kernel + b</c> with <c>kernel_ji = B_ji (l_in_j - l_out_i)</c>, B = phi^T [n_in, n_out].</summary>
public abstract class DenseSpectralLayer : SpectralLayer
{
    /// <summary>The parts that all dense layers share.</summary>
    /// <param name="name">The module's name.</param>
    /// <param name="inputs">n_in, at least 1.</param>
    /// <param name="outputs">n_out, at least 1.</param>
    /// <param name="setup">What is trained.</param>
    /// <param name="dtype">float32 if null.</param>
    private protected DenseSpectralLayer(string name, long inputs, long outputs, SpectralSetup setup, ScalarType? dtype) : base(name, inputs, outputs, setup, false, 0, dtype)
    {
    }

    /// <summary>The dense layer that computes what this layer computes now: W = kernel^T, with this layer's bias.</summary>
    /// <returns>A new layer with parameters of its own.</returns>
    public Linear ToLinear()
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var linear = nn.Linear(Inputs, Outputs, hasBias: Bias is not null, dtype: Type);
        linear.weight!.copy_(Kernel().t());
        if (Bias is not null) linear.bias!.copy_(Bias);
        return linear;
    }

    internal override int InputAxis => 0;

    /// <inheritdoc/>
    public override Tensor Kernel()
    {
        using var difference = InputEigenvalues - OutputEigenvalues;
        var phi = Base;
        var kernel = phi * difference;
        // A base that is made of parts is made anew at each call.
        if (OwnsBase) return kernel;
        phi.Dispose();
        return kernel;
    }

    /// <summary>Whether <see cref="SpectralLayer.Base"/> is the layer's own tensor, else it is made at each call.</summary>
    private protected virtual bool OwnsBase => false;

    /// <summary>Phi [N, N], N = n_in + n_out: column j is the eigenvector of the network's j-th eigenvalue, input nodes first.</summary>
    /// <returns>float64, detached.</returns>
    public Tensor Eigenvectors()
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var phi = eye(Inputs + Outputs, dtype: float64);
        phi[TensorIndex.Slice(Inputs), TensorIndex.Slice(0, Inputs)] = Base.detach().cpu().to(float64).t();
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
