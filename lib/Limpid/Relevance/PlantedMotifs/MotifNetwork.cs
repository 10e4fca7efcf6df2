using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Limpid.Relevance.PlantedMotifs;

/// <summary>The convolutional network of the planted-motif experiment: three convolutions, the maximum over all places, two dense layers.</summary>
public static class MotifNetwork
{
    /// <summary>
    /// A network with new weights: [N, 4, L] → convolution 32 of 15, maximum of 4 → convolution 64 of 9, maximum of 4 → convolution 64 of 5, maximum over all places → 64 → labels;
    /// ReLU after each but the last.
    /// </summary>
    /// <param name="length">L, at least 16.</param>
    /// <param name="labels">Numbers given, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is too small.</exception>
    public static Sequential New(int length = PlantedDesign.StandardLength, int labels = 3)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 16);
        ArgumentOutOfRangeException.ThrowIfLessThan(labels, 1);
        return nn.Sequential(
            ("conv1", nn.Conv1d(4, 32, 15, padding: 7)), ("relu1", nn.ReLU()), ("pool1", nn.MaxPool1d(4)),
            ("conv2", nn.Conv1d(32, 64, 9, padding: 4)), ("relu2", nn.ReLU()), ("pool2", nn.MaxPool1d(4)),
            ("conv3", nn.Conv1d(64, 64, 5, padding: 2)), ("relu3", nn.ReLU()), ("all", nn.MaxPool1d(length / 4 / 4)),
            ("flatten", nn.Flatten()), ("dense", nn.Linear(64, 64)), ("relu4", nn.ReLU()), ("labels", nn.Linear(64, labels)));
    }
}
