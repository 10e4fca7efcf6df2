using Limpid.Data;
using Limpid.Reproduction;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.GraphSpectral.Capsules;

/// <summary>Training of a <see cref="CapsNet"/>: margin loss, reconstruction of the true class, and a penalty on all class capsules, by Adam.</summary>
public static class CapsuleTraining
{
    /// <summary>Trains in place; afterwards the network is in evaluation mode.</summary>
    /// <param name="network">The network.</param>
    /// <param name="data">Images with their classes.</param>
    /// <param name="penalty">Added to the loss, from the capsules [B, C D] before any is masked; null for none.</param>
    /// <param name="settings">How.</param>
    /// <param name="seed">Its stream <c>order</c> orders the images, anew in each epoch.</param>
    /// <param name="checkpoint">Keeps network and optimiser between epochs, so that a long training resumes; null for none.</param>
    /// <param name="stepped">Called after each step with the number of steps done.</param>
    /// <param name="cancel">Stops between two steps.</param>
    public static void Train(
        CapsNet network, ImageSet data, nn.Module<Tensor, Tensor>? penalty, CapsuleSettings settings, Seed seed, Checkpoint? checkpoint = null,
        Action<int>? stepped = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(settings);
        using var optimiser = optim.Adam(network.parameters(), settings.LearningRate);
        network.train();
        var first = 0;
        checkpoint?.TryRestore(folder =>
        {
            network.load(Path.Combine(folder, "network.dat"));
            optimiser.load_state_dict(Path.Combine(folder, "adam.dat"));
            first = int.Parse(File.ReadAllText(Path.Combine(folder, "epochs.txt")), System.Globalization.CultureInfo.InvariantCulture);
        });
        var steps = first * settings.Steps(data.Count) / settings.Epochs;
        for (var epoch = first; epoch < settings.Epochs; epoch++)
        {
            foreach (var batch in Batches.Shuffled(data.Count, settings.BatchSize, 1, seed.Random(FormattableString.Invariant($"order {epoch}"))))
            {
                cancel.ThrowIfCancellationRequested();
                using var scope = NewDisposeScope();
                var index = tensor(batch);
                Step(network, data.Images.index_select(0, index), data.Labels.index_select(0, index), penalty, optimiser);
                stepped?.Invoke(++steps);
            }
            var done = epoch + 1;
            checkpoint?.SaveIfDue(folder =>
            {
                network.save(Path.Combine(folder, "network.dat"));
                optimiser.save_state_dict(Path.Combine(folder, "adam.dat"));
                File.WriteAllText(Path.Combine(folder, "epochs.txt"), done.ToString(System.Globalization.CultureInfo.InvariantCulture));
            });
        }
        network.eval();
    }

    /// <summary>One step: forward, loss with reconstruction and penalty, backward, update.</summary>
    /// <param name="network">The network.</param>
    /// <param name="images">[B, 1, 28, 28].</param>
    /// <param name="labels">[B], int64.</param>
    /// <param name="penalty">Or null.</param>
    /// <param name="optimiser">Of the network's parameters.</param>
    public static void Step(CapsNet network, Tensor images, Tensor labels, nn.Module<Tensor, Tensor>? penalty, optim.Optimizer optimiser)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(optimiser);
        using var scope = NewDisposeScope();
        optimiser.zero_grad();
        var capsules = network.Capsules(images);
        var loss = CapsuleLoss.Margin(Squash.Lengths(capsules), labels).add(CapsuleLoss.Reconstruction(network.Reconstruct(capsules, labels), images));
        (penalty is null ? loss : loss.add(penalty.call(capsules.flatten(1)))).backward();
        optimiser.step();
    }
}
