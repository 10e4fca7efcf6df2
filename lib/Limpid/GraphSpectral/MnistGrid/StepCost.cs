using System.Diagnostics;
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
        var rivals = variants.Select(variant => new Rival(variant, settings.LearningRate)).ToArray();
        try
        {
            for (var round = 0; round <= rounds; round++)
                foreach (var rival in rivals) rival.Step(images, labels, counts: round > 0);
            return [.. rivals.Select(rival => rival.Cost)];
        }
        finally
        {
            foreach (var rival in rivals) rival.Dispose();
        }
    }

    private sealed class Rival(GridVariant variant, double learningRate) : IDisposable
    {
        private readonly GridClassifier network = new(variant.Convolutions);
        private readonly nn.Module<Tensor, Tensor>? penalty = variant.Regulariser.Build(GridExperiment.Layout);
        private readonly List<double> seconds = [];
        private optim.Optimizer? optimiser;

        public StepCost Cost
        {
            get
            {
                var sorted = seconds.Order().ToArray();
                return new StepCost(variant.Name, sorted[sorted.Length / 2], sorted[sorted.Length * 95 / 100]);
            }
        }

        public void Step(Tensor images, Tensor labels, bool counts)
        {
            optimiser ??= optim.Adam(network.parameters(), learningRate);
            var start = Stopwatch.GetTimestamp();
            GridTraining.Step(network, images, labels, penalty, optimiser);
            if (counts) seconds.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        public void Dispose()
        {
            optimiser?.Dispose();
            penalty?.Dispose();
            network.Dispose();
        }
    }
}
