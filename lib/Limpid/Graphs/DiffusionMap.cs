namespace Limpid.Graphs;

/// <summary>
/// Places for the vertices of a graph such that neighbours in the sense of a random walk lie close: the slow modes of diffusion. With it the
/// distances by which diffusion pseudo-time orders cells.
/// </summary>
/// <remarks>
/// <para>
/// With P = D^-1 W, eigenvalues 1 = mu_0 > mu_1 >= ... and eigenvectors P psi_k = mu_k psi_k scaled to <c>sum_i d_i psi_k(i)^2 = sum_i d_i</c>, vertex i lies at
/// <c>(mu_1 psi_1(i), mu_2 psi_2(i), ...)</c>. With density correction the weights are first divided by the degrees of both ends, W_ij / (d_i d_j), so that places show
/// the shape of the data and not how densely it was sampled.
/// </para>
/// <para>
/// On the path 0 - 1 - ... - n-1 without correction: <c>psi_k(i) = sqrt(2) cos(pi k i / (n-1))</c> (for k = n-1 without the root), mu_k = cos(pi k / (n-1)). A ring becomes a circle. Places are float64; the eigenpairs
/// come from <see cref="Lanczos"/>. Source: Coifman and Lafon 2006; Haghverdi et al. 2016 for the distances.
/// </para>
/// </remarks>
public sealed class DiffusionMap
{
    private readonly double[] eigenvalues;
    private readonly double[][] modes;

    private DiffusionMap(double[] eigenvalues, double[][] modes) => (this.eigenvalues, this.modes) = (eigenvalues, modes);

    /// <summary>mu_1, mu_2, ..., descending; the trivial mu_0 = 1 is left out.</summary>
    public ReadOnlySpan<double> Eigenvalues => eigenvalues;

    /// <summary>The map of a connected graph.</summary>
    /// <param name="graph">The graph on N vertices.</param>
    /// <param name="dimensions">Number of modes, 1 to N - 1.</param>
    /// <param name="correctDensity">Whether the weights are divided by the degrees of both ends.</param>
    /// <param name="seed">Of the search for eigenvectors.</param>
    /// <exception cref="ArgumentException">The graph is in several pieces, between which nothing diffuses.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="dimensions"/> is out of range.</exception>
    /// <exception cref="LanczosException">The eigenpairs were not found.</exception>
    public static DiffusionMap Of(Graph graph, int dimensions = 2, bool correctDensity = true, long seed = 0)
    {
        ArgumentNullException.ThrowIfNull(graph);
        if (dimensions < 1 || dimensions >= graph.VertexCount)
            throw new ArgumentOutOfRangeException(nameof(dimensions), dimensions, FormattableString.Invariant($"{dimensions} modes are asked for; expected 1 to {graph.VertexCount - 1}."));
        if (ConnectedComponents.Of(graph).Count is > 1 and var pieces)
            throw new ArgumentException(FormattableString.Invariant($"The graph is in {pieces} pieces; expected a connected one (more neighbours join points)."), nameof(graph));
        if (correctDensity) graph = Corrected(graph);
        var pairs = Lanczos.Smallest(graph.Laplacian(LaplacianKind.RandomWalk), dimensions + 1, tolerance: 1e-12, seed: seed);
        var degrees = graph.Degrees.ToArray();
        var values = pairs.Eigenvalues[1..].ToArray();
        return new DiffusionMap([.. values.Select(value => 1 - value)], [.. values.Select((_, k) => Scaled(pairs.Eigenvector(k + 1), degrees))]);
    }

    /// <summary>The place of each vertex [N, dimensions], a new array at each call.</summary>
    public double[,] Places()
    {
        var places = new double[modes[0].Length, modes.Length];
        for (var k = 0; k < modes.Length; k++)
            for (var v = 0; v < modes[k].Length; v++) places[v, k] = eigenvalues[k] * modes[k][v];
        return places;
    }

    /// <summary>
    /// The diffusion distance of each vertex from one, over all lengths of walks: <c>sqrt(sum_k (mu_k / (1 - mu_k))^2 (psi_k(i) - psi_k(v))^2)</c>, with the modes that the map
    /// has. From a root it is diffusion pseudo-time.
    /// </summary>
    /// <param name="vertex">v.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such vertex.</exception>
    public double[] DistancesFrom(int vertex)
    {
        if ((uint)vertex >= (uint)modes[0].Length)
            throw new ArgumentOutOfRangeException(nameof(vertex), vertex, FormattableString.Invariant($"Vertex {vertex} does not exist; expected 0 to {modes[0].Length - 1}."));
        var squares = new double[modes[0].Length];
        for (var k = 0; k < modes.Length; k++)
            for (var v = 0; v < squares.Length; v++)
                squares[v] += Math.Pow(eigenvalues[k] / (1 - eigenvalues[k]) * (modes[k][v] - modes[k][vertex]), 2);
        return Array.ConvertAll(squares, Math.Sqrt);
    }

    private static Graph Corrected(Graph graph)
    {
        var degrees = graph.Degrees.ToArray();
        return Graph.FromEdges(graph.VertexCount, graph.Edges.Select(edge => edge with { Weight = edge.Weight / (degrees[edge.From] * degrees[edge.To]) }));
    }

    private static double[] Scaled(double[] mode, double[] degrees)
    {
        var scale = Math.Sqrt(degrees.Sum() / degrees.Zip(mode, (degree, value) => degree * value * value).Sum());
        return Array.ConvertAll(mode, value => scale * value);
    }
}
