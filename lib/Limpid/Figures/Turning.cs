using Limpid.Graphs;

namespace Limpid.Figures;

/// <summary>Turns places about their centre.</summary>
internal static class Turning
{
    // Below this part of the whole, the difference between the widths of two directions is chance.
    private const double Chance = 0.02;

    /// <summary>The widest direction from left to right; where none is widest, along the edges.</summary>
    public static double[,] Widest(double[,] places, Graph graph)
    {
        var centred = Centred(places);
        var (xx, xy, yy) = (0.0, 0.0, 0.0);
        for (var v = 0; v < places.GetLength(0); v++)
        {
            var (x, y) = (centred[v, 0], centred[v, 1]);
            (xx, xy, yy) = (xx + x * x, xy + x * y, yy + y * y);
        }
        return Math.Sqrt((xx - yy) * (xx - yy) + 4 * xy * xy) < Chance * (xx + yy) ? AlongEdges(centred, graph) : By(centred, 0.5 * Math.Atan2(2 * xy, xx - yy));
    }

    /// <summary>Most edges level or upright: the direction θ of an edge and θ + 90° count as one.</summary>
    public static double[,] AlongEdges(double[,] places, Graph graph)
    {
        var (cos, sin) = (0.0, 0.0);
        foreach (var (from, to, _) in graph.Edges)
        {
            var (dx, dy) = (places[to, 0] - places[from, 0], places[to, 1] - places[from, 1]);
            var (length, angle) = (dx * dx + dy * dy, 4 * Math.Atan2(dy, dx));
            (cos, sin) = (cos + length * Math.Cos(angle), sin + length * Math.Sin(angle));
        }
        return By(Centred(places), Math.Atan2(sin, cos) / 4);
    }

    private static double[,] By(double[,] places, double angle)
    {
        var turned = new double[places.GetLength(0), 2];
        var (cos, sin) = (Math.Cos(angle), Math.Sin(angle));
        for (var v = 0; v < places.GetLength(0); v++)
            (turned[v, 0], turned[v, 1]) = (places[v, 0] * cos + places[v, 1] * sin, places[v, 1] * cos - places[v, 0] * sin);
        return turned;
    }

    private static double[,] Centred(double[,] places)
    {
        var n = places.GetLength(0);
        var centred = new double[n, 2];
        for (var axis = 0; axis < 2; axis++)
        {
            var mean = Enumerable.Range(0, n).Average(v => places[v, axis]);
            for (var v = 0; v < n; v++)
                centred[v, axis] = places[v, axis] - mean;
        }
        return centred;
    }
}
