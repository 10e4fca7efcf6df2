using Limpid.Data;
using Limpid.Reproduction;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.GraphSpectral.MnistGrid;

/// <summary>The time of a training step (forward, backward, update) of one network.</summary>
/// <param name="Variant">Name of the <see cref="GridVariant"/>.</param>
/// <param name="Median">Median, in seconds.</param>
/// <param name="Slow">95th percentile, in seconds.</param>
public sealed record StepCost(string Variant, double Median, double Slow)
{
    /// <summary>
    /// Times the networks of a comparison in turn, step by step on the same images, so that whatever else the machine does meets all alike.
    /// </summary>
    /// <param name="variants">Which networks; each is made anew.</param>
    /// <param name="data">Images of 28 x 28; the first batch is used.</param>
    /// <param name="settings">Batch size and learning rate.</param>
    /// <param name="seed">For the weights.</param>
    /// <param name="rounds">Steps of each network, after one that is not counted.</param>
    /// <returns>One entry per variant, in their order.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rounds"/> is below 1.</exception>
    public static IReadOnlyList<StepCost> Measure(
        IReadOnlyList<GridVariant> variants, ImageSet data, GridSettings settings, Seed seed, int rounds = 15)
    {
        ArgumentNullException.ThrowIfNull(variants);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentOutOfRangeException.ThrowIfLessThan(rounds, 1);
        using var scope = NewDisposeScope();
        manual_seed(seed.Of("weights"));
        var count = Math.Min(settings.BatchSize, data.Count);
        var (images, labels) = (data.Images.narrow(0, 0, count), data.Labels.narrow(0, 0, count));
        var owned = new List<IDisposable>();
        (string, Action) Rival(GridVariant variant)
        {
            var (network, penalty) = (new GridClassifier(variant.Convolutions), variant.Regulariser.Build(GridExperiment.Layout));
            var optimiser = optim.Adam(network.parameters(), settings.LearningRate);
            owned.AddRange([optimiser, network, .. penalty is null ? Array.Empty<IDisposable>() : [penalty]]);
            return (variant.Name, () => GridTraining.Step(network, images, labels, penalty, optimiser));
        }

        try
        {
            return [.. StepTime.InTurn([.. variants.Select(Rival)], rounds).Select(time => new StepCost(time.Name, time.Median, time.Slow))];
        }
        finally
        {
            foreach (var each in owned) each.Dispose();
        }
    }
}
