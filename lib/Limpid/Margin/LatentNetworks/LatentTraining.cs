using Limpid.Data;
using Limpid.Display;
using Limpid.Reproduction;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Margin.LatentNetworks;

/// <summary>How a <see cref="LatentNetwork"/> is trained: cross entropy by Adam, the rate along half a cosine down to 0.</summary>
/// <param name="Epochs">Passes over the images.</param>
/// <param name="BatchSize">Images in a step.</param>
/// <param name="LearningRate">Adam's rate at the start.</param>
public sealed record LatentTraining(int Epochs, int BatchSize = 64, double LearningRate = 1e-3)
{
    /// <summary>Trains a new network.</summary>
    /// <param name="images">To train on.</param>
    /// <param name="seed">Its streams <c>start</c> and <c>order</c> give the first weights and the order of images.</param>
    /// <param name="title">What the progress bar is called.</param>
    /// <param name="cancel">Stops between two steps.</param>
    /// <returns>The network, in evaluation mode.</returns>
    public LatentNetwork Train(ImageSet images, Seed seed, string title = "training", CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(images);
        var network = Start(images.ClassNames.Count, seed);
        network.train();
        using var optimiser = optim.Adam(network.parameters(), LearningRate);
        var (step, steps) = (0, Epochs * ((images.Count + BatchSize - 1) / BatchSize));
        foreach (var batch in Progress.Track(Batches.Shuffled(images.Count, BatchSize, Epochs, seed.Random("order")), title, steps))
        {
            cancel.ThrowIfCancellationRequested();
            using var scope = NewDisposeScope();
            foreach (var group in optimiser.ParamGroups) group.LearningRate = LearningRate * (1 + Math.Cos(Math.PI * step++ / steps)) / 2;
            var index = tensor(batch);
            optimiser.zero_grad();
            nn.functional.cross_entropy(network.call(images.Images.index_select(0, index)), images.Labels.index_select(0, index)).backward();
            optimiser.step();
        }
        network.eval();
        return network;
    }

    /// <summary>The network before training, in evaluation mode.</summary>
    /// <param name="classes">Number of classes.</param>
    /// <param name="seed">The seed.</param>
    public static LatentNetwork Start(int classes, Seed seed)
    {
        manual_seed(seed.Of("start"));
        var network = new LatentNetwork(classes);
        network.eval();
        return network;
    }

    /// <summary>The share of images read right.</summary>
    /// <param name="network">In evaluation mode.</param>
    /// <param name="images">The images.</param>
    public static double Accuracy(LatentNetwork network, ImageSet images)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(images);
        using var scope = NewDisposeScope();
        return network.Read(images.Images).Scores.argmax(1).eq(images.Labels).to(float64).mean().ToDouble();
    }

    /// <summary>For example "3 epochs of batch 64, Adam 0.001".</summary>
    public override string ToString() => FormattableString.Invariant($"{Epochs} epochs of batch {BatchSize}, Adam {LearningRate}");
}
