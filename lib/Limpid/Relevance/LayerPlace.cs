using Limpid.Relevance.Networks;

namespace Limpid.Relevance;

/// <summary>A layer and where it stands; composites and pruning schedules choose by it.</summary>
/// <param name="Node">The layer.</param>
/// <param name="Index">Its number among the layers with weights, in the order of execution from 0; -1 for a layer without weights.</param>
/// <param name="Count">How many layers with weights there are.</param>
/// <param name="IsFirst">Whether it has weights and no layer with weights lies between the input and it.</param>
public sealed record LayerPlace(Node Node, int Index, int Count, bool IsFirst)
{
    /// <summary>Its name.</summary>
    public string Name => Node.Name;

    /// <summary>Its kind.</summary>
    public LayerKind Kind => Node.Operation.Kind;

    /// <summary>The places of all nodes of a network.</summary>
    internal static LayerPlace[] All(Network network)
    {
        var nodes = network.Nodes;
        // Whether a layer with weights lies below a node, the node itself not counted.
        var below = new bool[nodes.Length];
        for (var i = 0; i < nodes.Length; i++) below[i] = nodes[i].Inputs.Any(input => below[input] || nodes[input].IsParametric);
        var count = nodes.Count(node => node.IsParametric);
        var index = 0;
        return [.. nodes.Select((node, i) => new LayerPlace(node, node.IsParametric ? index++ : -1, count, node.IsParametric && !below[i]))];
    }
}
