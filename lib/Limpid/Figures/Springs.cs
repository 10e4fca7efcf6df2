using Limpid.Data;
using Limpid.Graphs;

namespace Limpid.Figures;

/// <summary>Places of a connected graph by springs between all pairs of vertices.</summary>
internal static class Springs
{
    private const int Rounds = 40;

    // The strength of the springs between neighbours in the last round.
    private const double LastStep = 0.01;

    /// <param name="graph">A connected graph.</param>
    /// <returns>x and y of each vertex, turned so that it is widest from left to right.</returns>
    public static double[,] Places(Graph graph)
    {
        var n = graph.VertexCount;
        var random = new SplitMix64(1);
        var distances = Enumerable.Range(0, n).Select(v => Hops(graph, v)).ToArray();
        var (x, y) = Scaling.Places(distances, random);
        double longest = Math.Max(1, distances.Max(row => row.Max()));
        var fall = Math.Log(longest / LastStep) / (Rounds - 1);
        var order = Enumerable.Range(0, n).Select(v => (long)v).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            // New orders of the vertices, not of the pairs: as good to look at, and memory is read in its order.
            random.Shuffle(order);
            var step = longest * Math.Exp(-fall * round);
            foreach (var i in order)
                Relax(x, y, (int)i, distances[i], step);
        }
        var places = new double[n, 2];
        for (var v = 0; v < n; v++)
            (places[v, 0], places[v, 1]) = (x[v], y[v]);
        return Turning.Widest(places, graph);
    }

    /// <summary>Each spring between i and a later vertex moves both its ends by half of what it lacks, or a part of that.</summary>
    private static void Relax(double[] x, double[] y, int i, int[] lengths, double step)
    {
        for (var j = i + 1; j < lengths.Length; j++)
        {
            double length = lengths[j], dx = x[i] - x[j], dy = y[i] - y[j];
            var distance = Math.Max(Math.Sqrt(dx * dx + dy * dy), 1e-9);
            var share = Math.Min(step / (length * length), 1) * (distance - length) / (2 * distance);
            x[i] -= share * dx;
            y[i] -= share * dy;
            x[j] += share * dx;
            y[j] += share * dy;
        }
    }

    /// <summary>The number of edges on the shortest path to every vertex.</summary>
    private static int[] Hops(Graph graph, int start)
    {
        var hops = new int[graph.VertexCount];
        Array.Fill(hops, -1);
        hops[start] = 0;
        var open = new Queue<int>([start]);
        while (open.TryDequeue(out var vertex))
            foreach (var neighbour in graph.Neighbours(vertex))
                if (hops[neighbour] < 0)
                {
                    hops[neighbour] = hops[vertex] + 1;
                    open.Enqueue(neighbour);
                }
        return hops;
    }
}
