namespace Limpid.Relevance.Ablations;

/// <summary>How alike a variant's maps stay while a network's layers are randomised from the top down, with one seed.</summary>
/// <param name="Variant">Which.</param>
/// <param name="Layers">The layers, in the order of randomising.</param>
/// <param name="Mean">After each, Spearman's rho of |relevance| with the trained network's, mean over the images.</param>
public sealed record RandomisationReading(string Variant, string[] Layers, double[] Mean);
