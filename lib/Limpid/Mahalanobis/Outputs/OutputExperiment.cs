using System.Collections.Immutable;
using Limpid.Mahalanobis.Digits;
using Limpid.Reproduction;
using static TorchSharp.torch;

namespace Limpid.Mahalanobis.Outputs;

/// <summary>Trains digit networks that say classes as intensities or as distances, and looks at accuracy, dead units and clamped activations.</summary>
/// <remarks>Source: Oursland 2025, arXiv:2502.02103, and its code.</remarks>
public static class OutputExperiment
{
    private const int Shown = 200;

    /// <summary>All networks of a plan; kept by the experiment when finished, and half finished ones resume.</summary>
    /// <param name="plan">Which networks.</param>
    /// <param name="train">Training images.</param>
    /// <param name="test">Test images: for the accuracies.</param>
    /// <param name="settings">Sizes.</param>
    /// <param name="experiment">Of the same settings and images.</param>
    /// <param name="cancel">Ends it.</param>
    public static OutputResult Run(DigitPlan plan, DigitImages train, DigitImages test, OutputSettings settings, Experiment experiment, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(experiment);
        return experiment.Replicates(plan.Name, [new(settings.FirstSeed)], (_, checkpoint) => Run(plan, train, test, settings, checkpoint, cancel))[0];
    }

    private static OutputResult Run(DigitPlan plan, DigitImages train, DigitImages test, OutputSettings settings, Checkpoint checkpoint, CancellationToken cancel)
    {
        Seed[] seeds = [.. Enumerable.Range(0, settings.Networks).Select(i => new Seed(settings.FirstSeed + i))];
        using var networks = new DigitNetworks(plan, seeds, (int)train.Pixels.size(1));
        // Untrained ones anew: a training that resumes has overwritten its own.
        using var untrained = new DigitNetworks(plan, seeds, (int)train.Pixels.size(1));
        var curve = DigitTraining.Train(networks, train, test, settings.Training, checkpoint, cancel);
        var before = OutputLook.At(untrained, train, settings.Clamped, cancel);
        var after = OutputLook.At(networks, train, settings.Clamped, cancel);
        return new(curve, after.Units, before.Units, after.Layer, after.Code, before.Layer, Sums(networks, train));
    }

    private static ImmutableArray<ImmutableArray<double>> Sums(DigitNetworks networks, DigitImages train)
    {
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var all = networks.Sums(train.Pixels, 0);
        var half = all.gt(0).to(float64).mean([0L]).sub(0.5).abs().argmin().item<long>();
        var sums = Points.Numbers(all.select(1, half));
        var labels = Points.Numbers(train.Labels);
        return [.. Enumerable.Range(0, 10).Select(digit => sums.Where((_, i) => labels[i] == digit).Take(Shown).ToImmutableArray())];
    }
}
