namespace Limpid.Mahalanobis;

/// <summary>A layer is no Mahalanobis distance.</summary>
/// <param name="residuals">What was found.</param>
/// <param name="tolerance">What was allowed.</param>
public sealed class MahalanobisEquivalenceException(EquivalenceResiduals residuals, double tolerance) : Exception(FormattableString.Invariant(
    $"The layer is no Mahalanobis distance: |L'W'WL - I| is {residuals.Precision:g3}, |W mu + b| is {residuals.Centring:g3} and distances differ by up to {residuals.Points:g3} of themselves; expected at most {tolerance:g3} of each."))
{
    /// <summary>What was found.</summary>
    public EquivalenceResiduals Residuals { get; } = residuals;

    /// <summary>What was allowed.</summary>
    public double Tolerance { get; } = tolerance;
}
