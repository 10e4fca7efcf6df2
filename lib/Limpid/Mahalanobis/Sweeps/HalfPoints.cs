namespace Limpid.Mahalanobis.Sweeps;

/// <summary>Where a curve falls to half its height.</summary>
/// <param name="Below">The nearest place below; NaN for none.</param>
/// <param name="Above">The nearest place above; NaN for none.</param>
public readonly record struct HalfPoints(double Below, double Above);
