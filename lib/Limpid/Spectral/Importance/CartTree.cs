namespace Limpid.Spectral.Importance;

/// <summary>A grown tree.</summary>
/// <param name="Nodes">The root first; a leaf has the input -1.</param>
/// <param name="Gains">The impurity that each input's splits took away.</param>
/// <param name="Answers">Numbers in a leaf: one share per class, or one mean.</param>
internal sealed record CartTree(IReadOnlyList<CartNode> Nodes, double[] Gains, int Answers)
{
    internal double[] Leaf(ReadOnlySpan<double> sample)
    {
        var node = Nodes[0];
        while (node.Input >= 0) node = Nodes[sample[node.Input] <= node.Threshold ? node.Left : node.Right];
        return node.Answer;
    }
}
