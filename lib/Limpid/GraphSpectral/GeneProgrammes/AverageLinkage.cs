using Limpid.Graphs;

namespace Limpid.GraphSpectral.GeneProgrammes;

/// <summary>Groups of neurons by average linkage: what a user would do with the same graph, without training for it.</summary>
public static class AverageLinkage
{
    /// <summary>
    /// Starts with every neuron alone and joins, again and again, the two groups whose neurons are joined by the largest mean weight (a missing edge counts 0; at a tie the groups with the lowest neurons),
    /// until so many groups are left.
    /// </summary>
    /// <param name="graph">How alike neurons are.</param>
    /// <param name="count">Groups, 1 to the number of neurons.</param>
    /// <returns>The group of each neuron, the largest first (at a tie, that with the lowest neuron).</returns>
    /// <exception cref="ArgumentOutOfRangeException">There can't be so many groups.</exception>
    public static int[] Groups(Graph graph, int count)
    {
        ArgumentNullException.ThrowIfNull(graph);
        if (count < 1 || count > graph.VertexCount)
            throw new ArgumentOutOfRangeException(nameof(count), count, FormattableString.Invariant($"{count} groups of {graph.VertexCount} neurons; expected 1 to {graph.VertexCount}."));
        var weights = new double[graph.VertexCount, graph.VertexCount];
        foreach (var edge in graph.Edges) weights[edge.From, edge.To] = weights[edge.To, edge.From] = edge.Weight;
        var groups = Enumerable.Range(0, graph.VertexCount).Select(neuron => new List<int> { neuron }).ToList();
        while (groups.Count > count)
        {
            var (first, second) = (from i in Enumerable.Range(0, groups.Count) from j in Enumerable.Range(i + 1, groups.Count - i - 1) select (i, j))
                .MaxBy(pair => groups[pair.i].Average(a => groups[pair.j].Average(b => weights[a, b])));
            groups[first].AddRange(groups[second]);
            groups.RemoveAt(second);
        }
        var ranked = groups.OrderByDescending(group => group.Count).ThenBy(group => group.Min()).ToList();
        return [.. Enumerable.Range(0, graph.VertexCount).Select(neuron => ranked.FindIndex(group => group.Contains(neuron)))];
    }
}
