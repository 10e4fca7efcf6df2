using System.Collections.Immutable;
using Limpid.Reproduction;
using static TorchSharp.torch;

namespace Limpid.Mahalanobis.Mixtures;

/// <summary>A mixture of Gaussians <c>sum_k pi_k N(mu_k, Sigma_k)</c> with full covariances, float64 on the CPU.</summary>
/// <remarks>Disposing it disposes its components.</remarks>
public sealed class GaussianMixture : IDisposable
{
    internal GaussianMixture(ImmutableArray<double> weights, ImmutableArray<Gaussian> components, ImmutableArray<double> curve, bool converged) =>
        (Weights, Components, Curve, Converged) = (weights, components, curve, converged);

    /// <summary>pi_k, positive, of sum 1.</summary>
    public ImmutableArray<double> Weights { get; }

    /// <summary>N(mu_k, Sigma_k).</summary>
    public ImmutableArray<Gaussian> Components { get; }

    /// <summary>Mean log-likelihood of the data before each step of the fit, and after the last; empty for a mixture that was given.</summary>
    public ImmutableArray<double> Curve { get; }

    /// <summary>Whether the fit's last step gained less than the tolerance; true for a mixture that was given.</summary>
    public bool Converged { get; }

    /// <summary>d.</summary>
    public int Dimension => Components[0].Dimension;

    /// <summary>A known mixture.</summary>
    /// <param name="weights">pi_k, positive; scaled to sum 1.</param>
    /// <param name="components">One per weight, of one dimension; the mixture takes them over.</param>
    /// <exception cref="ArgumentException">The numbers or dimensions differ, or a weight is not positive.</exception>
    public static GaussianMixture Of(IReadOnlyList<double> weights, IReadOnlyList<Gaussian> components)
    {
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentNullException.ThrowIfNull(components);
        if (components.Count == 0 || weights.Count != components.Count) throw new ArgumentException($"There are {weights.Count} weights and {components.Count} components; expected as many of both, at least one.", nameof(weights));
        if (!weights.All(weight => weight > 0 && double.IsFinite(weight))) throw new ArgumentException(FormattableString.Invariant($"The weights are {string.Join(", ", weights)}; expected positive, finite ones."), nameof(weights));
        if (components.Any(component => component.Dimension != components[0].Dimension))
            throw new ArgumentException($"The components have {string.Join(", ", components.Select(component => component.Dimension))} dimensions; expected one number.", nameof(components));
        var sum = weights.Sum();
        return new([.. weights.Select(weight => weight / sum)], [.. components], [], true);
    }

    /// <summary>Fits a mixture by expectation maximisation, started from k-means.</summary>
    /// <param name="data">Points [n, d]; left as they are.</param>
    /// <param name="components">1 to n.</param>
    /// <param name="seed">Of the starts.</param>
    /// <param name="options">How; the defaults are scikit-learn's.</param>
    /// <param name="cancellation">Ends the work between two steps.</param>
    /// <exception cref="ArgumentException">The points are no finite matrix.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    /// <exception cref="SingularCovarianceException">A component became singular; expect more points or more regularisation.</exception>
    public static GaussianMixture Fit(Tensor data, int components, Seed seed, MixtureOptions? options = null, CancellationToken cancellation = default) =>
        ExpectationMaximisation.Fit(data, components, seed, options ?? new(), cancellation);

    /// <summary><c>log pi_k + log N(x; mu_k, Sigma_k)</c> [n, K].</summary>
    /// <param name="points">[n, d]; left as they are.</param>
    /// <exception cref="ArgumentException">The points have another shape, or a value isn't finite.</exception>
    public Tensor LogJoint(Tensor points)
    {
        using var scope = NewDisposeScope();
        using var off = no_grad();
        return stack([.. Components.Select((component, k) => component.LogDensity(points).add_(Math.Log(Weights[k])))], 1).MoveToOuterDisposeScope();
    }

    /// <summary>The probability of each component given a point [n, K]; rows of sum 1.</summary>
    /// <param name="points">[n, d]; left as they are.</param>
    /// <exception cref="ArgumentException">The points have another shape, or a value isn't finite.</exception>
    public Tensor Responsibilities(Tensor points)
    {
        using var scope = NewDisposeScope();
        using var off = no_grad();
        return LogJoint(points).softmax(1).MoveToOuterDisposeScope();
    }

    /// <summary>Mean over the points of the log of the mixture's density.</summary>
    /// <param name="points">[n, d]; left as they are.</param>
    /// <exception cref="ArgumentException">The points have another shape, or a value isn't finite.</exception>
    public double LogLikelihood(Tensor points)
    {
        using var scope = NewDisposeScope();
        using var off = no_grad();
        return LogJoint(points).logsumexp(1).mean().item<double>();
    }

    /// <summary>Points drawn from the mixture, with the component of each.</summary>
    /// <param name="count">How many, at least 1.</param>
    /// <param name="seed">Of the draws.</param>
    /// <returns>Points [count, d] and components [count], int64.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 1.</exception>
    public (Tensor Points, Tensor Labels) Sample(int count, Seed seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        using var scope = NewDisposeScope();
        using var off = no_grad();
        using var generator = new Generator((ulong)seed.Of("component").Value);
        var labels = tensor(Weights.ToArray()).multinomial(count, true, generator);
        var result = empty([count, Dimension], dtype: float64);
        for (var k = 0; k < Components.Length; k++)
        {
            var own = labels.eq(k).nonzero().squeeze(1);
            if (own.numel() > 0) result.index_copy_(0, own, Components[k].Sample((int)own.numel(), seed.Of(FormattableString.Invariant($"points {k}"))));
        }
        return (result.MoveToOuterDisposeScope(), labels.MoveToOuterDisposeScope());
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var component in Components) component.Dispose();
    }
}
