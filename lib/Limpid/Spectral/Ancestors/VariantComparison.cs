using Limpid.Display;
using Limpid.Reproduction;

namespace Limpid.Spectral.Ancestors;

/// <summary>How well each variant of the layers learns Fashion-MNIST, with how many free numbers.</summary>
/// <param name="images">The images.</param>
/// <param name="settings">Sizes.</param>
/// <param name="replicates">Keeps each finished seed's results, or null.</param>
public sealed class VariantComparison(FashionImages images, FashionSettings settings, Experiment? replicates = null)
{
    /// <summary>Trains all variants for each seed.</summary>
    /// <param name="seeds">The seeds.</param>
    /// <param name="log">Gets a line for each seed.</param>
    /// <param name="cancel">Stops between two steps.</param>
    /// <returns>For each seed the readings in the order of <see cref="FashionVariant.All"/>.</returns>
    public IReadOnlyList<VariantReading[]> Run(IReadOnlyList<Seed> seeds, TextWriter? log = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(seeds);
        var results = new List<VariantReading[]>();
        foreach (var seed in Progress.Track(seeds, "variants"))
        {
            results.Add(replicates.Replicate("variants", seed, each => Run(each, cancel)));
            log?.WriteLine(FormattableString.Invariant($"seed {seed}: {string.Join(", ", results[^1].Select(reading => FormattableString.Invariant($"{reading.Name} {reading.Accuracy:P1}")))}"));
        }
        return results;
    }

    private VariantReading[] Run(Seed seed, CancellationToken cancel)
    {
        var training = new FashionTraining(images, settings, seed, cancel);
        return [.. FashionVariant.All.Select(variant =>
        {
            using var network = FashionTraining.Start(variant.Layout(settings.Width), seed);
            var before = training.Accuracy(network);
            training.Train(network, variant.Rate, settings.Epochs);
            return new VariantReading(variant.Name, network.parameters().Sum(parameter => parameter.numel()), training.Accuracy(network), before);
        })];
    }
}
