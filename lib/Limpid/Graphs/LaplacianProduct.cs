using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace Limpid.Graphs;

/// <summary>
/// Products of a Laplacian with m signals at once, [N, m] row by row. Each row is one sum over neighbours in ascending order, so results
/// do not depend on m or on the number of threads.
/// </summary>
internal sealed class LaplacianProduct
{
    // Below this many products, threads cost more than they save.
    private const long Worthwhile = 1 << 16;

    // Signals are worked on in strips of so many vectors, which stay in registers while the neighbours go by.
    private const int Strip = 4;

    private readonly Graph graph;
    private readonly bool symmetric;

    // One weight per neighbour of each vertex: W_ij, divided by sqrt(d_i d_j) or by d_i where the kind says so.
    private readonly double[][] weights;

    public LaplacianProduct(Graph graph, LaplacianKind kind, double[] scale)
    {
        (this.graph, symmetric) = (graph, kind == LaplacianKind.Symmetric);
        weights = new double[graph.VertexCount][];
        for (var v = 0; v < weights.Length; v++)
        {
            var neighbours = graph.Neighbours(v);
            var own = weights[v] = graph.NeighbourWeights(v).ToArray();
            for (var k = 0; k < own.Length; k++)
                own[k] *= kind switch { LaplacianKind.Unnormalized => 1, LaplacianKind.Symmetric => scale[v] * scale[neighbours[k]], _ => scale[v] * scale[v] };
        }
    }

    /// <summary>target = a L x + b x + c target, and where there is a sum, sum += share target. target and sum differ from x.</summary>
    public void Combine(double[] x, int columns, double a, double b, double c, double[] target, double[]? sum = null, double share = 0)
    {
        const int chunk = 256;
        var count = graph.VertexCount;
        var chunks = (count + chunk - 1) / chunk;
        void Rows(int at)
        {
            for (var v = at * chunk; v < Math.Min(count, (at + 1) * chunk); v++) CombineRow(v, x, columns, a, b, c, target, sum, share);
        }
        var threads = (2L * graph.EdgeCount + count) * columns < Worthwhile ? 1 : get_num_threads();
        if (threads < 2) for (var at = 0; at < chunks; at++) Rows(at);
        else Parallel.For(0, chunks, new ParallelOptions { MaxDegreeOfParallelism = threads }, Rows);
    }

    private void CombineRow(int v, double[] x, int columns, double a, double b, double c, double[] target, double[]? sum, double share)
    {
        var row = v * columns;
        var (column, width) = (0, Vector<double>.Count);
        Span<Vector<double>> products = stackalloc Vector<double>[Strip];
        while (columns - column >= width)
        {
            var vectors = Math.Min(Strip, (columns - column) / width);
            if (vectors == Strip) Wide(v, x, columns, column, products);
            else for (var s = 0; s < vectors; s++) products[s] = Narrow(v, x, columns, column + s * width);
            for (var s = 0; s < vectors; s++, column += width)
            {
                var result = a * products[s] + b * new Vector<double>(x, row + column);
                if (c != 0) result += c * new Vector<double>(target, row + column);
                result.CopyTo(target, row + column);
                if (sum is not null) (new Vector<double>(sum, row + column) + share * result).CopyTo(sum, row + column);
            }
        }
        for (; column < columns; column++)
        {
            var result = a * Single(v, x, columns, column) + b * x[row + column];
            if (c != 0) result += c * target[row + column];
            target[row + column] = result;
            if (sum is not null) sum[row + column] += share * result;
        }
    }

    /// <summary>Four vectors of L x.</summary>
    private void Wide(int v, double[] x, int columns, int column, Span<Vector<double>> products)
    {
        var neighbours = graph.Neighbours(v);
        ref var own = ref MemoryMarshal.GetArrayDataReference(weights[v]);
        ref var from = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(x), column);
        ref var mine = ref Unsafe.Add(ref from, v * columns);
        var (p0, p1, p2, p3) = (Vector<double>.Zero, Vector<double>.Zero, Vector<double>.Zero, Vector<double>.Zero);
        var (m0, m1, m2, m3) = (Start(ref mine, 0), Start(ref mine, 1), Start(ref mine, 2), Start(ref mine, 3));
        for (var k = 0; k < neighbours.Length; k++)
        {
            ref var other = ref Unsafe.Add(ref from, neighbours[k] * columns);
            var weight = new Vector<double>(Unsafe.Add(ref own, k));
            p0 += weight * (m0 - At(ref other, 0));
            p1 += weight * (m1 - At(ref other, 1));
            p2 += weight * (m2 - At(ref other, 2));
            p3 += weight * (m3 - At(ref other, 3));
        }
        if (symmetric && neighbours.Length > 0) (p0, p1, p2, p3) = (p0 + At(ref mine, 0), p1 + At(ref mine, 1), p2 + At(ref mine, 2), p3 + At(ref mine, 3));
        (products[0], products[1], products[2], products[3]) = (p0, p1, p2, p3);
    }

    private Vector<double> Narrow(int v, double[] x, int columns, int column)
    {
        var neighbours = graph.Neighbours(v);
        var mine = new Vector<double>(x, v * columns + column);
        var (start, product) = (symmetric ? Vector<double>.Zero : mine, Vector<double>.Zero);
        for (var k = 0; k < neighbours.Length; k++) product += weights[v][k] * (start - new Vector<double>(x, neighbours[k] * columns + column));
        return symmetric && neighbours.Length > 0 ? product + mine : product;
    }

    private double Single(int v, double[] x, int columns, int column)
    {
        var neighbours = graph.Neighbours(v);
        var mine = x[v * columns + column];
        var (start, product) = (symmetric ? 0 : mine, 0.0);
        for (var k = 0; k < neighbours.Length; k++) product += weights[v][k] * (start - x[neighbours[k] * columns + column]);
        return symmetric && neighbours.Length > 0 ? product + mine : product;
    }

    // Differences, not diagonal minus neighbours, give a constant signal exactly 0; the symmetric kind has no constant in its kernel.
    private Vector<double> Start(ref double mine, int vector) => symmetric ? Vector<double>.Zero : At(ref mine, vector);

    private static Vector<double> At(ref double start, int vector) =>
        Vector.LoadUnsafe(ref start, (nuint)(vector * Vector<double>.Count));
}
