using Limpid.Graphs;

namespace Limpid.Tests.Graphs;

internal static class RandomGraphs
{
    internal static double[,] Matrix(int n, double density, int seed)
    {
        var random = new Random(seed);
        var matrix = new double[n, n];
        for (var i = 0; i < n; i++)
            for (var j = i + 1; j < n; j++)
                if (random.NextDouble() < density) matrix[i, j] = matrix[j, i] = random.NextDouble() + 0.1;
        return matrix;
    }

    internal static double[] Signal(int n, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, n).Select(_ => random.NextDouble() * 4 - 1)];
    }

    /// <summary>Vertex v of the result is vertex order[v] of the graph.</summary>
    internal static Graph Relabel(Graph graph, int[] order)
    {
        var place = new int[order.Length];
        for (var v = 0; v < order.Length; v++) place[order[v]] = v;
        return Graph.FromEdges(order.Length, graph.Edges.Select(e => new Edge(place[e.From], place[e.To], e.Weight)));
    }

    internal static int[] Order(int n, int seed)
    {
        var order = Enumerable.Range(0, n).ToArray();
        new Random(seed).Shuffle(order);
        return order;
    }

    /// <summary>Sizes 1 to 20 at several densities, the last ones with isolated vertices or no edge at all.</summary>
    internal static IEnumerable<Graph> Several() =>
        from n in new[] { 1, 2, 3, 7, 20 }
        from density in new[] { 1.0, 0.3, 0.1, 0.0 }
        select Graph.FromMatrix(Matrix(n, density, 10 * n + (int)(10 * density)));

    internal static LaplacianKind[] Kinds => Enum.GetValues<LaplacianKind>();
}
