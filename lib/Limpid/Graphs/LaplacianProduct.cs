using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace Limpid.Graphs;

/// <summary>
/// Products of a Laplacian with m signals at once, [N, m] row by row. A row's sum goes over its neighbours in the same order on any number of
/// threads; columns that don't fill a vector take four sums, so a signal's last bits may depend on where it stands.
/// </summary>
internal sealed class LaplacianProduct
{
    // Below this many products, half a millisecond, threads cost more than they save: the other cores are busy waiting for the next matrix product of BLAS.
    private const long Worthwhile = 1 << 19;

    // Signals are worked on in strips of so many vectors, which stay in registers while the neighbours go by.
    private const int Strip = 4;

    private readonly bool symmetric;
    private readonly int[] starts, neighbours;

    // One weight per neighbour of each vertex: W_ij, divided by sqrt(d_i d_j) or by d_i where the kind says so.
    private readonly double[] weights;

    public LaplacianProduct(Graph graph, LaplacianKind kind, double[] scale)
    {
        (symmetric, starts, neighbours) = (kind == LaplacianKind.Symmetric, graph.Starts, graph.Columns);
        weights = kind == LaplacianKind.Unnormalized ? graph.Weights : Scaled(graph, scale);
    }

    /// <summary>target = a L x + b x + c target, and where there is a sum, sum += share target. target and sum differ from x.</summary>
    public void Combine(double[] x, int columns, double a, double b, double c, double[] target, double[]? sum = null, double share = 0)
    {
        var count = starts.Length - 1;
        void Rows(int from, int to)
        {
            if (columns == 1) CombineVector(from, to, x, a, b, c, target, sum, share);
            else for (var v = from; v < to; v++) CombineRow(v, x, columns, a, b, c, target, sum, share);
        }
        var threads = ((long)neighbours.Length + count) * columns < Worthwhile ? 1 : get_num_threads();
        if (threads < 2) Rows(0, count);
        else
        {
            const int chunk = 256;
            Parallel.For(0, (count + chunk - 1) / chunk, new ParallelOptions { MaxDegreeOfParallelism = threads },
                at => Rows(at * chunk, Math.Min(count, (at + 1) * chunk)));
        }
    }

    private double[] Scaled(Graph graph, double[] scale)
    {
        var scaled = GC.AllocateUninitializedArray<double>(neighbours.Length);
        for (var v = 0; v < scale.Length; v++)
        {
            var (from, length, own) = (starts[v], starts[v + 1] - starts[v], scale[v]);
            var plain = graph.Weights.AsSpan(from, length);
            var others = neighbours.AsSpan(from, length);
            var target = scaled.AsSpan(from, length);
            for (var k = 0; k < plain.Length && k < others.Length && k < target.Length; k++)
                target[k] = plain[k] * (own * (symmetric ? scale[others[k]] : own));
        }
        return scaled;
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
        for (; column < columns; column++) CombineSingle(v, x, columns, column, a, b, c, target, sum, share);
    }

    // Apart from CombineSingle, so that all that stays the same stays in registers.
    private void CombineVector(int from, int to, double[] x, double a, double b, double c, double[] target, double[]? sum, double share)
    {
        ref var start = ref MemoryMarshal.GetArrayDataReference(x);
        var (others, own, ends, plain) = (neighbours, weights, starts, !symmetric);
        for (var v = from; v < to; v++)
        {
            var result = a * Single(others, own, ends[v], ends[v + 1], ref start, 1, x[v], plain) + b * x[v];
            if (c != 0) result += c * target[v];
            target[v] = result;
            if (sum is not null) sum[v] += share * result;
        }
    }

    private void CombineSingle(
        int v, double[] x, int columns, int column, double a, double b, double c, double[] target, double[]? sum, double share)
    {
        var at = v * columns + column;
        ref var start = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(x), column);
        var result = a * Single(neighbours, weights, starts[v], starts[v + 1], ref start, columns, x[at], !symmetric) + b * x[at];
        if (c != 0) result += c * target[at];
        target[at] = result;
        if (sum is not null) sum[at] += share * result;
    }

    /// <summary>One number of L x, in four strands that do not wait for each other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Single(int[] neighbours, double[] weights, int from, int to, ref double x, int columns, double mine, bool plain)
    {
        // The indices are a graph's own; to check each would cost a fifth of the time.
        ref var neighbour = ref MemoryMarshal.GetArrayDataReference(neighbours);
        ref var weight = ref MemoryMarshal.GetArrayDataReference(weights);
        var (start, k) = (plain ? mine : 0, from);
        var (p0, p1, p2, p3) = (0.0, 0.0, 0.0, 0.0);
        for (; k + 3 < to; k += 4)
        {
            p0 += Unsafe.Add(ref weight, k) * (start - Unsafe.Add(ref x, Unsafe.Add(ref neighbour, k) * columns));
            p1 += Unsafe.Add(ref weight, k + 1) * (start - Unsafe.Add(ref x, Unsafe.Add(ref neighbour, k + 1) * columns));
            p2 += Unsafe.Add(ref weight, k + 2) * (start - Unsafe.Add(ref x, Unsafe.Add(ref neighbour, k + 2) * columns));
            p3 += Unsafe.Add(ref weight, k + 3) * (start - Unsafe.Add(ref x, Unsafe.Add(ref neighbour, k + 3) * columns));
        }
        for (; k < to; k++) p0 += Unsafe.Add(ref weight, k) * (start - Unsafe.Add(ref x, Unsafe.Add(ref neighbour, k) * columns));
        var product = p0 + p1 + (p2 + p3);
        return plain || from == to ? product : product + mine;
    }

    /// <summary>Four vectors of L x.</summary>
    private void Wide(int v, double[] x, int columns, int column, Span<Vector<double>> products)
    {
        ref var from = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(x), column);
        ref var mine = ref Unsafe.Add(ref from, v * columns);
        ref var neighbour = ref MemoryMarshal.GetArrayDataReference(neighbours);
        ref var weights = ref MemoryMarshal.GetArrayDataReference(this.weights);
        var (start, end) = (starts[v], starts[v + 1]);
        var (p0, p1, p2, p3) = (Vector<double>.Zero, Vector<double>.Zero, Vector<double>.Zero, Vector<double>.Zero);
        if (symmetric)
        {
            for (var k = start; k < end; k++)
            {
                ref var other = ref Unsafe.Add(ref from, Unsafe.Add(ref neighbour, k) * columns);
                var weight = new Vector<double>(Unsafe.Add(ref weights, k));
                p0 -= weight * At(ref other, 0);
                p1 -= weight * At(ref other, 1);
                p2 -= weight * At(ref other, 2);
                p3 -= weight * At(ref other, 3);
            }
            if (end > start) (p0, p1, p2, p3) = (p0 + At(ref mine, 0), p1 + At(ref mine, 1), p2 + At(ref mine, 2), p3 + At(ref mine, 3));
        }
        else
        {
            // Differences, not diagonal minus neighbours, give a constant signal exactly 0; the symmetric kind has no constant in its kernel.
            var (m0, m1, m2, m3) = (At(ref mine, 0), At(ref mine, 1), At(ref mine, 2), At(ref mine, 3));
            for (var k = start; k < end; k++)
            {
                ref var other = ref Unsafe.Add(ref from, Unsafe.Add(ref neighbour, k) * columns);
                var weight = new Vector<double>(Unsafe.Add(ref weights, k));
                p0 += weight * (m0 - At(ref other, 0));
                p1 += weight * (m1 - At(ref other, 1));
                p2 += weight * (m2 - At(ref other, 2));
                p3 += weight * (m3 - At(ref other, 3));
            }
        }
        (products[0], products[1], products[2], products[3]) = (p0, p1, p2, p3);
    }

    private Vector<double> Narrow(int v, double[] x, int columns, int column)
    {
        var mine = new Vector<double>(x, v * columns + column);
        var (start, product) = (symmetric ? Vector<double>.Zero : mine, Vector<double>.Zero);
        for (var k = starts[v]; k < starts[v + 1]; k++) product += weights[k] * (start - new Vector<double>(x, neighbours[k] * columns + column));
        return symmetric && starts[v + 1] > starts[v] ? product + mine : product;
    }

    private static Vector<double> At(ref double start, int vector) =>
        Vector.LoadUnsafe(ref start, (nuint)(vector * Vector<double>.Count));
}
