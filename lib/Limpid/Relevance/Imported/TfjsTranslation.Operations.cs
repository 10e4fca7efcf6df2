using System.Collections.Immutable;
using Limpid.Data.Tfjs;
using Limpid.Relevance.Networks;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Limpid.Relevance.Imported;

internal sealed partial class TfjsTranslation
{
    private const string Supported =
        "Conv2D, _FusedConv2D, BiasAdd, Add, AddV2, Relu, Relu6, LeakyRelu, Sigmoid, MaxPool, AvgPool, Pad, PadV2, ResizeBilinear, ConcatV2, SplitV, Reshape, Transpose, Identity";

    private void Add(TfjsNode node)
    {
        ImmutableArray<ImportedValue> outputs = node.Operation switch
        {
            "Placeholder" => [Placeholder(node)],
            "Const" => [Constant(model.Constants[node.Name])],
            "Identity" => [Input(node, 0)],
            "Conv2D" => [Convolution(node)],
            "_FusedConv2D" => [FusedConvolution(node)],
            "BiasAdd" or "Add" or "AddV2" => [Sum(node)],
            "Relu" or "Relu6" or "LeakyRelu" or "Sigmoid" => [Activation(node, node.Operation, node.Name, Tensor(node, 0), "alpha")],
            "MaxPool" => [MaxPool(node)],
            "AvgPool" => [AveragePool(node)],
            "Pad" or "PadV2" => [Pad(node)],
            "ResizeBilinear" => [Resize(node)],
            "ConcatV2" => [Concatenation(node)],
            "SplitV" => Split(node),
            "Reshape" => [Reshape(node)],
            "Transpose" => [Transpose(node)],
            "SparseToDense" => [SparseToDense(node)],
            _ => throw Unsupported(node, $"this operation isn't supported; supported are {Supported}"),
        };
        for (var i = 0; i < outputs.Length; i++) values[new(node.Name, i)] = outputs[i];
    }

    private NodeValue Placeholder(TfjsNode node)
    {
        var sizes = node.Attributes.Shape("shape") ?? throw Fault($"the input '{node.Name}' has no shape");
        long[] shape = [.. sizes.Select((size, axis) => axis == 0 && size < 0 ? 1 : size)];
        if (shape.Length == 0 || shape.Any(size => size is < 1 or > LargestInput) || shape.Aggregate((product, size) => product > LargestInput ? product : product * size) > LargestInput)
            throw Unsupported(node, $"its shape is [{string.Join(", ", sizes)}]; expected known sizes but for the first, and {LargestInput} entries at most");
        samples[NetworkBuilder.Input] = zeros(shape);
        return new NodeValue(NetworkBuilder.Input, [.. Enumerable.Range(0, shape.Length)]);
    }

    private static ImportedValue Constant(TfjsConstant constant) => constant.Integers.Length > 0 || constant.Numbers.Length == 0
        ? new IntegerValue(constant.Integers)
        : new NumberValue(constant);

    private ImportedValue Sum(TfjsNode node)
    {
        var (left, right) = (Input(node, 0), Input(node, 1));
        if (left is NumberValue) (left, right) = (right, left);
        if (left is IntegerValue { Values: var a } && right is IntegerValue { Values: var b } && a.Length == b.Length)
            return new IntegerValue([.. a.Zip(b, (x, y) => x + y)]);
        if (left is BareConvolution layer && right is NumberValue { Constant: var bias } && layer.Order.SequenceEqual(Channels4) && IsPerChannel(bias, layer.Weight.size(0)))
            return Settled(layer, Bias(bias));
        if (left is IntegerValue || right is IntegerValue or NumberValue)
            throw Unsupported(node, $"a constant is added to something that is no convolution, or not one number per channel; expected a convolution's bias");
        var first = Settled(left, node.Name);
        var second = Ordered(Settled(right, node.Name), first.Order);
        if (!Shape(first).SequenceEqual(Shape(second)))
            throw Unsupported(node, $"it adds [{string.Join(", ", Shape(first))}] and [{string.Join(", ", Shape(second))}]; expected equal shapes");
        return Add(node.Name, new SumOperation(), first.Order, first.Node, second.Node);
    }

    private NodeValue Activation(TfjsNode node, string kind, string name, NodeValue input, string slopeSetting)
    {
        var slope = node.Attributes.Number(slopeSetting, 0.2);
        Operation operation = kind switch
        {
            "Relu" => new ReluLayer(),
            "Relu6" => new MappedOperation(LayerKind.Activation, x => x.clamp(0, 6), true),
            "LeakyRelu" => new MappedOperation(LayerKind.Activation, x => F.leaky_relu(x, slope), slope < 0 ? false : null),
            "Sigmoid" => new MappedOperation(LayerKind.Activation, x => x.sigmoid(), true),
            _ => throw Unsupported(node, $"{kind} is fused with it; expected BiasAdd, Relu, Relu6, LeakyRelu or Sigmoid"),
        };
        return Add(name, operation, input.Order, input.Node);
    }

    private NodeValue Concatenation(TfjsNode node)
    {
        var parts = Enumerable.Range(0, node.Inputs.Count - 1).Select(at => Tensor(node, at)).ToArray();
        if (parts.Length == 0) throw Fault($"node '{node.Name}' (ConcatV2) has nothing to put together");
        var order = parts[0].Order;
        var axis = Axis(node, node.Inputs.Count - 1, order.Length);
        return Add(node.Name, new ConcatenationOperation(order[axis]), order, [.. parts.Select(part => Ordered(part, order).Node)]);
    }

    private ImmutableArray<ImportedValue> Split(TfjsNode node)
    {
        var input = Tensor(node, 0);
        var axis = input.Order[Axis(node, 2, input.Order.Length)];
        var sizes = Integers(node, 1);
        if (sizes.Any(size => size < 0) || sizes.Sum(size => (long)size) != Shape(input)[axis])
            throw Fault($"node '{node.Name}' splits {Shape(input)[axis]} entries into {string.Join(" + ", sizes)}");
        var starts = sizes.Select((_, i) => sizes.Take(i).Sum(size => (long)size)).ToArray();
        return [.. sizes.Select((size, i) => Add(FormattableString.Invariant($"{node.Name}:{i}"),
            new MappedOperation(LayerKind.Reshape, x => x.narrow(axis, starts[i], size), null), input.Order, input.Node))];
    }
}
