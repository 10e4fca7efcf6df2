using Limpid.Data;
using Limpid.Display;
using Limpid.Evaluation;
using Limpid.Reproduction;
using TorchSharp.Modules;

namespace Limpid.Relevance.Ablations;

/// <summary>The sanity check: does pruned relevance depend on what the network has learned as much as plain relevance does?</summary>
public static class RandomisationStudy
{
    /// <summary>Randomises a network from the top down, once for each seed, and compares each variant's maps with those of the trained network.</summary>
    /// <remarks>
    /// Random layers get weights as untrained ones have. Normal numbers with a trained layer's own mean and spread silenced whole layers of the VGG-like network, so that there was no
    /// relevance left to compare.
    /// </remarks>
    /// <param name="name">The network's: letters, digits, '-'.</param>
    /// <param name="network">In evaluation mode; it comes back as it was.</param>
    /// <param name="images">Images with their classes; relevance is that of the class, also in the random network.</param>
    /// <param name="variants">Which.</param>
    /// <param name="seeds">One randomisation each, the same for all variants.</param>
    /// <param name="replicates">Keeps each finished seed.</param>
    /// <returns>For each variant one reading per seed.</returns>
    public static ILookup<string, RandomisationReading> Run(
        string name, Sequential network, ImageSet images, IReadOnlyList<Variant> variants, IReadOnlyList<Seed> seeds, Experiment replicates)
    {
        ArgumentNullException.ThrowIfNull(images);
        ArgumentNullException.ThrowIfNull(replicates);
        return Progress.Track(seeds, $"randomised, {name}")
            .SelectMany(seed => replicates.Replicate($"randomised-{name}", seed, each => variants.Select(variant => One(network, images, variant, each)).ToArray()))
            .ToLookup(reading => reading.Variant);
    }

    private static RandomisationReading One(Sequential network, ImageSet images, Variant variant, Seed seed)
    {
        var curve = Randomisation.Mprt(network, images.Images, images.Labels, variant.Map, new RandomisationOptions { Seed = seed, Weights = RandomWeights.Initial });
        return new(variant.ToString(), [.. curve.Layers], [.. curve.Mean]);
    }
}
