using Limpid.Relevance.Networks;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Limpid.Relevance.Imported;

/// <summary>
/// ResNet-50: a 7 x 7 convolution and sixteen bottleneck blocks with batch normalisation, the stride in each block's 3 x 3 convolution as in torchvision's
/// <c>resnet50</c>. Its weights as safetensors load with <see cref="TorchvisionName"/> as name map. Source: He, Zhang, Ren, Sun 2016.
/// </summary>
public static class ResNet50
{
    private const int Expansion = 4;

    private static readonly int[] Blocks = [3, 4, 6, 3];

    /// <summary>A network with random weights.</summary>
    /// <param name="classes">Number of scores.</param>
    /// <param name="width">Channels of the first layer, 64 in the paper; the others grow with it.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is below 1.</exception>
    public static Module<Tensor, Tensor> Build(int classes = 1000, int width = 64)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        var parts = new List<(string, Module<Tensor, Tensor>)>
        {
            ("conv1", Conv2d(3, width, 7L, stride: 2, padding: 3, bias: false)), ("bn1", BatchNorm2d(width)), ("relu", ReLU()), ("maxpool", MaxPool2d(3, 2, 1)),
        };
        var channels = width;
        for (var stage = 0; stage < Blocks.Length; stage++)
        {
            var inner = width << stage;
            var blocks = new List<Module<Tensor, Tensor>>();
            for (var block = 0; block < Blocks[stage]; block++)
            {
                blocks.Add(Bottleneck(channels, inner, stage > 0 && block == 0 ? 2 : 1));
                channels = inner * Expansion;
            }
            parts.Add((FormattableString.Invariant($"layer{stage + 1}"), Sequential(blocks)));
        }
        parts.AddRange([("avgpool", AdaptiveAvgPool2d([1, 1])), ("flatten", Flatten()), ("fc", Linear(channels, classes))]);
        return Sequential(parts);
    }

    /// <summary>The name that torchvision gives to a parameter or buffer.</summary>
    /// <param name="name">Its name here, for example <c>layer1.0.block.shortcut.0.weight</c>.</param>
    /// <returns>For example <c>layer1.0.downsample.0.weight</c>.</returns>
    public static string TorchvisionName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Replace(".block.body.", ".", StringComparison.Ordinal).Replace(".block.shortcut.", ".downsample.", StringComparison.Ordinal);
    }

    private static Module<Tensor, Tensor> Bottleneck(int channels, int inner, int stride)
    {
        var outer = inner * Expansion;
        var body = Sequential(
            ("conv1", Conv2d(channels, inner, 1L, bias: false)), ("bn1", BatchNorm2d(inner)), ("relu1", ReLU()),
            ("conv2", Conv2d(inner, inner, 3L, stride: stride, padding: 1, bias: false)), ("bn2", BatchNorm2d(inner)), ("relu2", ReLU()),
            ("conv3", Conv2d(inner, outer, 1L, bias: false)), ("bn3", BatchNorm2d(outer)));
        var shortcut = stride == 1 && channels == outer ? null : Sequential(Conv2d(channels, outer, 1L, stride: stride, bias: false), BatchNorm2d(outer));
        return Sequential(("block", new Residual(body, shortcut)), ("relu", ReLU()));
    }
}
