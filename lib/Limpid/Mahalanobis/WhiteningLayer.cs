using Limpid.Reproduction;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Limpid.Mahalanobis;

/// <summary>Linear layers with <c>|W x + b| = D_M(x)</c> for all x: all of them are <c>W = R Lambda^-1/2 V'</c>, <c>b = -W mu</c> with orthogonal R.</summary>
/// <remarks>
/// Rows are orthogonal for distinct variances only if R is a signed permutation, that is in the PCA layer. Layers are float64 unless asked otherwise, trainable, and the caller's to dispose.
/// Source: Oursland 2024, arXiv:2410.19352, equations 6 to 8 and the section on non-uniqueness.
/// </remarks>
public static class WhiteningLayer
{
    /// <summary>R = I: row i is <c>v_i' / sqrt(lambda_i)</c>, by descending variance.</summary>
    /// <param name="gaussian">N(mu, Sigma).</param>
    /// <param name="dtype">float64 if null.</param>
    public static Linear Pca(Gaussian gaussian, ScalarType? dtype = null) => Make(gaussian, scaled => scaled, dtype);

    /// <summary>R = V: <c>W = Sigma^-1/2</c>, the symmetric one, which moves points least.</summary>
    /// <param name="gaussian">N(mu, Sigma).</param>
    /// <param name="dtype">float64 if null.</param>
    public static Linear Zca(Gaussian gaussian, ScalarType? dtype = null) => Make(gaussian, gaussian.Eigenvectors.mm, dtype);

    /// <summary><c>W = C'</c> with <c>Sigma^-1 = C C'</c> and C lower triangular: row i sees inputs i, i + 1, ... only.</summary>
    /// <param name="gaussian">N(mu, Sigma).</param>
    /// <param name="dtype">float64 if null.</param>
    public static Linear Cholesky(Gaussian gaussian, ScalarType? dtype = null)
    {
        ArgumentNullException.ThrowIfNull(gaussian);
        // Sigma = U U' with U upper triangular is the Cholesky factor of Sigma with rows and columns in reverse; then C' = U^-1.
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var upper = linalg.cholesky(gaussian.Covariance.flip(0, 1)).flip(0, 1);
        var weight = linalg.solve_triangular(upper, eye(gaussian.Dimension, dtype: float64), upper: true);
        return LinearRows.Layer(weight, weight.mv(gaussian.Mean).neg(), dtype);
    }

    /// <summary>R random, uniform over the orthogonal matrices.</summary>
    /// <param name="gaussian">N(mu, Sigma).</param>
    /// <param name="seed">Of the draw; libtorch's own generator is left alone.</param>
    /// <param name="dtype">float64 if null.</param>
    public static Linear Random(Gaussian gaussian, Seed seed, ScalarType? dtype = null)
    {
        ArgumentNullException.ThrowIfNull(gaussian);
        using var rotation = RandomMatrices.Orthogonal(gaussian.Dimension, seed);
        return Rotated(gaussian, rotation, dtype);
    }

    /// <summary>R given.</summary>
    /// <param name="gaussian">N(mu, Sigma).</param>
    /// <param name="rotation">R [d, d], orthogonal: reflections too.</param>
    /// <param name="dtype">float64 if null.</param>
    /// <exception cref="ArgumentException">R has another shape or isn't orthogonal to 1e-8.</exception>
    public static Linear Rotated(Gaussian gaussian, Tensor rotation, ScalarType? dtype = null)
    {
        ArgumentNullException.ThrowIfNull(gaussian);
        Points.Check(rotation, gaussian.Dimension, nameof(rotation));
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var r = Points.Copy(rotation);
        var error = r.size(0) == gaussian.Dimension ? r.mm(r.t()).sub(eye(r.size(0), dtype: float64)).abs().max().item<double>() : double.PositiveInfinity;
        if (!(error <= 1e-8)) throw new ArgumentException(FormattableString.Invariant($"The rotation [{string.Join(", ", r.shape)}] is off R R' = I by {error:g3}; expected an orthogonal matrix of {gaussian.Dimension} dimensions."), nameof(rotation));
        return Make(gaussian, r.mm, dtype);
    }

    private static Linear Make(Gaussian gaussian, Func<Tensor, Tensor> turn, ScalarType? dtype)
    {
        ArgumentNullException.ThrowIfNull(gaussian);
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var weight = turn(gaussian.Eigenvectors.div(tensor(gaussian.Eigenvalues.ToArray()).sqrt()).t());
        return LinearRows.Layer(weight, weight.mv(gaussian.Mean).neg(), dtype);
    }
}
