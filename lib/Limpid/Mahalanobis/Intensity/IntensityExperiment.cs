using System.Collections.Immutable;
using Limpid.Display;
using Limpid.Mahalanobis.Digits;
using Limpid.Mahalanobis.Layers;
using Limpid.Mahalanobis.Sweeps;
using Limpid.Mahalanobis.Theorems;
using Limpid.Reproduction;
using static TorchSharp.torch;

namespace Limpid.Mahalanobis.Intensity;

/// <summary>Trains digit networks, then scales, clips and shifts their hidden sums: which part of its range does a unit speak with?</summary>
/// <remarks>Source: Oursland 2024, arXiv:2411.17932, and its code: ranges are those after the activation function, the damage is done before it.</remarks>
public static class IntensityExperiment
{
    private static readonly SweepKind[] kinds = [SweepKind.Scale, SweepKind.Clip, SweepKind.Offset];

    /// <summary>All networks of a plan; kept by the experiment when finished, and half finished ones resume.</summary>
    /// <param name="plan">Which networks, with a second layer.</param>
    /// <param name="train">Training images: what accuracies are measured on.</param>
    /// <param name="test">Test images: for the curve and the homogeneity check.</param>
    /// <param name="settings">Sizes.</param>
    /// <param name="experiment">Of the same settings and images.</param>
    /// <param name="cancel">Ends it.</param>
    public static IntensityResult Run(DigitPlan plan, DigitImages train, DigitImages test, IntensitySettings settings, Experiment experiment, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(experiment);
        return experiment.Replicates(plan.Name, [new(settings.FirstSeed)], (_, checkpoint) => Run(plan, train, test, settings, checkpoint, cancel))[0];
    }

    private static IntensityResult Run(DigitPlan plan, DigitImages train, DigitImages test, IntensitySettings settings, Checkpoint checkpoint, CancellationToken cancel)
    {
        Seed[] seeds = [.. Enumerable.Range(0, settings.Networks).Select(i => new Seed(settings.FirstSeed + i))];
        using var networks = new DigitNetworks(plan, seeds, (int)train.Pixels.size(1));
        // Untrained ones anew: a training that resumes has overwritten its own.
        using var untrained = new DigitNetworks(plan, seeds, (int)train.Pixels.size(1));
        var curve = DigitTraining.Train(networks, train, test, settings.Training, checkpoint, cancel);
        var before = Sweep(untrained, train, kind => IntensityTable.Values(kind), $"{plan.Name}, untrained", cancel);
        var after = Sweep(networks, train, Values, $"{plan.Name}, sweeps", cancel);
        return new(curve, after[0], after[1], after[2], [.. before], Drift(networks, test, settings.Drift, true), Drift(networks, test, settings.Drift, false));
    }

    // Scale and clip share a grid, and so a chart's axis.
    private static ImmutableArray<double> Values(SweepKind kind) => kind == SweepKind.Offset
        ? SweepGrid.With(SweepGrid.Offsets, IntensityTable.Values(kind))
        : SweepGrid.With(SweepGrid.Logarithmic, IntensityTable.Values(SweepKind.Scale).Concat(IntensityTable.Values(SweepKind.Clip)));

    private static SweepCurve[] Sweep(DigitNetworks networks, DigitImages train, Func<SweepKind, ImmutableArray<double>> values, string title, CancellationToken cancel)
    {
        var found = kinds.Select(_ => ImmutableArray.CreateBuilder<ImmutableArray<double>>()).ToArray();
        foreach (var model in Progress.Track(Enumerable.Range(0, networks.Models), title))
        {
            using var scope = NewDisposeScope();
            using var off = no_grad();
            var sums = networks.Sums(train.Pixels, model);
            var ranges = UnitRanges.Of(networks.Activate(sums));
            Tensor Scores(Tensor damaged) => networks.Finish(networks.Scores(networks.Activate(damaged), model));
            foreach (var (kind, rows) in kinds.Zip(found))
                rows.Add([.. PerturbationSweep.Accuracies(sums, train.Labels, Scores, values(kind).Select(value => SweepGrid.Change(kind, ranges, value)), cancel: cancel)]);
        }
        return [.. kinds.Zip(found, (kind, rows) => new SweepCurve(values(kind), rows.ToImmutable()))];
    }

    private static ImmutableArray<ImmutableArray<double>> Drift(DigitNetworks networks, DigitImages test, double[] scales, bool bias) =>
        [.. Enumerable.Range(0, networks.Models).Select(model =>
        {
            using var first = networks.Hidden.Layer(model);
            using var second = networks.Second!.Layer(model);
            return ImmutableArray.Create(ScaleSweep.Changed(first, networks.Activate, second, test.Pixels, scales, bias));
        })];
}
