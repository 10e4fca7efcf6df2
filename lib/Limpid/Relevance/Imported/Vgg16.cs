using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Limpid.Relevance.Imported;

/// <summary>
/// VGG-16: thirteen 3 x 3 convolutions with ReLU, five max-poolings, three fully connected layers; for images of 224 x 224. Parameters have the names of torchvision's
/// <c>vgg16</c>, so that its weights as safetensors load without a name map. Source: Simonyan and Zisserman 2015, configuration D.
/// </summary>
public static class Vgg16
{
    // Channels in units of the first layer's; 0 is a max-pooling.
    private static readonly int[] Plan = [1, 1, 0, 2, 2, 0, 4, 4, 4, 0, 8, 8, 8, 0, 8, 8, 8, 0];

    /// <summary>A network with random weights.</summary>
    /// <param name="classes">Number of scores.</param>
    /// <param name="width">Channels of the first layers, 64 in the paper; the others grow with it.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is below 1.</exception>
    public static Module<Tensor, Tensor> Build(int classes = 1000, int width = 64)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        var features = new List<Module<Tensor, Tensor>>();
        var channels = 3;
        foreach (var size in Plan)
            if (size == 0)
                features.Add(MaxPool2d(2, 2));
            else
            {
                features.AddRange([Conv2d(channels, size * width, 3L, padding: 1), ReLU()]);
                channels = size * width;
            }
        var hidden = 64 * width;
        return Sequential(
            ("features", Sequential(features)),
            ("avgpool", AdaptiveAvgPool2d([7, 7])),
            ("flatten", Flatten()),
            ("classifier", Sequential(Linear(channels * 49, hidden), ReLU(), Dropout(), Linear(hidden, hidden), ReLU(), Dropout(), Linear(hidden, classes))));
    }
}
