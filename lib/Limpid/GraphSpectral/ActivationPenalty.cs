using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.GraphSpectral;

/// <summary>
/// A penalty on a layer's activations themselves: <c>lambda * sum_b sum_i |z_bi|</c>, <c>lambda / 2 * sum_b sum_i z_bi^2</c>, or one of the others
/// of <see cref="ActivationNorm"/>.
/// </summary>
/// <remarks>
/// All but the batch mean are summed over the batch, as in the authors' code, so their strength grows with the batch size; the graph
/// penalty is averaged. lambda = 1, Z = [[1, -2]]: L1 3, L2 2.5, batch mean 5, hinge 1 + sqrt 2. Source: code of Tong et al. 2020, arXiv:1810.00424.
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
    /// <param name="activations">Z, any shape; the first dimension is the batch.</param>
    /// <returns>A scalar that carries the gradient (0 for |z| at 0).</returns>
    public override Tensor forward(Tensor activations)
    {
        ArgumentNullException.ThrowIfNull(activations);
        using var scope = NewDisposeScope();
        var sum = Norm switch
        {
            ActivationNorm.L1 => activations.abs().sum(),
            ActivationNorm.L2 => activations.mul(activations).sum().mul(0.5),
            ActivationNorm.BatchMean => activations.mean([0]).square().sum(),
            _ => Hinge(activations.abs()),
        };
        return sum.mul(Weight).MoveToOuterDisposeScope();
    }

    // The root is taken of 1 where it isn't wanted: at 0 its slope would be infinite, and 0 times that no number.
    private static Tensor Hinge(Tensor size)
    {
        var large = size > 0.5;
        return where(large, where(large, size, ones_like(size)).sqrt(), size).sum();
    }
}
