namespace Limpid.Relevance;

/// <summary>What was cut of one sample's relevance at one layer.</summary>
/// <param name="Positive">Of the positive entries.</param>
/// <param name="Negative">Of the negative entries.</param>
public readonly record struct SampleCut(SignedCut Positive, SignedCut Negative);
