using Limpid.Graphs;

namespace Limpid.Figures;

/// <summary>Lays out the components of a graph one by one and stands them in rows, the largest first.</summary>
internal static class Packing
{
    private const double Gap = 1.2;

    /// <param name="graph">Any graph.</param>
    /// <param name="layout">Places of a connected graph.</param>
    public static double[,] Of(Graph graph, Func<Graph, double[,]> layout)
    {
        var boxes = Members(graph).Select(members => (Members: members, Places: Upright(layout(Part(graph, members)), Part(graph, members)))).ToArray();
        var area = boxes.Sum(b => (Size(b.Places, 0) + Gap) * (Size(b.Places, 1) + Gap));
        var width = Math.Max(boxes.Max(b => Size(b.Places, 0)), 1.4 * Math.Sqrt(area));
        var places = new double[graph.VertexCount, 2];
        var (x, y, rowHeight) = (0.0, 0.0, 0.0);
        foreach (var (members, box) in boxes)
        {
            if (x > 0 && x + Size(box, 0) > width)
                (x, y, rowHeight) = (0, y - rowHeight - Gap, 0);
            for (var k = 0; k < members.Length; k++)
                (places[members[k], 0], places[members[k], 1]) = (x + box[k, 0], y + box[k, 1]);
            x += Size(box, 0) + Gap;
            rowHeight = Math.Max(rowHeight, Size(box, 1));
        }
        return places;
    }

    private static IEnumerable<int[]> Members(Graph graph)
    {
        var components = ConnectedComponents.Of(graph);
        var componentOf = components.ComponentOf.ToArray();
        return Enumerable.Range(0, graph.VertexCount).GroupBy(v => componentOf[v]).Select(g => g.ToArray()).OrderByDescending(m => m.Length).ThenBy(m => m[0]);
    }

    private static Graph Part(Graph graph, int[] members)
    {
        var position = new Dictionary<int, int>(members.Select((v, k) => KeyValuePair.Create(v, k)));
        return Graph.FromEdges(members.Length, graph.Edges.Where(e => position.ContainsKey(e.From)).Select(e => new Edge(position[e.From], position[e.To], e.Weight)));
    }

    /// <summary>Mirrored so that vertex 0 is left and on top, an edge 1 long on average, the top left corner at (0, 0).</summary>
    private static double[,] Upright(double[,] places, Graph part)
    {
        var all = Enumerable.Range(0, part.VertexCount).ToArray();
        var length = part.EdgeCount == 0 ? 1 : part.Edges.Average(e => Math.Sqrt(Square(places, e, 0) + Square(places, e, 1)));
        double Scale(int axis, int side) => side * (places[0, axis] - all.Average(v => places[v, axis])) < 0 ? -1 / length : 1 / length;
        var (sx, sy) = (Scale(0, -1), Scale(1, 1));
        var (left, top) = (all.Min(v => sx * places[v, 0]), all.Max(v => sy * places[v, 1]));
        var upright = new double[all.Length, 2];
        foreach (var v in all)
            (upright[v, 0], upright[v, 1]) = (sx * places[v, 0] - left, sy * places[v, 1] - top);
        return upright;
    }

    private static double Square(double[,] places, Edge edge, int axis) => Math.Pow(places[edge.From, axis] - places[edge.To, axis], 2);

    private static double Size(double[,] places, int axis)
    {
        var values = Enumerable.Range(0, places.GetLength(0)).Select(v => places[v, axis]).ToArray();
        return values.Max() - values.Min();
    }
}
