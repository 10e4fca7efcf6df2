using System.Numerics;
using System.Runtime.InteropServices;

namespace Limpid.Graphs;

/// <summary>Sums over vectors of one length, on the thread that asks: for a few thousand numbers other threads cost more than they save.</summary>
internal static class RowVectors
{
    // Sums of so many strands, which do not wait for each other.
    private const int Strands = 4;

    /// <summary>a'b.</summary>
    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var left = MemoryMarshal.Cast<double, Vector<double>>(a);
        var right = MemoryMarshal.Cast<double, Vector<double>>(b);
        var (s0, s1, s2, s3, i) = (Vector<double>.Zero, Vector<double>.Zero, Vector<double>.Zero, Vector<double>.Zero, 0);
        for (; i + Strands <= left.Length && i + Strands <= right.Length; i += Strands)
        {
            s0 += left[i] * right[i];
            s1 += left[i + 1] * right[i + 1];
            s2 += left[i + 2] * right[i + 2];
            s3 += left[i + 3] * right[i + 3];
        }
        for (; i < left.Length && i < right.Length; i++) s0 += left[i] * right[i];
        var sum = Vector.Sum(s0 + s1 + (s2 + s3));
        for (var k = i * Vector<double>.Count; k < a.Length; k++) sum += a[k] * b[k];
        return sum;
    }

    /// <summary>target = from - factor a, and then target'with; each may be another's memory.</summary>
    public static double Subtract(Span<double> target, ReadOnlySpan<double> from, ReadOnlySpan<double> a, double factor, ReadOnlySpan<double> with)
    {
        var to = MemoryMarshal.Cast<double, Vector<double>>(target);
        var start = MemoryMarshal.Cast<double, Vector<double>>(from);
        var less = MemoryMarshal.Cast<double, Vector<double>>(a);
        var other = MemoryMarshal.Cast<double, Vector<double>>(with);
        var (s0, s1, i) = (Vector<double>.Zero, Vector<double>.Zero, 0);
        for (; i + 1 < to.Length && i + 1 < start.Length && i + 1 < less.Length && i + 1 < other.Length; i += 2)
        {
            to[i] = start[i] - factor * less[i];
            to[i + 1] = start[i + 1] - factor * less[i + 1];
            s0 += to[i] * other[i];
            s1 += to[i + 1] * other[i + 1];
        }
        var sum = Vector.Sum(s0 + s1);
        for (var k = i * Vector<double>.Count; k < target.Length; k++)
        {
            target[k] = from[k] - factor * a[k];
            sum += target[k] * with[k];
        }
        return sum;
    }

    /// <summary>target *= factor.</summary>
    public static void Scale(Span<double> target, double factor)
    {
        foreach (ref var value in target) value *= factor;
    }
}
