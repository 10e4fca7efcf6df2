using static TorchSharp.torch;

namespace Limpid.Mahalanobis.Reading;

/// <summary>How near <c>W' W</c> is to a multiple of <c>Sigma^-1</c>: <c>| W' W - c Sigma^-1 |_F / | c Sigma^-1 |_F</c>.</summary>
/// <param name="Scale">The c of least <c>| W' W - c Sigma^-1 |_F</c>, <c>tr(W' W Sigma^-1) / tr(Sigma^-2)</c>: 1 for a whitening layer, 2 for its ReLU pairs.</param>
/// <param name="Error">At c = 1.</param>
/// <param name="PairError">At c = 2.</param>
/// <param name="ScaledError">At c = <paramref name="Scale"/>; NaN if that is 0.</param>
/// <remarks>The small eigenvalues of Sigma weigh most here; <see cref="Sphericity"/> treats all directions alike.</remarks>
public sealed record PrecisionMatch(double Scale, double Error, double PairError, double ScaledError)
{
    internal static PrecisionMatch Of(Tensor weight, Gaussian gaussian)
    {
        using var scope = NewDisposeScope();
        using var off = no_grad();
        // Along the principal axes Sigma^-1 is diagonal, so that no inverse is made.
        var along = weight.mm(gaussian.Eigenvectors);
        var (products, precisions) = (along.t().mm(along), tensor(gaussian.Eigenvalues.Select(value => 1 / value).ToArray()));
        var size = precisions.square().sum().item<double>();
        var scale = products.diagonal().dot(precisions).item<double>() / size;
        double At(double c) => linalg.norm(products.sub(diag(precisions.mul(c)))).item<double>() / (c * Math.Sqrt(size));
        return new(scale, At(1), At(2), scale > 0 ? At(scale) : double.NaN);
    }
}
