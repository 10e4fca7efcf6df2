using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Limpid.Relevance.SpliceSites;

/// <summary>The networks of the splice-site experiment.</summary>
public static class SpliceNetwork
{
    /// <summary>
    /// A convolutional network with new weights: [N, 4, L] → convolution 32 of 7, maximum of 2 → convolution 32 of 5, maximum of 2 → 32 → classes, with ReLU after each but the last and
    /// dropout before the dense layers. Places are kept, since a splice site stands in the middle of its window.
    /// </summary>
    /// <param name="length">L, at least 4.</param>
    /// <param name="classes">At least 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is too small.</exception>
    public static Sequential New(int length, int classes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 4);
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 2);
        return nn.Sequential(
            ("conv1", nn.Conv1d(4, 32, 7, padding: 3)), ("relu1", nn.ReLU()), ("pool1", nn.MaxPool1d(2)),
            ("conv2", nn.Conv1d(32, 32, 5, padding: 2)), ("relu2", nn.ReLU()), ("pool2", nn.MaxPool1d(2)),
            ("flatten", nn.Flatten()), ("dropout1", nn.Dropout(0.3)), ("dense", nn.Linear(32 * (length / 2 / 2), 32)), ("relu3", nn.ReLU()),
            ("dropout2", nn.Dropout(0.3)), ("classes", nn.Linear(32, classes)));
    }

    /// <summary>The baseline that sees each position by itself: softmax regression on the one-hot letters.</summary>
    /// <param name="length">L, at least 1.</param>
    /// <param name="classes">At least 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is too small.</exception>
    public static Sequential Regression(int length, int classes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 2);
        return nn.Sequential(("flatten", nn.Flatten()), ("classes", nn.Linear(4 * length, classes)));
    }
}
