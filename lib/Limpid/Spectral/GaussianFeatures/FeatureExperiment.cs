using System.Diagnostics;
using System.Globalization;
using Limpid.Display;
using Limpid.Reproduction;
using Limpid.Spectral.Training;
using static TorchSharp.torch;

namespace Limpid.Spectral.GaussianFeatures;

/// <summary>Trains networks on one set of samples, seed by seed, and reads the relevance of its features.</summary>
/// <remarks>As in the paper, repetitions share the samples; a seed gives first weights, order of the samples and dropout.</remarks>
public sealed class FeatureExperiment
{
    private readonly FeatureSamples samples;
    private readonly Experiment? replicates;

    /// <summary>An experiment.</summary>
    /// <param name="samples">Used, not owned.</param>
    /// <param name="layout">The network; its <see cref="SpectralLayout.Setup"/> is the variant's.</param>
    /// <param name="settings">How all networks are trained.</param>
    /// <param name="replicates">Keeps each finished network's results, or null.</param>
    /// <exception cref="ArgumentException">The network has another number of inputs than the samples features.</exception>
    public FeatureExperiment(FeatureSamples samples, SpectralLayout layout, SpectralTrainingSettings settings, Experiment? replicates = null)
    {
        ArgumentNullException.ThrowIfNull(samples);
        ArgumentNullException.ThrowIfNull(layout);
        ArgumentNullException.ThrowIfNull(settings);
        if (layout.Inputs != samples.Features)
            throw new ArgumentException($"The network has {layout.Inputs} inputs; expected {samples.Features}, one per feature.", nameof(layout));
        (this.samples, Layout, Settings, this.replicates) = (samples, layout, settings, replicates);
    }

    /// <summary>The network.</summary>
    public SpectralLayout Layout { get; }

    /// <summary>How it is trained.</summary>
    public SpectralTrainingSettings Settings { get; }

    /// <summary>Trains and reads a network for each seed and shows how far it is.</summary>
    /// <param name="variant">Which network.</param>
    /// <param name="seeds">The seeds.</param>
    /// <param name="name">What the experiment is called, unique in its notebook: letters, digits and hyphens.</param>
    /// <param name="log">Gets a line when a network is finished.</param>
    /// <param name="cancel">Stops between two steps.</param>
    public IReadOnlyList<FeatureResult> Run(FeatureVariant variant, IReadOnlyList<Seed> seeds, string name, TextWriter? log = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(variant);
        ArgumentNullException.ThrowIfNull(seeds);
        var results = new List<FeatureResult>();
        foreach (var seed in Progress.Track(seeds, $"{name}, {variant}"))
        {
            var start = Stopwatch.GetTimestamp();
            results.Add(replicates.Replicate($"{name}-{variant.Key}", seed, each => Run(variant, each, cancel)));
            log?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{results.Count} of {seeds.Count}: {results[^1]}, {Stopwatch.GetElapsedTime(start).TotalSeconds:F1} s"));
        }
        return results;
    }

    /// <summary>Trains and reads one network.</summary>
    /// <param name="variant">Which network.</param>
    /// <param name="seed">First weights, order of the samples, dropout.</param>
    /// <param name="cancel">Stops between two steps.</param>
    public FeatureResult Run(FeatureVariant variant, Seed seed, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(variant);
        using var scope = NewDisposeScope();
        var ((x, y), (testX, testY)) = (samples.Train(), samples.Test());
        manual_seed(seed.Of("weights"));
        using var network = new SpectralNetwork(Layout with { Setup = variant.Setup });
        int[] marks = [.. Marks().TakeWhile(mark => mark < Settings.Epochs).Append(Settings.Epochs)];
        var path = new List<double[]> { Read(network) };
        var before = SpectralTraining.Score(network, testX, testY, SpectralLoss.Classes);
        manual_seed(seed.Of("dropout"));
        var curve = SpectralTraining.Train(
            network, x, y, SpectralLoss.Classes, Settings, seed.Random("order"), variant.Penalty is { } penalty ? net => penalty(Layout.Penalty, net) : null,
            epoch => { if (marks.Contains(epoch)) path.Add(Read(network)); }, cancel);
        return new FeatureResult
        {
            Variant = variant.Name,
            Seed = seed,
            Relevance = path[^1],
            Untrained = path[0],
            Epochs = [0, .. marks],
            Path = [.. path],
            TestAccuracy = SpectralTraining.Score(network, testX, testY, SpectralLoss.Classes),
            UntrainedAccuracy = before,
            Curve = curve,
        };
    }

    private static double[] Read(SpectralNetwork network) => [.. InputRelevance.Of(network.First).Values];

    // 1, 2, 5, 10, 20, 50, ...
    private static IEnumerable<int> Marks()
    {
        for (var power = 1; power <= int.MaxValue / 10; power *= 10)
            foreach (var digit in new[] { 1, 2, 5 }) yield return digit * power;
    }
}
