using System.Collections.Immutable;

namespace Limpid.Relevance;

/// <summary>What pruning did at one layer.</summary>
/// <param name="Layer">The layer whose input's relevance was pruned.</param>
/// <param name="Entries">How many entries the relevance of one sample has there.</param>
/// <param name="Samples">What was cut from each sample.</param>
/// <param name="Fallbacks">PLRP-M: how many outputs, over all samples, had no contribution left and used their unmasked shares; 0 for PLRP-lambda.</param>
public sealed record PrunedLayer(string Layer, long Entries, ImmutableArray<SampleCut> Samples, long Fallbacks);
