using Limpid.Graphs;

namespace Limpid.Figures;

/// <summary>Places in the plane for the vertices of a graph; the same graph gives the same places.</summary>
/// <remarks>Each component is laid out by itself, vertex 0 of it left and on top; the components stand in rows, the largest first.</remarks>
public static class GraphLayout
{
    /// <summary>The most vertices that <see cref="Force"/> and <see cref="Spectral"/> take; their work grows with the square and the cube.</summary>
    public const int MaxVertices = 4000;

    /// <summary>Springs between all pairs, as long as the shortest path has edges: the energy Σ (|x_i − x_j| − d_ij)²/d_ij² is made small by single springs
    /// of falling strength in random order (Zheng, Pawar and Goodman, arXiv:1710.04626) from a start by classical scaling. Weights do not matter. The widest
    /// direction is turned from left to right.</summary>
    /// <param name="graph">The graph. The path 0 - 1 - 2 becomes three places on a line, the triangle an equilateral one.</param>
    /// <returns>x and y of each vertex; an edge is about 1 long.</returns>
    /// <exception cref="ArgumentException">The graph has more than <see cref="MaxVertices"/> vertices.</exception>
    public static double[,] Force(Graph graph) => Packing.Of(Checked(graph), Springs.Places);

    /// <summary>The eigenvectors of D − W with the second and third smallest eigenvalue, as x and y: neighbours of large weight lie close.</summary>
    /// <param name="graph">The graph. Where an eigenvalue is repeated (rings, complete graphs), the places are one choice out of many.</param>
    /// <returns>x and y of each vertex; an edge is 1 long on average.</returns>
    /// <exception cref="ArgumentException">The graph has more than <see cref="MaxVertices"/> vertices.</exception>
    public static double[,] Spectral(Graph graph) => Packing.Of(Checked(graph), SlowModes.Places);

    /// <summary>Rows and columns, as <see cref="Graph.Grid"/> and its kin count them: vertex = row * w + column, row 0 on top.</summary>
    /// <param name="h">Rows, at least 1.</param>
    /// <param name="w">Columns, at least 1.</param>
    /// <returns>x and y of each of the h * w vertices.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is below 1.</exception>
    public static double[,] Grid(int h, int w)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(h, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(w, 1);
        return Places(checked(h * w), v => (v % w, -(v / w)));
    }

    /// <summary>Places on a circle, vertex 0 on top, then clockwise; neighbours in the list are 1 apart.</summary>
    /// <param name="n">Number of vertices, at least 1.</param>
    /// <returns>x and y of each vertex.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is below 1.</exception>
    public static double[,] Circle(int n)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        var radius = n == 1 ? 0 : 1 / (2 * Math.Sin(Math.PI / n));
        return Places(n, v => (radius * Math.Sin(2 * Math.PI * v / n), radius * Math.Cos(2 * Math.PI * v / n)));
    }

    private static double[,] Places(int count, Func<int, (double X, double Y)> place)
    {
        var places = new double[count, 2];
        for (var v = 0; v < count; v++)
            (places[v, 0], places[v, 1]) = place(v);
        return places;
    }

    private static Graph Checked(Graph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return graph.VertexCount <= MaxVertices ? graph : throw new ArgumentException(FormattableString.Invariant(
            $"graph has {graph.VertexCount} vertices; expected at most {MaxVertices}. Give the places of a larger one yourself."), nameof(graph));
    }
}
