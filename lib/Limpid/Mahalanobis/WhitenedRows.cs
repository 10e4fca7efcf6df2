using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Limpid.Mahalanobis;

/// <summary>The rows of a layer in whitened space, <c>R = W V Lambda^1/2</c>: orthogonal exactly if W whitens, then <c>W = R Lambda^-1/2 V'</c>.</summary>
/// <remarks>R is the identity for the PCA layer and V for the ZCA layer; <c>R R' = W Sigma W'</c>.</remarks>
public static class WhitenedRows
{
    /// <summary>R of a layer.</summary>
    /// <param name="layer">The layer, m rows.</param>
    /// <param name="gaussian">Of its d inputs.</param>
    /// <returns>[m, d], float64 on the CPU.</returns>
    /// <exception cref="ArgumentException">The dimensions differ.</exception>
    public static Tensor Of(Linear layer, Gaussian gaussian)
    {
        using var scope = NewDisposeScope();
        var (weight, _) = LinearRows.Of(layer);
        LinearRows.CheckFit(weight, gaussian);
        return Of(weight, gaussian).MoveToOuterDisposeScope();
    }

    internal static Tensor Of(Tensor weight, Gaussian gaussian)
    {
        using var scope = NewDisposeScope();
        using var off = no_grad();
        return weight.mm(gaussian.Eigenvectors).mul_(tensor(gaussian.Eigenvalues.ToArray()).sqrt()).MoveToOuterDisposeScope();
    }
}
