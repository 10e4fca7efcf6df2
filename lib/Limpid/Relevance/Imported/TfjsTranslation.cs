using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Limpid.Data;
using Limpid.Data.Tfjs;
using Limpid.Relevance.Networks;
using static TorchSharp.torch;

namespace Limpid.Relevance.Imported;

/// <summary>One pass over a graph that adds its nodes to a network. Each node is computed once on zeros, which tells its shape and whether it works.</summary>
internal sealed partial class TfjsTranslation(TfjsModel model, NetworkBuilder builder, Dictionary<string, Tensor> weights)
{
    private const long LargestInput = 100_000_000;

    private readonly Dictionary<TfjsInput, ImportedValue> values = [];
    private readonly Dictionary<int, Tensor> samples = [];
    private readonly Dictionary<string, int> made = [];

    private static ImmutableArray<int> Channels4 { get; } = [0, 2, 3, 1];

    internal int[] Run(TfjsInput[] outputs)
    {
        var needed = outputs.Select(output => output.Node).ToHashSet();
        foreach (var node in model.Nodes.Reverse())
            if (needed.Contains(node.Name)) needed.UnionWith(node.Inputs.Select(input => input.Node));
        if (model.Nodes.Count(node => needed.Contains(node.Name) && node.Operation == "Placeholder") is not 1 and var count)
            throw Fault($"its outputs depend on {count} inputs, expected 1");
        foreach (var node in model.Nodes.Where(node => needed.Contains(node.Name))) Add(node);
        return [.. outputs.Select(output => Ordered(Settled(Value(output), output.Node), null).Node)];
    }

    private static DataFormatException Fault(FormattableString problem) => TfjsReader.Fault(problem);

    private static UnsupportedOperationException Unsupported(TfjsNode node, FormattableString problem) =>
        new(node.Name, node.Operation, FormattableString.Invariant(problem));

    private ImportedValue Value(TfjsInput input) =>
        values.TryGetValue(input, out var value) ? value : throw Fault($"'{input}' is used, but there is no such output");

    private ImportedValue Input(TfjsNode node, int at) =>
        at < node.Inputs.Count ? Value(node.Inputs[at]) : throw Fault($"node '{node.Name}' ({node.Operation}) has {node.Inputs.Count} inputs, expected {at + 1}");

    /// <summary>An input as the output of a node, with everything put off done.</summary>
    private NodeValue Tensor(TfjsNode node, int at) => Settled(Input(node, at), node.Name);

    private ImmutableArray<int> Integers(TfjsNode node, int at) =>
        Input(node, at) is IntegerValue { Values: var numbers } ? numbers : throw Unsupported(node, $"input {at} must be constant whole numbers");

    private int Axis(TfjsNode node, int at, int rank)
    {
        var axis = Integers(node, at) is [var only] ? only < 0 ? only + rank : only : -1;
        return axis >= 0 && axis < rank ? axis : throw Fault($"node '{node.Name}' ({node.Operation}) has no axis below {rank}");
    }

    private TfjsConstant Numbers(TfjsNode node, int at) =>
        Input(node, at) is NumberValue { Constant: var constant } ? constant : throw Unsupported(node, $"input {at} must be a constant");

    /// <summary>A constant as a tensor, permuted where asked for; made once and kept for the life of the network.</summary>
    private Tensor Weight(TfjsConstant constant, params long[] permutation)
    {
        var key = permutation.Length == 0 ? constant.Name : $"{constant.Name} [{string.Join(",", permutation)}]";
        if (weights.TryGetValue(key, out var kept)) return kept;
        using var flat = tensor(ImmutableCollectionsMarshal.AsArray(constant.Numbers)!);
        using var shaped = flat.view([.. constant.Shape.Select(size => (long)size)]);
        var weight = permutation.Length == 0 ? shaped.clone() : shaped.permute(permutation).contiguous();
        return weights[key] = weight.DetachFromDisposeScope();
    }

    /// <summary>Adds a node and computes it on zeros.</summary>
    private NodeValue Add(string name, Operation operation, ImmutableArray<int> order, params int[] inputs)
    {
        try
        {
            var sample = operation.Forward([.. inputs.Select(input => samples[input])]);
            var position = builder.Add(ShortName(name), operation, inputs);
            samples[position] = sample;
            return new NodeValue(position, order);
        }
        catch (Exception e) when (e is ExternalException or ArgumentException or InvalidOperationException)
        {
            throw Fault($"node '{name}' can't be computed: {e.Message}");
        }
    }

    private long[] Shape(NodeValue value) => samples[value.Node].shape;

    /// <summary>The same tensor with its axes in another order, null for the graph's own.</summary>
    private NodeValue Ordered(NodeValue value, ImmutableArray<int>? order)
    {
        var wanted = order ?? [.. Enumerable.Range(0, value.Order.Length)];
        if (wanted.SequenceEqual(value.Order)) return value;
        long[] permutation = [.. Enumerable.Range(0, wanted.Length).Select(axis => (long)value.Order[wanted.IndexOf(axis)])];
        return Once(FormattableString.Invariant($"{value.Node} [{string.Join(",", permutation)}]"), wanted,
            () => Add("order", new MappedOperation(LayerKind.Reshape, x => x.permute(permutation), null), wanted, value.Node));
    }

    /// <summary>What several users need is added for the first.</summary>
    private NodeValue Once(string key, ImmutableArray<int> order, Func<NodeValue> add) => new(made.TryGetValue(key, out var node) ? node : made[key] = add().Node, order);

    /// <summary>An image tensor as [N, channels, height, width], given that the graph has the channels last.</summary>
    private NodeValue Image(TfjsNode node, NodeValue value)
    {
        if (value.Order.Length != 4) throw Fault($"node '{node.Name}' ({node.Operation}) takes a tensor of {value.Order.Length} axes, expected 4");
        if (node.Attributes.Text("data_format", "NHWC") is not "NHWC" and var format) throw Unsupported(node, $"its data format is {format}; expected NHWC");
        return Ordered(value, Channels4);
    }

    private static string ShortName(string name) =>
        name.StartsWith("StatefulPartitionedCall/", StringComparison.Ordinal) || name.StartsWith("PartitionedCall/", StringComparison.Ordinal)
            ? name[(name.IndexOf('/', StringComparison.Ordinal) + 1)..]
            : name;
}
