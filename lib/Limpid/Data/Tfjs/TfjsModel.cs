namespace Limpid.Data.Tfjs;

/// <summary>A model of TensorFlow.js in its graph form: what it computes, and its constants.</summary>
/// <param name="Nodes">The nodes, each after those whose outputs it uses.</param>
/// <param name="Constants">The constants by the name of their node: weights, and the numbers that some operations need.</param>
public sealed record TfjsModel(IReadOnlyList<TfjsNode> Nodes, IReadOnlyDictionary<string, TfjsConstant> Constants)
{
    /// <summary>Number of floating-point constants, mostly weights.</summary>
    public long WeightCount => Constants.Values.Sum(constant => (long)constant.Numbers.Length);

    /// <summary>Nodes and weights in one line.</summary>
    public override string ToString() => FormattableString.Invariant($"TensorFlow.js graph: {Nodes.Count} nodes, {WeightCount} weights");
}
