using System.Collections.Immutable;
using Limpid.Data.Tfjs;
using Limpid.Relevance.Networks;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Limpid.Relevance.Imported;

internal sealed partial class TfjsTranslation
{
    private BareConvolution Convolution(TfjsNode node)
    {
        var kernel = Numbers(node, 1);
        if (kernel.Shape.Length != 4) throw Fault($"node '{node.Name}' (Conv2D) has a kernel of {kernel.Shape.Length} axes, expected 4");
        var (stride, dilation) = (Spatial(node, "strides"), Spatial(node, "dilations"));
        var (input, before, after) = Bordered(node, 0, [kernel.Shape[0], kernel.Shape[1]], stride, dilation, border => border == 0);
        // From height, width, in, out.
        return new(node.Name, input.Node, Weight(kernel, 3, 2, 0, 1), new ConvolutionGeometry(stride, before, dilation, After: after), Channels4);
    }

    private NodeValue FusedConvolution(TfjsNode node)
    {
        var layer = Convolution(node);
        var operations = node.Attributes.Texts("fused_ops");
        var withBias = operations is ["BiasAdd", ..];
        if (withBias && !IsPerChannel(Numbers(node, 2), layer.Weight.size(0))) throw Unsupported(node, $"its bias is not one number per channel");
        var output = Settled(layer, withBias ? Bias(Numbers(node, 2)) : null);
        foreach (var operation in operations.Skip(withBias ? 1 : 0))
            output = Activation(node, operation, $"{node.Name}/{operation}", output, "leakyrelu_alpha");
        return output;
    }

    private NodeValue MaxPool(TfjsNode node)
    {
        var (kernel, stride) = (Spatial(node, "ksize"), Spatial(node, "strides"));
        var (input, before, after) = Bordered(node, 0, kernel, stride, [1, 1], border => border <= float.MinValue);
        // A border at the end only: the last windows reach over the edge.
        var uneven = !before.SequenceEqual(after);
        if (uneven && before.Any(size => size > 0)) throw Unsupported(node, $"its border is {string.Join(", ", before)} before and {string.Join(", ", after)} after; expected equal borders or none before");
        var output = Add(node.Name, new MaxPoolLayer(kernel, stride, before, [1, 1], uneven), Channels4, input.Node);
        for (var axis = 0; axis < 2; axis++)
            if (Shape(output)[axis + 2] != (Shape(input)[axis + 2] + before[axis] + after[axis] - kernel[axis]) / stride[axis] + 1)
                throw Unsupported(node, $"its border of {after[axis]} at the end can't be had by windows that reach over the edge");
        return output;
    }

    private NodeValue AveragePool(TfjsNode node)
    {
        var (kernel, stride) = (Spatial(node, "ksize"), Spatial(node, "strides"));
        var (input, before, after) = Bordered(node, 0, kernel, stride, [1, 1], _ => false);
        if (before.Concat(after).Any(size => size > 0)) throw Unsupported(node, $"it averages over the border; expected none");
        return Add(node.Name, new FixedLinearOperation(LayerKind.AveragePool, x => F.avg_pool2d(x, [.. kernel], [.. stride])), Channels4, input.Node);
    }

    private NodeValue Resize(TfjsNode node)
    {
        var input = Image(node, Tensor(node, 0));
        long[] size = [.. Integers(node, 1).Select(value => (long)value)];
        var (corners, centres) = (node.Attributes.Flag("align_corners", false), node.Attributes.Flag("half_pixel_centers", false));
        if (size is not [>= 1 and <= 10_000, >= 1 and <= 10_000]) throw Unsupported(node, $"its size is {string.Join(" x ", size)}; expected two numbers from 1 to 10000");
        if (corners == centres) throw Unsupported(node, $"neither pixel centres nor corners are aligned, or both; expected one of them");
        return Add(node.Name, new FixedLinearOperation(LayerKind.Interpolation, x => F.interpolate(x, size, mode: InterpolationMode.Bilinear, align_corners: corners)), Channels4, input.Node);
    }

    /// <summary>An input image and the border that a layer adds around it: its own, or one put there before which the layer can take over.</summary>
    private (NodeValue Input, ImmutableArray<long> Before, ImmutableArray<long> After) Bordered(
        TfjsNode node, int at, ImmutableArray<long> kernel, ImmutableArray<long> stride, ImmutableArray<long> dilation, Func<float, bool> takesOver)
    {
        var padding = node.Attributes.Text("padding", "VALID");
        if (padding is not ("VALID" or "SAME")) throw Unsupported(node, $"its padding is {padding}; expected VALID or SAME");
        if (kernel.Concat(stride).Concat(dilation).Any(size => size is < 1 or > 10_000)) throw Fault($"node '{node.Name}' ({node.Operation}) has a kernel, stride or dilation below 1");
        if (padding == "VALID" && Input(node, at) is PaddedValue { Before: [0, var top, var left, 0], After: [0, var bottom, var right, 0] } padded && takesOver(padded.Border))
            return (Image(node, padded.Inside), [top, left], [bottom, right]);
        var input = Image(node, Tensor(node, at));
        long[] total = [0, 0];
        if (padding == "SAME")
            for (var axis = 0; axis < 2; axis++)
            {
                var size = Shape(input)[axis + 2];
                total[axis] = Math.Max(0, (size - 1) / stride[axis] * stride[axis] + dilation[axis] * (kernel[axis] - 1) + 1 - size);
            }
        return (input, [.. total.Select(t => t / 2)], [.. total.Select(t => t - t / 2)]);
    }

    private static ImmutableArray<long> Spatial(TfjsNode node, string setting) => node.Attributes.Integers(setting) switch
    {
        [] => [1, 1],
        [1, var height, var width, 1] => [height, width],
        var other => throw Unsupported(node, $"its setting '{setting}' is {string.Join(", ", other)}; expected 1, height, width, 1"),
    };

    private static bool IsPerChannel(TfjsConstant bias, long channels) => bias.Shape is [.., var last] && last == channels && bias.Numbers.Length == channels;

    private Tensor Bias(TfjsConstant bias) =>
        Weight(bias.Shape.Length == 1 ? bias : bias with { Name = $"{bias.Name} [row]", Shape = [bias.Numbers.Length] });
}
