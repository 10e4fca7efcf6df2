using static TorchSharp.torch;

namespace Limpid.Mahalanobis.Mixtures;

/// <summary>A loss of distances whose gradients are responsibilities: <c>L = -log sum_j exp(-d_j)</c>, <c>dL/dd_j = softmax(-d)_j</c>.</summary>
public static class ImplicitEm
{
    /// <summary>The loss of each sample [n].</summary>
    /// <param name="distances">d [n, K].</param>
    public static Tensor Loss(Tensor distances)
    {
        ArgumentNullException.ThrowIfNull(distances);
        using var scope = NewDisposeScope();
        return distances.neg().logsumexp(-1).neg().MoveToOuterDisposeScope();
    }

    /// <summary>What the gradient of the loss is: how much each distance is responsible for its sample [n, K].</summary>
    /// <param name="distances">d [n, K].</param>
    public static Tensor Responsibilities(Tensor distances)
    {
        ArgumentNullException.ThrowIfNull(distances);
        using var scope = NewDisposeScope();
        return distances.neg().softmax(-1).MoveToOuterDisposeScope();
    }
}
