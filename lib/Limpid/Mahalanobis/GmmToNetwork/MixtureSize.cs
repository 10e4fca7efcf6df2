using System.Collections.Immutable;
using Limpid.Mahalanobis.Mixtures;
using Limpid.Reproduction;
using static TorchSharp.torch;

namespace Limpid.Mahalanobis.GmmToNetwork;

/// <summary>A mixture of some number of components, judged.</summary>
/// <param name="Components">K.</param>
/// <param name="Fitted">Mean log-likelihood of the points it was fitted to: grows with K.</param>
/// <param name="HeldOut">Mean log-likelihood of others.</param>
/// <param name="Criterion">Bayes information criterion for each point, <c>-2 L + p log n / n</c> with p free numbers; the smallest is best.</param>
public sealed record MixtureSize(int Components, double Fitted, double HeldOut, double Criterion)
{
    /// <summary>Fits mixtures of 1, 2, ... components.</summary>
    /// <param name="points">[n, d].</param>
    /// <param name="others">Points of the same origin.</param>
    /// <param name="largest">The largest K, at least 1.</param>
    /// <param name="seed">Of the starts.</param>
    /// <param name="options">How; a few restarts if null.</param>
    /// <param name="cancel">Ends the work between two steps.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="largest"/> is below 1 or above the number of points.</exception>
    public static ImmutableArray<MixtureSize> Try(Tensor points, Tensor others, int largest, Seed seed, MixtureOptions? options = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentOutOfRangeException.ThrowIfLessThan(largest, 1);
        return [.. Enumerable.Range(1, largest).Select(components =>
        {
            using var mixture = GaussianMixture.Fit(points, components, seed.Of(FormattableString.Invariant($"{components} components")), options ?? new() { Restarts = 5, Limit = 500, Tolerance = 1e-6 }, cancel);
            return Of(mixture, points, others);
        })];
    }

    /// <summary>Judges a mixture.</summary>
    /// <param name="mixture">Fitted to the points.</param>
    /// <param name="points">[n, d].</param>
    /// <param name="others">Points of the same origin.</param>
    public static MixtureSize Of(GaussianMixture mixture, Tensor points, Tensor others)
    {
        ArgumentNullException.ThrowIfNull(mixture);
        ArgumentNullException.ThrowIfNull(points);
        var (k, d, n) = (mixture.Components.Length, mixture.Dimension, points.size(0));
        // Weights of sum 1, means, symmetric covariances.
        var free = k - 1 + k * d + k * d * (d + 1) / 2;
        var fitted = mixture.LogLikelihood(points);
        return new(k, fitted, mixture.LogLikelihood(others), -2 * fitted + free * Math.Log(n) / n);
    }
}
