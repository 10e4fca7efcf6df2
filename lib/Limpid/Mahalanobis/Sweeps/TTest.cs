namespace Limpid.Mahalanobis.Sweeps;

/// <summary>A t test.</summary>
/// <param name="T">The statistic.</param>
/// <param name="P">Two-sided.</param>
/// <param name="Freedom">Degrees of freedom.</param>
public readonly record struct TTest(double T, double P, int Freedom);
