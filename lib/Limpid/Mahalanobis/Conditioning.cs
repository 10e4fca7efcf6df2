namespace Limpid.Mahalanobis;

/// <summary>What is done about a covariance that has no inverse, or nearly none: nothing unless it is asked for.</summary>
public sealed record Conditioning
{
    private Conditioning(double floor, double share) => (Floor, Share) = (floor, share);

    /// <summary>Takes the covariance as it is; a singular one is refused.</summary>
    public static Conditioning None { get; } = new(0, 0);

    /// <summary>Eigenvalues below this part of the largest are raised to it; 0 for no floor.</summary>
    public double Floor { get; }

    /// <summary>The share of the sphere of equal variance; 0 for no shrinkage.</summary>
    public double Share { get; }

    /// <summary>Raises eigenvalues below <paramref name="relative"/> times the largest to that.</summary>
    /// <param name="relative">Above 0, below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">It isn't.</exception>
    public static Conditioning EigenvalueFloor(double relative) => relative is > 0 and < 1
        ? new(relative, 0)
        : throw new ArgumentOutOfRangeException(nameof(relative), relative, FormattableString.Invariant($"The floor is {relative} of the largest eigenvalue; expected above 0 and below 1."));

    /// <summary>Mixes with a sphere of the same total variance: <c>(1 - a) Sigma + a tr(Sigma) / d I</c>.</summary>
    /// <param name="share">a, above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">It isn't.</exception>
    public static Conditioning Shrinkage(double share) => share is > 0 and < 1
        ? new(0, share)
        : throw new ArgumentOutOfRangeException(nameof(share), share, FormattableString.Invariant($"The shrinkage is {share}; expected above 0 and below 1."));

    /// <summary>An eigenvalue of the covariance as it is used.</summary>
    internal double Apply(double eigenvalue, double largest, double mean) => Math.Max((1 - Share) * eigenvalue + Share * mean, Floor * largest);
}
