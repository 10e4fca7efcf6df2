using static TorchSharp.torch;

namespace Limpid.Mahalanobis.Reading;

/// <summary>What every whitening layer shares with Sigma, whichever rotation it learned.</summary>
/// <param name="SquaredNorms">sum_i |w_i|^2.</param>
/// <param name="PrecisionTrace">tr Sigma^-1.</param>
/// <param name="LogDeterminant">log det(W)^2; NaN if W isn't square, -infinity if it is singular.</param>
/// <param name="PrecisionLogDeterminant">log det Sigma^-1.</param>
public sealed record LayerInvariants(double SquaredNorms, double PrecisionTrace, double LogDeterminant, double PrecisionLogDeterminant)
{
    internal static LayerInvariants Of(Tensor weight, Gaussian gaussian)
    {
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var squares = weight.square().sum().item<double>();
        var determinant = weight.size(0) == weight.size(1) ? 2 * linalg.slogdet(weight).Item2.item<double>() : double.NaN;
        return new(squares, gaussian.Eigenvalues.Sum(value => 1 / value), determinant, -gaussian.LogDeterminant);
    }
}
