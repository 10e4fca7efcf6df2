namespace Limpid.Graphs;

// The remaining layouts of the authors' code; all weights 1.
public sealed partial class Graph
{
    private static readonly (int, int)[] KiteEdges =
    [
        (0, 1), (0, 2), (0, 3), (0, 5), (1, 3), (1, 4), (1, 6), (2, 3), (2, 5), (3, 4), (3, 5), (3, 6), (4, 6), (5, 6), (5, 7), (6, 7), (7, 8), (8, 9),
    ];

    /// <summary>
    /// h Krackhardt kites of 10 vertices and 18 edges: vertex 3 has the most neighbours (6), 7 - 8 - 9 is the tail.
    /// </summary>
    /// <param name="h">Number of kites, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="h"/> is below 1.</exception>
    public static Graph Kites(int h) => Layout(h, 10, 10, (row, column) =>
        [.. KiteEdges.Where(edge => edge.Item1 == column).Select(edge => (row, edge.Item2))]);

    /// <summary>w separate edges v - (v + w), on two rows of w vertices: eigenvalues 0 (w times) and 2 (w times).</summary>
    /// <param name="w">Number of columns, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="w"/> is below 1.</exception>
    public static Graph VerticalLines(int w) => Layout(2, w, 1, (row, column) => row == 0 ? [(1, column)] : []);

    /// <summary>
    /// Two paths of w vertices, rungs v - (v + w) between them for v &lt; w / 2: a trunk that parts into two branches.
    /// <c>Wishbone(2)</c> is the path 1 - 0 - 2 - 3.
    /// </summary>
    /// <param name="w">Vertices of each path, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="w"/> is below 1.</exception>
    public static Graph Wishbone(int w) => Layout(2, w, 1, (row, column) =>
        [.. Inside(row, column + 1, 2, w), .. row == 0 && 2 * column < w ? [(1, column)] : Array.Empty<(int, int)>()]);

    /// <summary>
    /// Capsules whose entry d is joined to entry d of every other capsule: one complete graph on <paramref name="capsules"/> vertices for
    /// each dimension. With 10 capsules of 16: eigenvalues 0 (16 times) and 10 (144 times).
    /// </summary>
    /// <param name="capsules">Number of capsules, at least 1; vertex = capsule * dimensions + d.</param>
    /// <param name="dimensions">Entries of each, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is below 1.</exception>
    public static Graph CapsuleAlignment(int capsules, int dimensions) => Layout(capsules, dimensions, 1, (row, column) =>
        [.. Enumerable.Range(0, row).Select(other => (other, column))]);
}
