using System.Numerics;
using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace Limpid.Graphs;

/// <summary>Points in float64 on the CPU: as given, centred for the products, and the centred squared lengths.</summary>
internal sealed class PointMatrix
{
    /// <summary>Points in a block of products.</summary>
    public const int Block = 1024;

    private readonly Tensor given;

    private PointMatrix(Tensor given, Tensor centred, double[] squares) => (this.given, Centred, Squares) = (given, centred, squares);

    /// <summary>The points minus their mean [n, d]: distances stay, and the products lose fewer digits.</summary>
    public Tensor Centred { get; }

    /// <summary>Squared lengths of the centred points.</summary>
    public double[] Squares { get; }

    public int Count => Squares.Length;

    public int Dimension => (int)Centred.size(1);

    /// <summary>Copies the points; the tensors belong to the open dispose scope.</summary>
    public static PointMatrix From(Tensor points, string name)
    {
        if (points.dtype == ScalarType.Bool || (!points.is_floating_point() && !points.is_integral()))
            throw new ArgumentException($"The points are {points.dtype}; expected real numbers.", name);
        var given = points.detach().to(float64).cpu().contiguous();
        CheckFinite(given, name);
        // Before centring, which would spread an overflow.
        var centred = given - given.mean([0], keepdim: true);
        var squares = SquaredLengths(centred);
        if (!squares.All(square => double.IsFinite(4 * square)))
            throw new ArgumentException("The points lie so far apart that a squared distance is no finite number; expected values below 1e150 in size.", name);
        return new PointMatrix(given, centred, squares);
    }

    /// <summary>Centred points from a first one on, at most <see cref="Block"/> of them.</summary>
    public Tensor Rows(int first) => Centred.narrow(0, first, Math.Min(Block, Count - first));

    /// <summary>The products of all centred points with each other, block by block on and above the diagonal: each with the first of its rows and of its columns.</summary>
    public void EachProduct(Action<Tensor, int, int> take, CancellationToken cancellation)
    {
        for (var first = 0; first < Count; first += Block)
            for (var second = first; second < Count; second += Block)
            {
                cancellation.ThrowIfCancellationRequested();
                using var scope = NewDisposeScope();
                take(Rows(first).mm(Rows(second).t()), first, second);
            }
    }

    /// <summary>The points as given, row by row.</summary>
    public ReadOnlySpan<double> Given => MemoryMarshal.Cast<byte, double>(given.bytes);

    // Row by row: the squares of all entries at once would be one more copy of the points.
    private static double[] SquaredLengths(Tensor rows)
    {
        ReadOnlySpan<double> values = MemoryMarshal.Cast<byte, double>(rows.bytes);
        var (squares, zero) = (new double[rows.size(0)], new double[rows.size(1)]);
        for (var i = 0; i < squares.Length; i++) squares[i] = SquaredDistance(values.Slice(i * zero.Length, zero.Length), zero);
        return squares;
    }

    /// <summary>sum_c (x_c - y_c)^2.</summary>
    internal static double SquaredDistance(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var (sum, c) = (Vector<double>.Zero, 0);
        for (; c <= x.Length - Vector<double>.Count; c += Vector<double>.Count)
        {
            var difference = new Vector<double>(x[c..]) - new Vector<double>(y[c..]);
            sum += difference * difference;
        }
        var total = Vector.Sum(sum);
        for (; c < x.Length; c++) total += (x[c] - y[c]) * (x[c] - y[c]);
        return total;
    }

    private static void CheckFinite(Tensor given, string name)
    {
        ReadOnlySpan<double> values = MemoryMarshal.Cast<byte, double>(given.bytes);
        for (var i = 0; i < values.Length; i++)
            if (!double.IsFinite(values[i]))
                throw new ArgumentException(FormattableString.Invariant(
                    $"Entry [{i / given.size(1)}, {i % given.size(1)}] is {values[i]}; expected finite values."), name);
    }
}
