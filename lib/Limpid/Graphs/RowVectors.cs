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

    /// <summary>target += factor a.</summary>
    public static void Add(Span<double> target, ReadOnlySpan<double> a, double factor)
    {
        var to = MemoryMarshal.Cast<double, Vector<double>>(target);
        var from = MemoryMarshal.Cast<double, Vector<double>>(a);
        var i = 0;
        for (; i < to.Length && i < from.Length; i++) to[i] += factor * from[i];
        for (var k = i * Vector<double>.Count; k < target.Length; k++) target[k] += factor * a[k];
    }

    /// <summary>target *= factor.</summary>
    public static void Scale(Span<double> target, double factor)
    {
        foreach (ref var value in target) value *= factor;
    }
}
