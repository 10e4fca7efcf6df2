namespace Limpid.Mahalanobis.Mixtures;

/// <summary>How a mixture is fitted.</summary>
public sealed record MixtureOptions
{
    /// <summary>Starts, each from a k-means of its own; the best likelihood is kept.</summary>
    public int Restarts { get; init; } = 1;

    /// <summary>Steps of a start at most.</summary>
    public int Limit { get; init; } = 100;

    /// <summary>A start has converged when the mean log-likelihood grows by less than this in a step.</summary>
    public double Tolerance { get; init; } = 1e-3;

    /// <summary>Added to the diagonal of each covariance, in squared units of the inputs: keeps a component that holds few points from becoming singular. With 0 each step raises the likelihood exactly.</summary>
    public double Regularisation { get; init; } = 1e-6;

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Restarts, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Limit, 1);
        if (!(Tolerance >= 0)) throw new ArgumentOutOfRangeException(nameof(Tolerance), Tolerance, FormattableString.Invariant($"The tolerance is {Tolerance}; expected 0 or larger."));
        if (!(Regularisation >= 0) || !double.IsFinite(Regularisation)) throw new ArgumentOutOfRangeException(nameof(Regularisation), Regularisation, FormattableString.Invariant($"The regularisation is {Regularisation}; expected 0 or larger."));
    }
}
