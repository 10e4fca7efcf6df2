using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Mahalanobis;

/// <summary>A normal distribution N(mu, Sigma) in d dimensions, float64 on the CPU: what a linear layer is read against.</summary>
/// <remarks>
/// <para>
/// <c>Sigma = V Lambda V'</c> with orthonormal columns v_i and variances lambda_i, descending; <c>D_M(x) = sqrt((x - mu)' Sigma^-1 (x - mu))</c> comes from the Cholesky factor
/// <c>Sigma = L L'</c> by a triangular solve, never from an inverse. An eigenvector has the sign that makes its largest entry positive.
/// </para>
/// <para>With mu = (3, 2) and Sigma = [[2, -1], [-1, 1]], (4, 2) has the distance 1: Sigma^-1 = [[1, 1], [1, 2]].</para>
/// <para>Source: Oursland 2024, arXiv:2410.19352, equations 1 to 5.</para>
/// </remarks>
public sealed partial class Gaussian : IDisposable
{
    private readonly Tensor given;
    private readonly Lazy<GaussianAxes> axes;

    private Gaussian(Tensor mean, Tensor given, Tensor covariance, Tensor factor, Lazy<GaussianAxes> axes, Conditioning conditioning, long? samples) =>
        (Mean, this.given, Covariance, Factor, this.axes, Conditioning, Samples) = (mean, given, covariance, factor, axes, conditioning, samples);

    /// <summary>mu [d].</summary>
    public Tensor Mean { get; }

    /// <summary>Sigma [d, d] as it is used, with what <see cref="Conditioning"/> did to it.</summary>
    public Tensor Covariance { get; }

    /// <summary>L [d, d], lower triangular with a positive diagonal: <c>Sigma = L L'</c>.</summary>
    public Tensor Factor { get; }

    /// <summary>What was done about a singular covariance.</summary>
    public Conditioning Conditioning { get; }

    /// <summary>How many points it was fitted to; null if mean and covariance were given.</summary>
    public long? Samples { get; }

    /// <summary>d.</summary>
    public int Dimension => (int)Mean.size(0);

    /// <summary>The variances lambda_i along the principal axes, descending, as they are used.</summary>
    public IReadOnlyList<double> Eigenvalues => axes.Value.Used;

    /// <summary>V [d, d]: column i is the axis of variance lambda_i. Belongs to this Gaussian.</summary>
    public Tensor Eigenvectors => axes.Value.Vectors;

    /// <summary>
    /// The number of variances above d eps times the largest before any conditioning (eps = 2^-52): at most n - 1 for a fit to n points. Variables in units that differ
    /// by more than 1e7 or so have variances below that although they count: see <see cref="ConditionNumber"/>.
    /// </summary>
    public int Rank => axes.Value.Rank;

    /// <summary>The largest variance over the smallest, as they are used.</summary>
    public double ConditionNumber => Eigenvalues[0] / Eigenvalues[^1];

    /// <summary>log det Sigma.</summary>
    public double LogDeterminant
    {
        get
        {
            using var scope = NewDisposeScope();
            return 2 * Factor.diagonal().log().sum().ToDouble();
        }
    }

    /// <summary>A Gaussian of which mean and covariance are known.</summary>
    /// <param name="mean">mu [d]; copied.</param>
    /// <param name="covariance">Sigma [d, d], symmetric; copied.</param>
    /// <param name="conditioning">What to do about a singular covariance; nothing if null.</param>
    /// <exception cref="ArgumentException">The shapes don't fit, a value isn't finite, or the covariance isn't symmetric or has a negative eigenvalue.</exception>
    /// <exception cref="SingularCovarianceException">The covariance is singular to working accuracy, also after the conditioning.</exception>
    public static Gaussian Of(Tensor mean, Tensor covariance, Conditioning? conditioning = null)
    {
        Points.CheckNumbers(mean, nameof(mean));
        Points.CheckNumbers(covariance, nameof(covariance));
        var d = mean.numel();
        if (mean.ndim != 1 || d < 1) throw new ArgumentException($"The mean has shape [{string.Join(", ", mean.shape)}]; expected [d].", nameof(mean));
        if (covariance.ndim != 2 || covariance.size(0) != d || covariance.size(1) != d)
            throw new ArgumentException($"The covariance has shape [{string.Join(", ", covariance.shape)}]; expected [{d}, {d}].", nameof(covariance));
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var given = Points.Copy(covariance);
        var variances = given.diagonal();
        if (variances.min().ToDouble() is < 0 and var negative)
            throw new ArgumentException(FormattableString.Invariant($"The covariance has the variance {negative:g3}; expected none below 0."), nameof(covariance));
        // In units of the two variables, so that a large third one hides nothing.
        var skew = given.sub(given.t()).abs();
        if (skew.any().ToBoolean() && skew.gt(variances.outer(variances).sqrt().mul(1e-8).add(d * CholeskyFactor.Epsilon * given.abs().max())).any().ToBoolean())
            throw new ArgumentException(FormattableString.Invariant($"The covariance differs from its transpose by {skew.max().ToDouble():g3}; expected a symmetric matrix."), nameof(covariance));
        return Make(Points.Copy(mean), given.add(given.t()).div(2), conditioning ?? Conditioning.None, null);
    }

    /// <summary>The Gaussian with mean and covariance of some points.</summary>
    /// <param name="data">Points [n, d], n at least 2, of any real type and device; read block by block and left as they are.</param>
    /// <param name="conditioning">What to do about a singular covariance, for example with n at most d; nothing if null.</param>
    /// <param name="correction">The covariance's divisor is n minus this: 0 for maximum likelihood, 1 for the unbiased estimate.</param>
    /// <exception cref="ArgumentException">The points are no such matrix, or a value isn't finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="correction"/> is neither 0 nor 1.</exception>
    /// <exception cref="SingularCovarianceException">The covariance is singular to working accuracy, also after the conditioning.</exception>
    public static Gaussian Fit(Tensor data, Conditioning? conditioning = null, int correction = 0)
    {
        Points.Check(data, null, nameof(data));
        if (data.size(0) < 2) throw new ArgumentException($"There are {data.size(0)} points; expected at least 2.", nameof(data));
        if (correction is not (0 or 1)) throw new ArgumentOutOfRangeException(nameof(correction), correction, $"The correction is {correction}; expected 0 or 1.");
        using var scope = NewDisposeScope();
        var (mean, covariance) = CovarianceSum.Of(data, correction);
        return Make(mean, covariance, conditioning ?? Conditioning.None, data.size(0));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Mean.Dispose();
        given.Dispose();
        Covariance.Dispose();
        Factor.Dispose();
        if (axes.IsValueCreated) axes.Value.Vectors.Dispose();
    }

    // The decomposition, slower than the rest, waits until it is asked for.
    private static Gaussian Make(Tensor mean, Tensor given, Conditioning conditioning, long? samples)
    {
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var (used, axes) = (given, (GaussianAxes?)null);
        if (conditioning.Share > 0)
            used = given.mul(1 - conditioning.Share).add(eye(given.size(0), dtype: float64).mul(conditioning.Share * given.trace().ToDouble() / given.size(0)));
        if (conditioning.Floor > 0)
        {
            axes = GaussianAxes.Of(given, conditioning);
            if (axes.Used[0] <= 0) throw CholeskyFactor.Singular(axes.Used.Length, axes.Used[^1], axes.Used[0], samples);
            used = axes.Vectors.mul(tensor(axes.Used)).mm(axes.Vectors.t());
            used = used.add(used.t()).div(2);
        }
        var factor = (axes is null ? CholeskyFactor.Of(used, samples) : CholeskyFactor.Of(axes.Used, axes.Vectors)).DetachFromDisposeScope();
        foreach (var kept in new[] { mean, given, used }) kept.DetachFromDisposeScope();
        return new(mean, given, used, factor, axes is null ? new(() => GaussianAxes.Of(given, conditioning)) : new(axes), conditioning, samples);
    }
}
