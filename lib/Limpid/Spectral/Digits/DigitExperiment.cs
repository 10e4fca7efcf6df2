using System.Diagnostics;
using System.Globalization;
using Limpid.Display;
using Limpid.Reproduction;
using Limpid.Spectral.Importance;
using Limpid.Spectral.Training;
using static TorchSharp.torch;

namespace Limpid.Spectral.Digits;

/// <summary>Trains networks to tell two digits apart, seed by seed, and reads which pixels they use.</summary>
/// <param name="pair">The images.</param>
/// <param name="settings">Sizes.</param>
/// <param name="replicates">Keeps each finished seed's results, or null.</param>
public sealed class DigitExperiment(DigitPair pair, DigitSettings settings, Experiment? replicates = null)
{
    /// <summary>Trains and reads the networks of each seed.</summary>
    /// <param name="seeds">The seeds; the first <see cref="DigitSettings.LongSeeds"/> of them go on to the long run.</param>
    /// <param name="log">Gets a line when one is finished.</param>
    /// <param name="trained">Called with each spectral network just trained; not for one found finished.</param>
    /// <param name="cancel">Stops between two steps.</param>
    public IReadOnlyList<DigitResult> Run(IReadOnlyList<Seed> seeds, TextWriter? log = null, Action<SpectralNetwork, DigitResult>? trained = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(seeds);
        var results = new List<DigitResult>();
        for (var i = 0; i < seeds.Count; i++)
        {
            var (start, epochs) = (Stopwatch.GetTimestamp(), i < settings.LongSeeds ? Math.Max(settings.Epochs, settings.LongEpochs) : settings.Epochs);
            results.Add(replicates.Replicate("digits", seeds[i], seed => Run(seed, epochs, trained, cancel)));
            log?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{i + 1} of {seeds.Count}: {results[^1]}, {Stopwatch.GetElapsedTime(start).TotalSeconds:F1} s"));
        }
        return results;
    }

    /// <summary>A network before training.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="setup">What is trained; null for the paper's.</param>
    public SpectralNetwork Start(Seed seed, SpectralSetup? setup = null)
    {
        manual_seed(seed.Of("start"));
        var network = new SpectralNetwork(settings.Layout() with { Setup = setup ?? SpectralSetup.Relevance });
        network.eval();
        return network;
    }

    /// <summary>Reads which pixels a network uses, and how well others would do.</summary>
    /// <param name="network">The network; left as it is.</param>
    /// <param name="seed">What it was trained from.</param>
    /// <param name="epochs">For how long.</param>
    public DigitReading Read(SpectralNetwork network, Seed seed, int epochs)
    {
        ArgumentNullException.ThrowIfNull(network);
        using var before = Start(seed, network.Layout.Setup);
        var relevance = InputRelevance.Of(network.First);
        var lots = Enumerable.Range(0, DigitPair.Pixels).ToArray();
        seed.Random("pixels").Shuffle(lots);
        double[] Curve(IReadOnlyList<int> order) => [.. MaskedCurve.Of(network, order, pair.TestInputs, pair.TestDigits, SpectralLoss.Classes, settings.MostPixels).Scores];
        return new DigitReading
        {
            Epochs = epochs,
            Accuracy = SpectralTraining.Score(network, pair.TestInputs, pair.TestDigits, SpectralLoss.Classes),
            Relevance = [.. relevance.Values],
            Curve = Curve(relevance.Ranking),
            ByLot = Curve(lots),
            ByVariance = Curve(new InputRelevance([[.. pair.Variances()]]).Ranking),
            Untrained = Curve(InputRelevance.Of(before.First).Ranking),
        };
    }

    private DigitResult Run(Seed seed, int epochs, Action<SpectralNetwork, DigitResult>? trained, CancellationToken cancel)
    {
        using var scope = NewDisposeScope();
        using var plain = Start(seed, SpectralSetup.Direct);
        Train(plain, seed, settings.Epochs, null, cancel);
        using var network = Start(seed);
        var untrained = InputRelevance.Of(network.First).Values;
        DigitReading? shortRun = null;
        var curve = Train(network, seed, epochs, epoch => shortRun = epoch == settings.Epochs ? Read(network, seed, epoch) : shortRun, cancel);
        var result = new DigitResult
        {
            Seed = seed,
            Training = curve,
            Spectral = shortRun ?? Read(network, seed, epochs),
            Plain = Read(plain, seed, settings.Epochs),
            UntrainedRelevance = [.. untrained],
            Long = epochs > settings.Epochs ? Read(network, seed, epochs) : null,
        };
        trained?.Invoke(network, result);
        return result;
    }

    private TrainingCurve Train(SpectralNetwork network, Seed seed, int epochs, Action<int>? stepped, CancellationToken cancel)
    {
        using var bar = Progress.Start($"epochs, {(network.Layout.Setup == SpectralSetup.Direct ? "plain" : "spectral")} network, seed {seed}", epochs);
        return SpectralTraining.Train(network, pair.TrainInputs, pair.TrainDigits, SpectralLoss.Classes, settings.Training(epochs), seed.Random("order"), stepped: epoch =>
        {
            bar.Advance();
            stepped?.Invoke(epoch);
        }, cancel: cancel);
    }
}
