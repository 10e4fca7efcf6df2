using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace Limpid.Mahalanobis;

/// <summary>Checks of what a caller hands in, and copies in float64 on the CPU.</summary>
internal static class Points
{
    /// <summary>Refuses all but finite real numbers [n, d].</summary>
    internal static void Check(Tensor points, long? dimension, string name)
    {
        ArgumentNullException.ThrowIfNull(points, name);
        if (points.ndim != 2 || points.size(1) < 1 || (dimension is { } d && points.size(1) != d))
            throw new ArgumentException(FormattableString.Invariant(
                $"The points have shape [{string.Join(", ", points.shape)}]; expected [n, {(dimension is { } wanted ? wanted : "d")}]."), name);
        CheckNumbers(points, name);
    }

    /// <summary>Refuses all but finite real numbers.</summary>
    internal static void CheckNumbers(Tensor values, string name)
    {
        ArgumentNullException.ThrowIfNull(values, name);
        if (!values.is_floating_point() && !values.is_integral()) throw new ArgumentException($"The values are {values.dtype}; expected real numbers.", name);
        if (!FiniteNumbers.All(values)) throw new ArgumentException("A value is not finite; expected finite numbers.", name);
    }

    /// <summary>A copy in float64 on the CPU, row by row; it belongs to the open dispose scope.</summary>
    internal static Tensor Copy(Tensor values)
    {
        using var off = no_grad();
        return values.detach().cpu().to(float64, copy: true).contiguous();
    }

    /// <summary>The numbers, row by row.</summary>
    internal static double[] Numbers(Tensor values)
    {
        using var scope = NewDisposeScope();
        using var off = no_grad();
        return MemoryMarshal.Cast<byte, double>(values.detach().cpu().to(float64).contiguous().bytes).ToArray();
    }

    /// <summary>The rows of a matrix.</summary>
    internal static double[][] Rows(Tensor matrix)
    {
        var (numbers, width) = (Numbers(matrix), (int)matrix.size(1));
        return [.. Enumerable.Range(0, (int)matrix.size(0)).Select(row => numbers.AsSpan(row * width, width).ToArray())];
    }
}
