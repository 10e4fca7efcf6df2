namespace Limpid.Graphs;

public sealed partial class Graph
{
    /// <summary>The same vertices with only the edges of at least some weight.</summary>
    /// <param name="weight">The smallest weight that stays, 0 or larger; 0 keeps every edge.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="weight"/> is negative or NaN.</exception>
    /// <example>Edges of weight 1, 0.5 and 0.1 with <c>AtLeast(0.5)</c>: the first two stay.</example>
    public Graph AtLeast(double weight) => weight >= 0
        ? Compress(VertexCount, [.. Edges.Where(edge => edge.Weight >= weight)])
        : throw new ArgumentOutOfRangeException(nameof(weight), weight, FormattableString.Invariant($"The weight is {weight}; expected 0 or larger."));

    /// <summary>The mean of the weights of several graphs on the same vertices; an edge that a graph lacks counts 0 there.</summary>
    /// <param name="graphs">At least one; all with the same number of vertices.</param>
    /// <exception cref="ArgumentException">There is no graph, or they differ in their number of vertices.</exception>
    /// <example>An edge of weight 1 and the same edge missing: weight 1/2.</example>
    public static Graph Mean(IReadOnlyList<Graph> graphs)
    {
        ArgumentNullException.ThrowIfNull(graphs);
        if (graphs.Count == 0)
            throw new ArgumentException("There is no graph; expected at least one.", nameof(graphs));
        var sums = new Dictionary<(int From, int To), double>();
        foreach (var graph in graphs)
        {
            if (graph.VertexCount != graphs[0].VertexCount)
                throw new ArgumentException(FormattableString.Invariant(
                    $"A graph has {graph.VertexCount} vertices; expected {graphs[0].VertexCount} like the first."), nameof(graphs));
            foreach (var (from, to, weight) in graph.Edges) sums[(from, to)] = sums.GetValueOrDefault((from, to)) + weight;
        }
        return Compress(graphs[0].VertexCount, [.. sums.Select(sum => new Edge(sum.Key.From, sum.Key.To, sum.Value / graphs.Count))]);
    }
}
