using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.GraphSpectral;

/// <summary>
/// An L1 or L2 penalty on a layer's activations: <c>lambda * sum_b sum_i |z_bi|</c> or <c>lambda / 2 * sum_b sum_i z_bi^2</c>.
/// </summary>
/// <remarks>
/// Summed over the batch, as in the authors' code, so its strength grows with the batch size; the graph penalty is averaged. lambda = 1,
/// Z = [[1, -2]]: 3 and 2.5. Source: code of Tong et al. 2020, arXiv:1810.00424.
/// </remarks>
public sealed class ActivationPenalty : nn.Module<Tensor, Tensor>
{
    /// <summary>A penalty on the activations themselves.</summary>
    /// <param name="norm">Which.</param>
    /// <param name="weight">lambda, 0 or larger; the paper chose 1e-4 for both.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="weight"/> is negative or not finite.</exception>
    public ActivationPenalty(ActivationNorm norm, double weight)
        : base(nameof(ActivationPenalty)) => (Norm, Weight) = (norm, PenaltyWeight.Check(weight, nameof(weight)));

    /// <summary>Which norm.</summary>
    public ActivationNorm Norm { get; }

    /// <summary>lambda.</summary>
    public double Weight { get; }

    /// <summary>The penalty of a batch.</summary>
    /// <param name="activations">Z, any shape.</param>
    /// <returns>A scalar that carries the gradient (0 for |z| at 0).</returns>
    public override Tensor forward(Tensor activations)
    {
        ArgumentNullException.ThrowIfNull(activations);
        using var scope = NewDisposeScope();
        var sum = Norm == ActivationNorm.L1 ? activations.abs().sum() : activations.mul(activations).sum().mul(0.5);
        return sum.mul(Weight).MoveToOuterDisposeScope();
    }
}
