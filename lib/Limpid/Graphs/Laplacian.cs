using static TorchSharp.torch;

namespace Limpid.Graphs;

/// <summary>The Laplacian L of a graph as an operator on signals with one value per vertex, float64.</summary>
/// <remarks>
/// On <c>Graph.Path(3)</c> and z = (0, 1, 3), L z = (-1, -1, 2) and z'Lz = (0-1)^2 + (1-3)^2 = 5.
/// Isolated vertices have a zero row and column in all three kinds.
/// </remarks>
public sealed class Laplacian
{
    private readonly double[] scale;
    private readonly Lazy<double> bound;

    internal Laplacian(Graph graph, LaplacianKind kind)
    {
        if (!Enum.IsDefined(kind))
            throw new ArgumentOutOfRangeException(nameof(kind), kind, "Expected Unnormalized, Symmetric or RandomWalk.");
        (Graph, Kind) = (graph, kind);
        scale = new double[graph.VertexCount];
        var degrees = graph.Degrees;
        for (var v = 0; v < scale.Length; v++) scale[v] = degrees[v] > 0 ? 1 / Math.Sqrt(degrees[v]) : 0;
        Product = new LaplacianProduct(graph, kind, scale);
        bound = new(Bound);
    }

    /// <summary>The graph.</summary>
    public Graph Graph { get; }

    /// <summary>Which Laplacian.</summary>
    public LaplacianKind Kind { get; }

    /// <summary>
    /// A bound of the largest eigenvalue: 2 for the normalised kinds; for D - W the largest d_i + d_j over the edges (Anderson and Morley
    /// 1985), which is met on bipartite regular graphs. 1 on a graph without edges, so that it can be divided by.
    /// </summary>
    public double LargestEigenvalueBound => bound.Value;

    internal LaplacianProduct Product { get; }

    /// <summary>The products L z_1, ..., L z_m, with as many threads as libtorch has.</summary>
    /// <param name="signals">[N] or [N, m]: one row for each vertex, m signals side by side; left as they are. No gradient flows.</param>
    /// <returns>The products, of the same shape and on the same device, in the same floating-point type (float64 for integers).</returns>
    /// <exception cref="ArgumentException">The shape doesn't fit, or a value isn't finite.</exception>
    public Tensor Apply(Tensor signals)
    {
        var (values, columns) = SignalTensor.Read(signals, Graph.VertexCount, nameof(signals));
        var result = new double[values.Length];
        Product.Combine(values, columns, 1, 0, 0, result);
        return SignalTensor.Write(result, signals);
    }

    /// <summary>The product L z.</summary>
    /// <param name="signal">z, one finite value per vertex.</param>
    /// <exception cref="ArgumentException">The length differs from the number of vertices, or a value is NaN or infinite.</exception>
    public double[] Apply(ReadOnlySpan<double> signal)
    {
        Signal.Check(signal, Graph, nameof(signal));
        var result = new double[signal.Length];
        Product.Combine(signal.ToArray(), 1, 1, 0, 0, result);
        return result;
    }

    /// <summary>
    /// The quadratic form z'Lz. For D - W it is sum_{i&lt;j} W_ij (z_i - z_j)^2, the paper's penalty of one sample; for the symmetric kind
    /// sum_{i&lt;j} W_ij (z_i / sqrt d_i - z_j / sqrt d_j)^2. 0 on a graph without edges.
    /// </summary>
    /// <param name="signal">z, one finite value per vertex.</param>
    /// <exception cref="ArgumentException">The length differs from the number of vertices, or a value is NaN or infinite.</exception>
    public double QuadraticForm(ReadOnlySpan<double> signal)
    {
        var (product, sum) = (Apply(signal), 0.0);
        for (var v = 0; v < signal.Length; v++) sum += signal[v] * product[v];
        return sum;
    }

    /// <summary>The dense matrix L (N x N), a new array at each call.</summary>
    public double[,] ToMatrix()
    {
        var matrix = new double[Graph.VertexCount, Graph.VertexCount];
        for (var i = 0; i < Graph.VertexCount; i++)
        {
            matrix[i, i] = Kind == LaplacianKind.Unnormalized ? Graph.Degrees[i] : Graph.Degrees[i] > 0 ? 1 : 0;
            var neighbours = Graph.Neighbours(i);
            var weights = Graph.NeighbourWeights(i);
            for (var k = 0; k < neighbours.Length; k++) matrix[i, neighbours[k]] = -weights[k] * Factor(i, neighbours[k]);
        }
        return matrix;
    }

    private double Factor(int i, int j) => Kind switch
    {
        LaplacianKind.Unnormalized => 1,
        LaplacianKind.Symmetric => scale[i] * scale[j],
        _ => scale[i] * scale[i],
    };

    private double Bound() => Graph.EdgeCount == 0 ? 1
        : Kind == LaplacianKind.Unnormalized ? Graph.Edges.Max(edge => Graph.Degrees[edge.From] + Graph.Degrees[edge.To])
        : 2;
}
