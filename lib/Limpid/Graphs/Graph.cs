using System.Globalization;

namespace Limpid.Graphs;

/// <summary>
/// An immutable undirected graph with weights W (N x N, symmetric, non-negative, zero diagonal) in compressed sparse rows, float64.
/// </summary>
/// <remarks>
/// <para>Made by <see cref="FromEdges"/>, <see cref="FromMatrix"/> or one of the layouts (<see cref="Grid"/>, <see cref="Lines"/>, ...).</para>
/// <para>Small enough to check by hand: <c>Graph.Path(3)</c> is 0 - 1 - 2 with degrees (1, 2, 1), two edges, and the Laplacian
/// D - W = [[1, -1, 0], [-1, 2, -1], [0, -1, 1]], whose eigenvalues are 0, 1 and 3.</para>
/// <para>A graph may have no edges or a single vertex; it has at least one vertex.</para>
/// </remarks>
public sealed partial class Graph
{
    private readonly int[] starts;
    private readonly int[] columns;
    private readonly double[] weights;
    private readonly double[] degrees;

    private Graph(int[] starts, int[] columns, double[] weights)
    {
        this.starts = starts;
        this.columns = columns;
        this.weights = weights;
        degrees = new double[VertexCount];
        for (var v = 0; v < VertexCount; v++)
            foreach (var weight in NeighbourWeights(v)) degrees[v] += weight;
    }

    /// <summary>Number of vertices N.</summary>
    public int VertexCount => starts.Length - 1;

    /// <summary>Number of undirected edges of positive weight.</summary>
    public int EdgeCount => columns.Length / 2;

    /// <summary>Degrees d_i = sum_j W_ij, one per vertex; 0 for an isolated vertex.</summary>
    public ReadOnlySpan<double> Degrees => degrees;

    /// <summary>Each undirected edge once, with From &lt; To, ordered by From, then To.</summary>
    public IEnumerable<Edge> Edges
    {
        get
        {
            for (var v = 0; v < VertexCount; v++)
                for (var k = starts[v]; k < starts[v + 1]; k++)
                    if (columns[k] > v) yield return new Edge(v, columns[k], weights[k]);
        }
    }

    /// <summary>The neighbours of a vertex in ascending order.</summary>
    /// <param name="vertex">Vertex, 0 to N - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such vertex.</exception>
    public ReadOnlySpan<int> Neighbours(int vertex)
    {
        CheckVertex(vertex, VertexCount, nameof(vertex));
        return columns.AsSpan(starts[vertex]..starts[vertex + 1]);
    }

    /// <summary>The weights of the edges to <see cref="Neighbours"/>, in the same order.</summary>
    /// <param name="vertex">Vertex, 0 to N - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such vertex.</exception>
    public ReadOnlySpan<double> NeighbourWeights(int vertex)
    {
        CheckVertex(vertex, VertexCount, nameof(vertex));
        return weights.AsSpan(starts[vertex]..starts[vertex + 1]);
    }

    /// <summary>Where the neighbours of each vertex begin in <see cref="Columns"/> and <see cref="Weights"/>; N + 1 numbers.</summary>
    internal int[] Starts => starts;

    /// <summary>The neighbours of all vertices.</summary>
    internal int[] Columns => columns;

    /// <summary>The weights of the edges to them.</summary>
    internal double[] Weights => weights;

    /// <summary>The Laplacian of this graph.</summary>
    /// <param name="kind">Which of the three; the default D - W is the paper's for fixed graphs.</param>
    public Laplacian Laplacian(LaplacianKind kind = LaplacianKind.Unnormalized) => new(this, kind);

    /// <summary>The dense weights W (N x N), a new array at each call.</summary>
    public double[,] ToMatrix()
    {
        var matrix = new double[VertexCount, VertexCount];
        foreach (var (from, to, weight) in Edges) matrix[from, to] = matrix[to, from] = weight;
        return matrix;
    }

    /// <summary>For example "graph: 64 vertices, 112 edges".</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"graph: {VertexCount} vertices, {EdgeCount} edges");

    private static void CheckVertex(int vertex, int count, string name)
    {
        if ((uint)vertex >= (uint)count)
            throw new ArgumentOutOfRangeException(name, vertex, FormattableString.Invariant(
                $"Vertex {vertex} does not exist; expected 0 to {count - 1}."));
    }
}
