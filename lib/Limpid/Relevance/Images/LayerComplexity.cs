namespace Limpid.Relevance.Images;

/// <summary>How sparse relevance is at the input of one layer.</summary>
/// <param name="Layer">The layer: its kind and its number among the layers with weights, from 1.</param>
/// <param name="Values">One number per image.</param>
public sealed record LayerComplexity(string Layer, MapComplexity Values);
