namespace Limpid.Spectral.GaussianFeatures;

/// <summary>Puts a sample into a class.</summary>
/// <param name="features">Its features.</param>
/// <returns>Whether it is of class 1.</returns>
public delegate bool FeatureRule(ReadOnlySpan<float> features);
