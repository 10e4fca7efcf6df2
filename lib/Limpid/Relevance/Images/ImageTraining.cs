using Limpid.Data;
using Limpid.Display;
using Limpid.Reproduction;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Relevance.Images;

/// <summary>Training of a classifier of images: cross entropy by Adam, the learning rate along half a cosine.</summary>
public static class ImageTraining
{
    /// <summary>Trains in place and shows how far it is; afterwards the network is in evaluation mode.</summary>
    /// <param name="network">Takes the images, gives scores [B, C].</param>
    /// <param name="data">Images with their classes; as many are used as the settings say.</param>
    /// <param name="settings">How.</param>
    /// <param name="seed">Its stream <c>order</c> orders the images.</param>
    /// <param name="title">What the progress bar is called.</param>
    /// <param name="cancel">Stops between two steps.</param>
    /// <returns>The loss of each step.</returns>
    /// <exception cref="ArgumentException">There are fewer images than the settings ask for.</exception>
    public static IReadOnlyList<double> Train(
        nn.Module<Tensor, Tensor> network, ImageSet data, ImageTrainingSettings settings, Seed seed, string title = "training", CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(settings);
        if (data.Count < settings.Images)
            throw new ArgumentException(FormattableString.Invariant($"{nameof(data)} has {data.Count} images; expected {settings.Images}, as the settings say."), nameof(data));
        using var optimiser = optim.Adam(network.parameters(), settings.LearningRate);
        network.train();
        var losses = new List<double>();
        foreach (var batch in Progress.Track(Batches.Shuffled(settings.Images, settings.BatchSize, settings.Epochs, seed.Random("order")), title, settings.Steps))
        {
            cancel.ThrowIfCancellationRequested();
            using var scope = NewDisposeScope();
            foreach (var group in optimiser.ParamGroups) group.LearningRate = settings.LearningRate * (1 + Math.Cos(Math.PI * losses.Count / settings.Steps)) / 2;
            var index = tensor(batch);
            optimiser.zero_grad();
            var loss = nn.functional.cross_entropy(network.call(data.Images.index_select(0, index)), data.Labels.index_select(0, index));
            loss.backward();
            optimiser.step();
            losses.Add(loss.ToDouble());
        }
        network.eval();
        return losses;
    }
}
