using Limpid.Reproduction;
using static TorchSharp.torch;

namespace Limpid.Mahalanobis.Theorems;

/// <summary>Random Gaussians to check a statement on.</summary>
public static class RandomGaussians
{
    /// <summary>The source's distribution in each dimension: mean uniform in -10 to 10, covariance <c>A A' + 0.001 I</c> over its largest eigenvalue.</summary>
    /// <param name="dimensions">One or more, each at least 1.</param>
    /// <param name="each">How many in each, at least 1.</param>
    /// <param name="seed">Of the draws; a Gaussian does not depend on which others are drawn.</param>
    /// <returns>By dimension, then by number; the caller's to dispose.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is below 1.</exception>
    public static IReadOnlyList<Gaussian> Draw(IEnumerable<int> dimensions, int each, Seed seed)
    {
        ArgumentNullException.ThrowIfNull(dimensions);
        ArgumentOutOfRangeException.ThrowIfLessThan(each, 1);
        return [.. dimensions.SelectMany(d => Enumerable.Range(0, each).Select(i => One(d, seed.Of(FormattableString.Invariant($"{d} dimensions, {i}")))))];
    }

    private static Gaussian One(int dimension, Seed seed)
    {
        using var scope = NewDisposeScope();
        var covariance = RandomMatrices.Covariance(dimension, seed.Of("covariance"));
        using var generator = new Generator((ulong)seed.Of("mean").Value);
        return Gaussian.Of(empty([dimension], dtype: float64).uniform_(-10, 10, generator), covariance);
    }
}
