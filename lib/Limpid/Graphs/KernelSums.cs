using System.Numerics;
using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace Limpid.Graphs;

/// <summary>
/// The row sums <c>r_i = sum_j exp(-gamma |x_i - x_j|^2)</c> over all points, i itself among them, gathered block by block from the products of centred points: never n x n numbers
/// at once. Blocks on and above the diagonal are enough. Sums are taken in an order that doesn't depend on the number of threads.
/// </summary>
internal sealed class KernelSums(int points, double gamma)
{
    private const int Chunk = 128;

    /// <summary>r.</summary>
    public double[] Values { get; } = new double[points];

    /// <summary>Of some points, without a search for neighbours.</summary>
    public static double[] Of(PointMatrix points, double gamma, CancellationToken cancellation = default)
    {
        var sums = new KernelSums(points.Count, gamma);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, get_num_threads()) };
        points.EachProduct((products, first, second) => sums.Add(points, products, first, second, parallel), cancellation);
        return sums.Values;
    }

    /// <summary>Adds a block of products [rows, columns]: to its rows and, off the diagonal, to its columns.</summary>
    public void Add(PointMatrix all, Tensor products, int first, int second, ParallelOptions parallel)
    {
        var (rows, columns) = ((int)products.size(0), (int)products.size(1));
        var (chunks, mirrored) = ((rows + Chunk - 1) / Chunk, first != second);
        var below = new double[chunks][];
        Parallel.For(0, chunks, parallel, c =>
        {
            var values = MemoryMarshal.Cast<byte, double>(products.bytes);
            var across = mirrored ? below[c] = new double[columns] : [];
            for (var r = c * Chunk; r < Math.Min(rows, (c + 1) * Chunk); r++)
                Values[first + r] += Row(all.Squares[first + r], all.Squares.AsSpan(second, columns), values.Slice(r * columns, columns), across, mirrored ? -1 : r);
        });
        if (!mirrored) return;
        foreach (var across in below)
            for (var c = 0; c < columns; c++) Values[second + c] += across[c];
    }

    // The sum over a row; each term is added to its column, too, if there are columns to add to. The term of a point with itself is 1 whatever rounding says.
    private double Row(double own, ReadOnlySpan<double> squares, ReadOnlySpan<double> products, Span<double> across, int self)
    {
        var (sums, ownAll, scale, c) = (Vector<double>.Zero, new Vector<double>(own), new Vector<double>(-gamma), 0);
        for (; c <= products.Length - Vector<double>.Count; c += Vector<double>.Count)
        {
            var terms = Vector.Exp(scale * Vector.Max(Vector<double>.Zero, ownAll + new Vector<double>(squares[c..]) - 2 * new Vector<double>(products[c..])));
            sums += terms;
            if (across.Length > 0) (new Vector<double>(across[c..]) + terms).CopyTo(across[c..]);
        }
        var total = Vector.Sum(sums);
        for (; c < products.Length; c++)
        {
            var term = Term(own, squares[c], products[c]);
            total += term;
            if (across.Length > 0) across[c] += term;
        }
        return self < 0 ? total : total + 1 - Term(own, squares[self], products[self]);
    }

    private double Term(double own, double other, double product) => Math.Exp(-gamma * Math.Max(0, own + other - 2 * product));
}
