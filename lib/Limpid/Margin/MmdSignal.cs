using Limpid.Graphs;
using static TorchSharp.torch;

namespace Limpid.Margin;

/// <summary>
/// The signal that finds prototypes and criticisms: the maximum mean discrepancy between all data and what is left of them when a point and its neighbours are taken away.
/// </summary>
/// <remarks>
/// <para>
/// With the kernel <c>K_ab = exp(-gamma |x_a - x_b|^2)</c>, S the point and its neighbours in the graph, s = |S|, m = n - s, row sums r and their total T:
/// <c>MMD^2 = T/n^2 + (T - 2 sum_{a in S} r_a + sum_{a,b in S} K_ab)/m^2 - 2 (T - sum_{a in S} r_a)/(n m)</c>, and f_i is its root. It equals (s/m) times the discrepancy of S and all data:
/// how far the neighbourhood's mean lies from that of the data.
/// </para>
/// <para>
/// <i>Global</i> takes one kernel over all data, <i>class-wise</i> ("local" in the poster) sets the kernel to 0 between points of different classes. Row sums come from blocks of products,
/// never n x n numbers at once; time n^2 d / 2 multiplications and n^2 / 2 exponentials.
/// </para>
/// <para>
/// gamma is .026 where MMD-critic chose it by cross-validation, on USPS with pixels in [-1, 1]; with pixels in [0, 1] distances are half as large, and the same kernel has gamma .104.
/// That MARGIN took it over is our inference. For x = 0, 0, 1 with gamma = ln 2, and the pair of 0s joined: S of point 0 is {0, 1}, r = (2.5, 2.5, 2), T = 7, and
/// MMD^2 = 7/9 + (7 - 10 + 4)/1 - 2 (7 - 5)/3 = 4/9.
/// </para>
/// </remarks>
public static class MmdSignal
{
    /// <summary>The signal on a graph.</summary>
    /// <param name="points">Points [n, d], one for each vertex; left as they are.</param>
    /// <param name="graph">The graph; its weights don't count.</param>
    /// <param name="gamma">Of the kernel, positive and finite, in the inverse squared unit of the coordinates.</param>
    /// <param name="classes">Labels, one for each point, for the class-wise kernel; null for the global one.</param>
    /// <param name="squared">Whether the discrepancy stays squared.</param>
    /// <param name="cancellation">Ends the work between two blocks.</param>
    /// <exception cref="ArgumentException">Points, graph and classes don't fit each other, a value isn't finite, or a point's neighbourhood is all there is.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="gamma"/> is not positive and finite.</exception>
    public static double[] Of(Tensor points, Graph graph, double gamma, IReadOnlyList<int>? classes = null, bool squared = false, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(graph);
        PositiveNumber.Checked(gamma);
        if (points.ndim != 2 || points.size(0) != graph.VertexCount)
            throw new ArgumentException(FormattableString.Invariant($"The points have shape [{string.Join(", ", points.shape)}]; expected [{graph.VertexCount}, d], one for each vertex."), nameof(points));
        if (classes is not null) ClassLabels.Check(classes, graph.VertexCount, nameof(classes));
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var all = PointMatrix.From(points, nameof(points));
        var sums = classes is null ? KernelSums.Of(all, gamma, cancellation) : RbfKernel.ClassSums(points, classes, gamma, cancellation);
        return Values(all, graph, gamma, sums, classes, squared);
    }

    /// <summary>The graph of nearest neighbours and the global signal on it, from one pass over the products: less than the sum of the two.</summary>
    /// <param name="points">Points [n, d]; left as they are.</param>
    /// <param name="k">Number of neighbours, 1 to n - 1.</param>
    /// <param name="gamma">Of the kernel, positive and finite.</param>
    /// <param name="weight">The weight of an edge; binary if null.</param>
    /// <param name="squared">Whether the discrepancy stays squared.</param>
    /// <param name="cancellation">Ends the work between two blocks.</param>
    /// <exception cref="ArgumentException">The points are no finite matrix, or a point's neighbourhood is all there is.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="k"/> or <paramref name="gamma"/> is out of range.</exception>
    public static (Graph Graph, double[] Signal) WithGraph(Tensor points, int k, double gamma, NeighbourWeight? weight = null, bool squared = false, CancellationToken cancellation = default)
    {
        NearestNeighbours.Check(points, k);
        PositiveNumber.Checked(gamma);
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var all = PointMatrix.From(points, nameof(points));
        var sums = new KernelSums(all.Count, gamma);
        var graph = Graph.FromNeighbours(new NeighbourSearch(all, k, sums).Run(cancellation), weight);
        return (graph, Values(all, graph, gamma, sums.Values, null, squared));
    }

    private static double[] Values(PointMatrix points, Graph graph, double gamma, double[] sums, IReadOnlyList<int>? classes, bool squared)
    {
        var (n, total, values) = (graph.VertexCount, sums.Sum(), new double[graph.VertexCount]);
        for (var v = 0; v < n; v++)
            if (graph.Neighbours(v).Length == n - 1)
                throw new ArgumentException(FormattableString.Invariant($"Vertex {v} is joined to all {n - 1} others, so that nothing is left without its neighbourhood; expected a graph with fewer neighbours."), nameof(graph));
        const int chunk = 64;
        Parallel.For(0, (n + chunk - 1) / chunk, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, get_num_threads()) }, c =>
        {
            for (var v = c * chunk; v < Math.Min(n, (c + 1) * chunk); v++)
            {
                int[] set = [v, .. graph.Neighbours(v)];
                var (m, rows) = ((double)(n - set.Length), set.Sum(a => sums[a]));
                var square = total / ((double)n * n) + (total - 2 * rows + RbfKernel.Sum(points, set, gamma, classes)) / (m * m) - 2 * (total - rows) / (n * m);
                values[v] = squared ? Math.Max(0, square) : Math.Sqrt(Math.Max(0, square));
            }
        });
        return values;
    }
}
