using Limpid.Reproduction;
using static TorchSharp.torch;

namespace Limpid.Mahalanobis;

/// <summary>Random rotations and covariances, float64, from a seed of their own.</summary>
public static class RandomMatrices
{
    /// <summary>An orthogonal matrix [d, d], uniform over all of them, reflections too.</summary>
    /// <param name="dimension">d, at least 1.</param>
    /// <param name="seed">Of the draw.</param>
    /// <exception cref="ArgumentOutOfRangeException">d is below 1.</exception>
    public static Tensor Orthogonal(int dimension, Seed seed)
    {
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var (q, r) = linalg.qr(Normal(dimension, seed));
        // Without the signs the factor's convention would show in the distribution.
        return q.mul(r.diagonal().sign()).MoveToOuterDisposeScope();
    }

    /// <summary>The source's covariance: <c>A A' + ridge I</c> with standard normal A, divided by its largest eigenvalue.</summary>
    /// <param name="dimension">d, at least 1.</param>
    /// <param name="seed">Of the draw.</param>
    /// <param name="ridge">Added to the diagonal before the division, 0 or larger.</param>
    /// <exception cref="ArgumentOutOfRangeException">d is below 1 or the ridge negative.</exception>
    public static Tensor Covariance(int dimension, Seed seed, double ridge = 1e-3)
    {
        if (!(ridge >= 0) || !double.IsFinite(ridge)) throw new ArgumentOutOfRangeException(nameof(ridge), ridge, FormattableString.Invariant($"The ridge is {ridge}; expected 0 or larger."));
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var a = Normal(dimension, seed);
        var covariance = a.mm(a.t()).add(eye(dimension, dtype: float64).mul(ridge));
        covariance = covariance.add(covariance.t()).div(2);
        return covariance.div(linalg.eigvalsh(covariance)[-1]).MoveToOuterDisposeScope();
    }

    private static Tensor Normal(int dimension, Seed seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimension, 1);
        using var generator = new Generator((ulong)seed.Value);
        return empty([dimension, dimension], dtype: float64).normal_(0, 1, generator);
    }
}
