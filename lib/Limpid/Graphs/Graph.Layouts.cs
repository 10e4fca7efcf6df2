namespace Limpid.Graphs;

// Layouts of h * w neurons: vertex = row * w + column, all weights 1 (Tong et al. 2020, arXiv:1810.00424, and the authors' code).
public sealed partial class Graph
{
    /// <summary>The path 0 - 1 - ... - (n-1). Eigenvalues of D - W: 2 - 2 cos(pi k / n), k = 0 to n - 1; for n = 3: 0, 1, 3.</summary>
    /// <param name="n">Number of vertices, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is below 1.</exception>
    public static Graph Path(int n) => Lines(1, n);

    /// <summary>The cycle of n vertices. Eigenvalues of D - W: 2 - 2 cos(2 pi k / n), k = 0 to n - 1; for n = 4: 0, 2, 2, 4.</summary>
    /// <param name="n">Number of vertices, at least 3.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is below 3.</exception>
    public static Graph Ring(int n) => Rings(1, n);

    /// <summary>h disjoint paths of w vertices. <c>Lines(3, 2)</c> is three separate edges: eigenvalues 0 (3 times) and 2 (3 times).</summary>
    /// <param name="h">Number of paths, at least 1.</param>
    /// <param name="w">Vertices of each, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is too small.</exception>
    public static Graph Lines(int h, int w) => Layout(h, w, 1, (row, column) => column + 1 < w ? [(row, column + 1)] : []);

    /// <summary>h disjoint cycles of w vertices; eigenvalues of <see cref="Ring"/>, each h times.</summary>
    /// <param name="h">Number of cycles, at least 1.</param>
    /// <param name="w">Vertices of each, at least 3.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is too small.</exception>
    public static Graph Rings(int h, int w) => Layout(h, w, 3, (row, column) => [(row, (column + 1) % w)]);

    /// <summary>
    /// The open h x w lattice of 4 neighbours. Its eigenvalues are the sums of those of the two paths. <c>Grid(2, 2)</c> is a square:
    /// 4 edges, eigenvalues 0, 2, 2, 4. The 8 x 8 grid of the paper's MNIST network has 112 edges.
    /// </summary>
    /// <param name="h">Rows, at least 1.</param>
    /// <param name="w">Columns, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is too small.</exception>
    public static Graph Grid(int h, int w) =>
        Layout(h, w, 1, (row, column) => [.. Inside(row, column + 1, h, w), .. Inside(row + 1, column, h, w)]);

    /// <summary>The h x w lattice closed in both directions, every degree 4. Its eigenvalues are the sums of those of the two cycles.</summary>
    /// <param name="h">Rows, at least 3 (two would join the same pair twice).</param>
    /// <param name="w">Columns, at least 3.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is too small.</exception>
    public static Graph Torus(int h, int w)
    {
        CheckAtLeast(h, 3, nameof(h));
        return Layout(h, w, 3, (row, column) => [(row, (column + 1) % w), ((row + 1) % h, column)]);
    }

    /// <summary>h stars of w vertices; column 0 is the hub. One star: eigenvalues 0, 1 (w - 2 times) and w.</summary>
    /// <param name="h">Number of stars, at least 1.</param>
    /// <param name="w">Vertices of each with its hub, at least 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is too small.</exception>
    public static Graph Stars(int h, int w) => Layout(h, w, 2, (row, column) => column > 0 ? [(row, 0)] : []);

    /// <summary>h complete binary trees of w = 2^k - 1 vertices in breadth-first order: the parent of column c is (c - 1) / 2.</summary>
    /// <param name="h">Number of trees, at least 1.</param>
    /// <param name="w">Vertices of each: 1, 3, 7, 15, ...</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is too small, or w + 1 is no power of two.</exception>
    public static Graph Trees(int h, int w)
    {
        if (!System.Numerics.BitOperations.IsPow2(w + 1))
            throw new ArgumentOutOfRangeException(nameof(w), w, "A complete binary tree has 1, 3, 7, 15, ... vertices.");
        return Layout(h, w, 1, (row, column) => column > 0 ? [(row, (column - 1) / 2)] : []);
    }

    /// <summary>
    /// h complete graphs of w vertices. One of them: eigenvalues 0 and w (w - 1 times); <c>Cliques(1, 3)</c> is a triangle: 0, 3, 3.
    /// </summary>
    /// <param name="h">Number of cliques, at least 1.</param>
    /// <param name="w">Vertices of each, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is too small.</exception>
    public static Graph Cliques(int h, int w) =>
        Layout(h, w, 1, (row, column) => [.. Enumerable.Range(0, column).Select(other => (row, other))]);

    private static Graph Layout(int h, int w, int least, Func<int, int, (int Row, int Column)[]> partners)
    {
        CheckAtLeast(h, 1, nameof(h));
        CheckAtLeast(w, least, nameof(w));
        var edges = from row in Enumerable.Range(0, h)
                    from column in Enumerable.Range(0, w)
                    from partner in partners(row, column)
                    select new Edge(row * w + column, partner.Row * w + partner.Column);
        return FromEdges(checked(h * w), edges);
    }

    private static (int, int)[] Inside(int row, int column, int h, int w) => row < h && column < w ? [(row, column)] : [];
}
