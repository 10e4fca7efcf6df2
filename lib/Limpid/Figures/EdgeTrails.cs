using Limpid.Graphs;

namespace Limpid.Figures;

/// <summary>Edges as few long trails: each edge is walked once, so that a line takes one point for an edge and not three.</summary>
internal static class EdgeTrails
{
    public static IEnumerable<IReadOnlyList<int>> Of(int vertexCount, IReadOnlyList<Edge> edges)
    {
        var incident = Enumerable.Range(0, vertexCount).Select(_ => new Queue<int>()).ToArray();
        for (var e = 0; e < edges.Count; e++)
        {
            incident[edges[e].From].Enqueue(e);
            incident[edges[e].To].Enqueue(e);
        }
        var walked = new bool[edges.Count];
        // A trail must begin or end where the number of edges is odd, so those come first.
        foreach (var start in Enumerable.Range(0, vertexCount).OrderByDescending(v => incident[v].Count % 2).ToArray())
            while (Walk(start, edges, incident, walked) is { Count: > 1 } trail)
                yield return trail;
    }

    private static List<int> Walk(int start, IReadOnlyList<Edge> edges, Queue<int>[] incident, bool[] walked)
    {
        var trail = new List<int> { start };
        while (incident[trail[^1]].TryDequeue(out var e))
        {
            if (walked[e])
                continue;
            walked[e] = true;
            trail.Add(edges[e].From == trail[^1] ? edges[e].To : edges[e].From);
        }
        return trail;
    }
}
