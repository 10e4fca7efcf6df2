using Limpid.Data;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.GraphSpectral.MnistGrid;

/// <summary>Training of a <see cref="GridClassifier"/>: cross entropy plus a penalty on its grid, by Adam.</summary>
public static class GridTraining
{
    /// <summary>Trains in place; afterwards the network is in evaluation mode.</summary>
    /// <param name="network">The network.</param>
    /// <param name="data">Images of 28 x 28 with their classes.</param>
    /// <param name="penalty">Added to the loss, from the grid after its activation and before dropout; null for none.</param>
    /// <param name="settings">How.</param>
    /// <param name="random">Order of the images.</param>
    /// <param name="stepped">Called after each step with the number of steps done.</param>
    /// <param name="cancel">Stops between two steps.</param>
    public static void Train(
        GridClassifier network, ImageSet data, nn.Module<Tensor, Tensor>? penalty, GridSettings settings, Random random,
        Action<int>? stepped = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(random);
        using var optimiser = optim.Adam(network.parameters(), settings.LearningRate);
        network.train();
        var steps = 0;
        foreach (var batch in Batches.Shuffled(data.Count, settings.BatchSize, settings.Epochs, random))
        {
            cancel.ThrowIfCancellationRequested();
            using var scope = NewDisposeScope();
            var index = tensor(batch);
            Step(network, data.Images.index_select(0, index), data.Labels.index_select(0, index), penalty, optimiser);
            stepped?.Invoke(++steps);
        }
        network.eval();
    }

    /// <summary>One step: forward, loss with penalty, backward, update.</summary>
    /// <param name="network">In training mode.</param>
    /// <param name="images">[B, 1, 28, 28].</param>
    /// <param name="labels">[B], int64.</param>
    /// <param name="penalty">Or null.</param>
    /// <param name="optimiser">Of the network's parameters.</param>
    public static void Step(GridClassifier network, Tensor images, Tensor labels, nn.Module<Tensor, Tensor>? penalty, optim.Optimizer optimiser)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(optimiser);
        using var scope = NewDisposeScope();
        optimiser.zero_grad();
        var grid = network.Grid(images);
        var loss = nn.functional.cross_entropy(network.Classify(grid), labels);
        (penalty is null ? loss : loss.add(penalty.call(grid))).backward();
        optimiser.step();
    }
}
