using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Limpid.Mahalanobis.Theorems;

/// <summary>A Gaussian and a layer after the inputs were mapped by <c>x' = A x + t</c>: <c>W' = W A^-1</c>, <c>b' = b - W A^-1 t</c>, so that all activations stay.</summary>
/// <param name="Gaussian">Of x'; the caller's to dispose.</param>
/// <param name="Layer">Of x'; the caller's to dispose.</param>
public sealed record AffineImage(Gaussian Gaussian, Linear Layer)
{
    /// <summary>Maps both; they stay as they are.</summary>
    /// <param name="gaussian">Of x, in d dimensions.</param>
    /// <param name="layer">Of x.</param>
    /// <param name="matrix">A [d, d], not singular.</param>
    /// <param name="shift">t [d].</param>
    /// <exception cref="ArgumentException">The shapes don't fit.</exception>
    public static AffineImage Of(Gaussian gaussian, Linear layer, Tensor matrix, Tensor shift)
    {
        ArgumentNullException.ThrowIfNull(gaussian);
        Points.Check(matrix, gaussian.Dimension, nameof(matrix));
        Points.CheckNumbers(shift, nameof(shift));
        if (matrix.size(0) != gaussian.Dimension || shift.ndim != 1 || shift.size(0) != gaussian.Dimension)
            throw new ArgumentException($"The map is [{string.Join(", ", matrix.shape)}] and [{string.Join(", ", shift.shape)}]; expected [{gaussian.Dimension}, {gaussian.Dimension}] and [{gaussian.Dimension}].", nameof(matrix));
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var (weight, bias) = LinearRows.Of(layer);
        LinearRows.CheckFit(weight, gaussian);
        var (a, t) = (Points.Copy(matrix), Points.Copy(shift));
        var covariance = a.mm(gaussian.Covariance).mm(a.t());
        var moved = linalg.solve(a.t(), weight.t()).t();
        return new(Mahalanobis.Gaussian.Of(a.mv(gaussian.Mean).add(t), covariance.add(covariance.t()).div(2)), LinearRows.Layer(moved, bias.sub(moved.mv(t))));
    }
}
