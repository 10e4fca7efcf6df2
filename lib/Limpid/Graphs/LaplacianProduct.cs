using System.Numerics;
using static TorchSharp.torch;

namespace Limpid.Graphs;

/// <summary>
/// Products of a Laplacian with m signals at once, [N, m] row by row. Each row is one sum over neighbours in ascending order, so results
/// do not depend on m or on the number of threads.
/// </summary>
internal sealed class LaplacianProduct(Graph graph, LaplacianKind kind, double[] scale)
{
    // Below this many products, threads cost more than they save.
    private const long Worthwhile = 1 << 16;

    /// <summary>target = a L x + b x + c target, and where there is a sum, sum += share target. target and sum differ from x.</summary>
    public void Combine(double[] x, int columns, double a, double b, double c, double[] target, double[]? sum = null, double share = 0)
    {
        const int chunk = 256;
        var count = graph.VertexCount;
        var chunks = (count + chunk - 1) / chunk;
        void Rows(int at)
        {
            for (var v = at * chunk; v < Math.Min(count, (at + 1) * chunk); v++)
                CombineRow(v, x, columns, a, b, c, target.AsSpan(v * columns, columns), sum is null ? default : sum.AsSpan(v * columns, columns), share);
        }
        var threads = (2L * graph.EdgeCount + count) * columns < Worthwhile ? 1 : get_num_threads();
        if (threads < 2) for (var at = 0; at < chunks; at++) Rows(at);
        else Parallel.For(0, chunks, new ParallelOptions { MaxDegreeOfParallelism = threads }, Rows);
    }

    private void CombineRow(
        int v, ReadOnlySpan<double> x, int columns, double a, double b, double c, Span<double> target, Span<double> sum, double share)
    {
        var neighbours = graph.Neighbours(v);
        var weights = graph.NeighbourWeights(v);
        var symmetric = kind == LaplacianKind.Symmetric;
        var own = symmetric ? scale[v] : 1;
        var outer = kind switch { LaplacianKind.Unnormalized => 1, LaplacianKind.Symmetric => scale[v], _ => scale[v] * scale[v] };
        var column = 0;
        for (; column <= columns - Vector<double>.Count; column += Vector<double>.Count)
        {
            var (mine, product) = (new Vector<double>(x[(v * columns + column)..]), Vector<double>.Zero);
            // Differences, not diagonal minus neighbours: a constant signal then gives exactly 0.
            for (var k = 0; k < neighbours.Length; k++)
                product += weights[k] * (mine * own - new Vector<double>(x[(neighbours[k] * columns + column)..]) * (symmetric ? scale[neighbours[k]] : 1));
            var result = a * (product * outer) + b * mine;
            if (c != 0) result += c * new Vector<double>(target[column..]);
            result.CopyTo(target[column..]);
            if (!sum.IsEmpty) (new Vector<double>(sum[column..]) + share * result).CopyTo(sum[column..]);
        }
        for (; column < columns; column++)
        {
            var (mine, product) = (x[v * columns + column], 0.0);
            for (var k = 0; k < neighbours.Length; k++)
                product += weights[k] * (mine * own - x[neighbours[k] * columns + column] * (symmetric ? scale[neighbours[k]] : 1));
            var result = a * (product * outer) + b * mine;
            if (c != 0) result += c * target[column];
            target[column] = result;
            if (!sum.IsEmpty) sum[column] += share * result;
        }
    }
}
