using Limpid.Data;
using Limpid.Display;
using Limpid.Reproduction;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Mahalanobis.ClassifierReading;

/// <summary>Training of the classifier that is read: cross entropy, Adam with a rate of 0.001, batches of 128.</summary>
public static class DigitTraining
{
    /// <summary>Trains in place.</summary>
    /// <param name="network">From images to scores.</param>
    /// <param name="images">[n, ...], float32.</param>
    /// <param name="labels">[n], int64.</param>
    /// <param name="epochs">Passes, 0 or more.</param>
    /// <param name="seed">Of the order.</param>
    /// <param name="title">What the progress bar says.</param>
    /// <param name="cancel">Ends the training between two steps.</param>
    public static void Run(nn.Module<Tensor, Tensor> network, Tensor images, Tensor labels, int epochs, Seed seed, string title = "Classifier", CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(images);
        ArgumentNullException.ThrowIfNull(labels);
        const int size = 128;
        using var optimiser = optim.Adam(network.parameters(), 1e-3);
        var steps = (images.size(0) + size - 1) / size * epochs;
        foreach (var batch in Progress.Track(Batches.Shuffled((int)images.size(0), size, epochs, seed.Random("order")), title, steps))
        {
            cancel.ThrowIfCancellationRequested();
            using var scope = NewDisposeScope();
            var index = tensor(batch);
            optimiser.zero_grad();
            nn.functional.cross_entropy(network.call(images.index_select(0, index)), labels.index_select(0, index)).backward();
            optimiser.step();
        }
    }

    /// <summary>The part of the images that a network puts right.</summary>
    /// <param name="network">From images to scores.</param>
    /// <param name="images">[n, ...], n at least 1.</param>
    /// <param name="labels">[n].</param>
    public static double Accuracy(nn.Module<Tensor, Tensor> network, Tensor images, Tensor labels)
    {
        ArgumentNullException.ThrowIfNull(network);
        using var scope = NewDisposeScope();
        using var off = no_grad();
        return network.call(images).argmax(1).eq(labels).to(float64).mean().item<double>();
    }
}
