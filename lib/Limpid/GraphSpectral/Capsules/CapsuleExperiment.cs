using System.Diagnostics;
using System.Globalization;
using Limpid.Data;
using Limpid.Reproduction;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.GraphSpectral.Capsules;

/// <summary>Trains and reads capsule networks, variant by variant and seed by seed.</summary>
/// <remarks>The same seed gives all variants the same first weights and the same order of images, so that seeds are pairs.</remarks>
public sealed class CapsuleExperiment
{
    private readonly ImageSet train, test;
    private readonly Experiment? replicates;

    /// <summary>An experiment.</summary>
    /// <param name="train">Training images; used, not owned.</param>
    /// <param name="test">Test images.</param>
    /// <param name="settings">Equal for all variants.</param>
    /// <param name="replicates">Keeps each finished network's results, or null.</param>
    public CapsuleExperiment(ImageSet train, ImageSet test, CapsuleSettings settings, Experiment? replicates = null)
    {
        ArgumentNullException.ThrowIfNull(train);
        ArgumentNullException.ThrowIfNull(test);
        ArgumentNullException.ThrowIfNull(settings);
        (this.train, this.test, Settings, this.replicates) = (train, test, settings, replicates);
    }

    /// <summary>How the networks are trained and read.</summary>
    public CapsuleSettings Settings { get; }

    /// <summary>Runs every variant for every seed, all variants of a seed before the next seed.</summary>
    /// <param name="variants">Which networks.</param>
    /// <param name="seeds">Which seeds.</param>
    /// <param name="log">Gets a line when a network is finished.</param>
    /// <param name="trained">Called with each network just trained, for example to save it; not for one found finished.</param>
    /// <param name="stepped">Called after each step.</param>
    /// <param name="cancel">Stops between two steps.</param>
    public IReadOnlyList<CapsuleResult> Run(
        IReadOnlyList<CapsuleVariant> variants, IReadOnlyList<Seed> seeds, TextWriter? log = null, Action<CapsNet, CapsuleResult>? trained = null,
        Action<int>? stepped = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(variants);
        ArgumentNullException.ThrowIfNull(seeds);
        var (results, total) = (new List<CapsuleResult>(), variants.Count * seeds.Count);
        foreach (var (seed, variant) in seeds.SelectMany(seed => variants, (seed, variant) => (seed, variant)))
        {
            var start = Stopwatch.GetTimestamp();
            results.Add(replicates is null
                ? Run(variant, seed, null, trained, stepped, cancel)
                : replicates.Replicates(variant.Key, [seed], (each, checkpoint) => Run(variant, each, checkpoint, trained, stepped, cancel))[0]);
            log?.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{results.Count} of {total}: {results[^1]}, {Stopwatch.GetElapsedTime(start).TotalSeconds:F1} s"));
        }
        return results;
    }

    /// <summary>A new network with the first weights of a seed.</summary>
    /// <param name="seed">The seed.</param>
    public CapsNet Start(Seed seed)
    {
        manual_seed(seed.Of("weights"));
        return new CapsNet(Settings.Layout);
    }

    /// <summary>Measures a trained network.</summary>
    /// <param name="network">The network; left as it is.</param>
    /// <param name="variant">What it was trained as.</param>
    /// <param name="seed">What it was trained from; permutations come from it too.</param>
    public CapsuleResult Read(CapsNet network, CapsuleVariant variant, Seed seed)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(variant);
        using var scope = NewDisposeScope();
        using var untrained = Start(seed);
        using var before = CapsuleReading.Of(untrained, test.Select([.. Enumerable.Range(0, Math.Min(1000, test.Count)).Select(i => (long)i)]));
        using var reading = CapsuleReading.Of(network, test);
        var (slopes, random) = (CapsuleShift.Slopes(network, reading, Settings.PerDigit), seed.Random("permutations"));
        var agreement = slopes.AgreementNull(random, Settings.Permutations);
        return new CapsuleResult
        {
            Variant = variant.Name,
            Alpha = variant.Alpha,
            Seed = seed,
            UntrainedAccuracy = before.Accuracy,
            TestAccuracy = reading.Accuracy,
            ReconstructionError = reading.ReconstructionError,
            ClassMeanError = ClassMeanError(),
            Lengths = CapsuleLengths.Of(reading.Capsules, reading.Labels, random),
            Slopes = slopes,
            PermutedAgreement = [.. agreement.Values],
            AgreementP = agreement.PValue,
            PermutedThickness = slopes.ThicknessNull(random, Settings.Permutations).Mean,
        };
    }

    /// <summary>The time of a training step of each variant, taken in turn on the same images.</summary>
    /// <param name="variants">Which networks; each is made anew.</param>
    /// <param name="seed">For the weights.</param>
    /// <param name="rounds">Steps of each, after one that is not counted.</param>
    public IReadOnlyList<StepTime> StepTimes(IReadOnlyList<CapsuleVariant> variants, Seed seed, int rounds = 15)
    {
        ArgumentNullException.ThrowIfNull(variants);
        using var scope = NewDisposeScope();
        var count = Math.Min(Settings.BatchSize, train.Count);
        var (images, labels) = (train.Images.narrow(0, 0, count), train.Labels.narrow(0, 0, count));
        var owned = new List<IDisposable>();
        (string, Action) Rival(CapsuleVariant variant)
        {
            var (network, penalty) = (Start(seed), variant.Penalty(Settings.Layout));
            var optimiser = optim.Adam(network.parameters(), Settings.LearningRate);
            owned.AddRange([optimiser, network, .. penalty is null ? Array.Empty<IDisposable>() : [penalty]]);
            return (variant.Name, () => CapsuleTraining.Step(network, images, labels, penalty, optimiser));
        }

        try
        {
            return StepTime.InTurn([.. variants.Select(Rival)], rounds);
        }
        finally
        {
            foreach (var each in owned) each.Dispose();
        }
    }

    private CapsuleResult Run(
        CapsuleVariant variant, Seed seed, Checkpoint? checkpoint, Action<CapsNet, CapsuleResult>? trained, Action<int>? stepped, CancellationToken cancel)
    {
        using var scope = NewDisposeScope();
        using var network = Start(seed);
        using var penalty = variant.Penalty(Settings.Layout);
        CapsuleTraining.Train(network, train, penalty, Settings, seed, checkpoint, stepped, cancel);
        var result = Read(network, variant, seed);
        trained?.Invoke(network, result);
        return result;
    }

    private double ClassMeanError()
    {
        using var scope = NewDisposeScope();
        var present = nn.functional.one_hot(train.Labels, train.ClassNames.Count).to(float32);
        var means = present.t().matmul(train.Images.flatten(1)).div(present.sum(0L).clamp_min(1).unsqueeze(1));
        return means.index_select(0, test.Labels).sub(test.Images.flatten(1)).square().sum().ToDouble() / test.Count;
    }
}
