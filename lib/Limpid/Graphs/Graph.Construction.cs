namespace Limpid.Graphs;

public sealed partial class Graph
{
    /// <summary>A graph from a list of undirected edges.</summary>
    /// <param name="vertexCount">Number of vertices N, at least 1.</param>
    /// <param name="edges">Each undirected edge once, in any order and direction; edges of weight 0 are left out.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="vertexCount"/> is below 1, or an end is no vertex.</exception>
    /// <exception cref="ArgumentException">A weight is negative, NaN or infinite; an edge joins a vertex to itself or is given twice.</exception>
    /// <example><code>Graph.FromEdges(3, [new(0, 1), new(2, 1, 0.5)])   // degrees 1, 1.5, 0.5</code></example>
    public static Graph FromEdges(int vertexCount, IEnumerable<Edge> edges)
    {
        ArgumentNullException.ThrowIfNull(edges);
        CheckAtLeast(vertexCount, 1, nameof(vertexCount));
        var kept = new List<Edge>();
        foreach (var edge in edges)
        {
            CheckEdge(edge, vertexCount, nameof(edges));
            if (edge.Weight > 0) kept.Add(edge);
        }
        return Compress(vertexCount, kept);
    }

    /// <summary>A graph from a dense weight matrix.</summary>
    /// <param name="weights">W (N x N): square, symmetric, finite, non-negative, zero diagonal. It is copied.</param>
    /// <param name="tolerance">Largest |W_ij - W_ji| allowed, relative to the largest weight; the mean of the two is taken.</param>
    /// <exception cref="ArgumentException">The matrix breaks one of these conditions; the message names the first such entry.</exception>
    /// <example><code>Graph.FromMatrix(new double[,] { { 0, 2 }, { 2, 0 } })   // one edge of weight 2; eigenvalues of D - W: 0 and 4</code></example>
    public static Graph FromMatrix(double[,] weights, double tolerance = 1e-12)
    {
        ArgumentNullException.ThrowIfNull(weights);
        if (!(tolerance >= 0))
            throw new ArgumentOutOfRangeException(nameof(tolerance), tolerance, "The tolerance must be 0 or larger.");
        var n = weights.GetLength(0);
        if (n == 0 || n != weights.GetLength(1))
            throw new ArgumentException(FormattableString.Invariant(
                $"The weight matrix is {n} x {weights.GetLength(1)}; expected a square matrix with at least one row."), nameof(weights));
        var allowed = tolerance * CheckEntries(weights);
        var edges = new List<Edge>();
        for (var i = 0; i < n; i++)
        {
            for (var j = i + 1; j < n; j++)
            {
                if (Math.Abs(weights[i, j] - weights[j, i]) > allowed) throw Asymmetric(weights, i, j);
                var weight = (weights[i, j] + weights[j, i]) / 2;
                if (weight > 0) edges.Add(new Edge(i, j, weight));
            }
        }
        return Compress(n, edges);
    }

    private static Graph Compress(int vertexCount, List<Edge> edges)
    {
        var starts = new int[vertexCount + 1];
        foreach (var (from, to, _) in edges) (starts[from + 1], starts[to + 1]) = (starts[from + 1] + 1, starts[to + 1] + 1);
        for (var v = 0; v < vertexCount; v++) starts[v + 1] += starts[v];
        var (columns, weights, next) = (new int[2 * edges.Count], new double[2 * edges.Count], starts.ToArray());
        foreach (var (from, to, weight) in edges)
        {
            (columns[next[from]], weights[next[from]++]) = (to, weight);
            (columns[next[to]], weights[next[to]++]) = (from, weight);
        }
        for (var v = 0; v < vertexCount; v++) SortRow(v, starts, columns, weights);
        return new Graph(starts, columns, weights);
    }

    private static void SortRow(int vertex, int[] starts, int[] columns, double[] weights)
    {
        var (start, length) = (starts[vertex], starts[vertex + 1] - starts[vertex]);
        Array.Sort(columns, weights, start, length);
        for (var k = start + 1; k < start + length; k++)
            if (columns[k] == columns[k - 1])
                throw new ArgumentException(FormattableString.Invariant(
                    $"The edge {{{vertex}, {columns[k]}}} is given more than once; expected each undirected edge once."), "edges");
    }

    private static void CheckEdge(Edge edge, int vertexCount, string name)
    {
        CheckVertex(edge.From, vertexCount, name);
        CheckVertex(edge.To, vertexCount, name);
        if (edge.From == edge.To)
            throw new ArgumentException(FormattableString.Invariant(
                $"Vertex {edge.From} is joined to itself; expected two different ends."), name);
        if (!(edge.Weight >= 0 && double.IsFinite(edge.Weight))) throw BadWeight(edge.From, edge.To, edge.Weight, name);
    }

    private static double CheckEntries(double[,] weights)
    {
        var largest = 0.0;
        for (var i = 0; i < weights.GetLength(0); i++)
        {
            for (var j = 0; j < weights.GetLength(1); j++)
            {
                if (!(weights[i, j] >= 0 && double.IsFinite(weights[i, j]))) throw BadWeight(i, j, weights[i, j], nameof(weights));
                largest = Math.Max(largest, weights[i, j]);
            }
            if (weights[i, i] != 0)
                throw new ArgumentException(FormattableString.Invariant(
                    $"Diagonal entry [{i}, {i}] is {weights[i, i]}; expected 0 (no vertex is joined to itself)."), nameof(weights));
        }
        return largest;
    }

    private static ArgumentException BadWeight(int i, int j, double weight, string name) => new(FormattableString.Invariant(
        $"The weight of ({i}, {j}) is {weight}; expected a finite number, 0 or larger."), name);

    private static ArgumentException Asymmetric(double[,] weights, int i, int j) => new(FormattableString.Invariant(
        $"Entries [{i}, {j}] = {weights[i, j]} and [{j}, {i}] = {weights[j, i]} differ; expected a symmetric matrix."), nameof(weights));

    private static void CheckAtLeast(int value, int least, string name)
    {
        if (value < least)
            throw new ArgumentOutOfRangeException(name, value, FormattableString.Invariant($"{name} is {value}; expected {least} or more."));
    }
}
