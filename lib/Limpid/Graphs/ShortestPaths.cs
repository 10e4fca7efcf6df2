namespace Limpid.Graphs;

/// <summary>The lengths of the shortest paths from one vertex, by Dijkstra's algorithm.</summary>
public static class ShortestPaths
{
    /// <summary>The length of the shortest path to each vertex; infinity where there is none.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="source">Where the paths begin.</param>
    /// <param name="length">The length of an edge of some weight, 0 or larger; 1 / weight if null.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such vertex.</exception>
    /// <exception cref="ArgumentException">A length is negative or not finite.</exception>
    /// <example>On 0 - 1 - 2 with weights 1 and 1/2, from 0: lengths 0, 1 and 3.</example>
    public static double[] From(Graph graph, int source, Func<double, double>? length = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        if ((uint)source >= (uint)graph.VertexCount)
            throw new ArgumentOutOfRangeException(nameof(source), source, FormattableString.Invariant($"Vertex {source} does not exist; expected 0 to {graph.VertexCount - 1}."));
        length ??= weight => 1 / weight;
        var (distances, open) = (new double[graph.VertexCount], new PriorityQueue<int, double>());
        Array.Fill(distances, double.PositiveInfinity);
        distances[source] = 0;
        open.Enqueue(source, 0);
        while (open.TryDequeue(out var vertex, out var distance))
        {
            // A vertex may wait several times; only the shortest of its places counts.
            if (distance > distances[vertex]) continue;
            var neighbours = graph.Neighbours(vertex);
            var weights = graph.NeighbourWeights(vertex);
            for (var k = 0; k < neighbours.Length; k++)
            {
                var candidate = distance + Checked(length(weights[k]), weights[k]);
                if (candidate >= distances[neighbours[k]]) continue;
                distances[neighbours[k]] = candidate;
                open.Enqueue(neighbours[k], candidate);
            }
        }
        return distances;
    }

    private static double Checked(double length, double weight) => length >= 0 && double.IsFinite(length)
        ? length
        : throw new ArgumentException(FormattableString.Invariant($"An edge of weight {weight} has the length {length}; expected a finite number, 0 or larger."), nameof(length));
}
