using System.Collections.Immutable;
using Limpid.Data.Tfjs;
using Limpid.Relevance.Networks;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Limpid.Relevance.Imported;

internal sealed partial class TfjsTranslation
{
    /// <summary>The value as the output of a node; a border or a convolution that waited becomes one.</summary>
    private NodeValue Settled(ImportedValue value, string user) => value switch
    {
        NodeValue node => node,
        BareConvolution layer => Once(layer.Name, layer.Order, () => Settled(layer, null)),
        PaddedValue { Border: 0 } padded => Once(padded.Name, padded.Inside.Order, () => ZeroPadding(padded)),
        PaddedValue padded => throw new UnsupportedOperationException(padded.Name, "Pad", FormattableString.Invariant($"its border is {padded.Border} and goes into '{user}'; expected 0, or the smallest number before a MaxPool")),
        _ => throw new UnsupportedOperationException(user, "constant", "it computes with a constant where a tensor that depends on the input is expected"),
    };

    private NodeValue Settled(BareConvolution layer, Tensor? bias) => Add(layer.Name, new ConvolutionLayer(layer.Weight, bias, layer.Geometry), layer.Order, layer.Input);

    private NodeValue ZeroPadding(PaddedValue padded)
    {
        var order = padded.Inside.Order;
        // The last axis comes first.
        long[] sides = [.. Enumerable.Range(0, order.Length).Reverse().SelectMany(axis => new[] { padded.Before[order.IndexOf(axis)], padded.After[order.IndexOf(axis)] })];
        return Add(padded.Name, new MappedOperation(LayerKind.Reshape, x => F.pad(x, sides), null), order, padded.Inside.Node);
    }

    private PaddedValue Pad(TfjsNode node)
    {
        var inside = Tensor(node, 0);
        var sizes = Integers(node, 1);
        if (sizes.Length != 2 * inside.Order.Length || sizes.Any(size => size is < 0 or > 10_000))
            throw Fault($"node '{node.Name}' (Pad) has the borders {string.Join(", ", sizes)}, expected two numbers from 0 to 10000 for each of {inside.Order.Length} axes");
        var border = node.Operation == "Pad" ? 0 : Numbers(node, 2).Numbers is [var value] ? value : throw Fault($"node '{node.Name}' (PadV2) has more than one border value");
        return new(node.Name, inside, [.. sizes.Where((_, i) => i % 2 == 0).Select(size => (long)size)], [.. sizes.Where((_, i) => i % 2 == 1).Select(size => (long)size)], border);
    }

    private ImportedValue Transpose(TfjsNode node)
    {
        var input = Input(node, 0);
        var axes = Integers(node, 1);
        ImmutableArray<T> Permuted<T>(ImmutableArray<T> items) => axes.Order().SequenceEqual(Enumerable.Range(0, items.Length))
            ? [.. axes.Select(axis => items[axis])]
            : throw Fault($"node '{node.Name}' (Transpose) has the axes {string.Join(", ", axes)}, expected each of 0 to {items.Length - 1} once");
        return input switch
        {
            NodeValue value => value with { Order = Permuted(value.Order) },
            BareConvolution layer => layer with { Order = Permuted(layer.Order) },
            PaddedValue padded => padded with { Inside = padded.Inside with { Order = Permuted(padded.Inside.Order) }, Before = Permuted(padded.Before), After = Permuted(padded.After) },
            _ => throw Unsupported(node, $"it transposes a constant; expected a tensor that depends on the input"),
        };
    }

    private NodeValue Reshape(TfjsNode node)
    {
        var input = Ordered(Tensor(node, 0), null);
        var target = Integers(node, 1);
        if (target.Length == 0) throw Unsupported(node, $"its shape is empty; expected one axis or more");
        // The file was made for one sample, but any number may come.
        var keepsSamples = target[0] == 1 && Shape(input)[0] == 1;
        long[] rest = [.. target.Skip(1).Select(size => (long)size)];
        return Add(node.Name, new MappedOperation(LayerKind.Reshape, x => x.reshape([keepsSamples ? x.shape[0] : target[0], .. rest]), null),
            [.. Enumerable.Range(0, target.Length)], input.Node);
    }

    /// <summary>A row of numbers given by its exceptions; converters write shapes so.</summary>
    private IntegerValue SparseToDense(TfjsNode node)
    {
        var (places, length, numbers, rest) = (Integers(node, 0), Integers(node, 1), Integers(node, 2), Integers(node, 3));
        if (length is not [>= 0 and <= 64] || rest.Length != 1 || numbers.Length != places.Length || places.Any(place => place < 0 || place >= length[0]))
            throw Unsupported(node, $"expected a row of at most 64 whole numbers");
        var row = Enumerable.Repeat(rest[0], length[0]).ToArray();
        for (var i = 0; i < places.Length; i++) row[places[i]] = numbers[i];
        return new([.. row]);
    }
}
