using static TorchSharp.torch;

namespace Limpid.Mahalanobis.Xor;

/// <summary>The four points (+-1, +-1): class 0 if both signs are equal, class 1 if not.</summary>
public static class XorTask
{
    private static readonly double[,] corners = { { -1, -1 }, { -1, 1 }, { 1, -1 }, { 1, 1 } };

    /// <summary>The points [4, 2].</summary>
    /// <param name="dtype">float32 if null.</param>
    public static Tensor Points(ScalarType? dtype = null)
    {
        using var points = tensor(corners);
        return points.to(dtype ?? float32, copy: true);
    }

    /// <summary>Their classes [4], int64.</summary>
    public static Tensor Labels() => tensor(new long[] { 0, 1, 1, 0 });

    /// <summary>How far a hyperplane passes from a diagonal of the square: the larger of its distances to the diagonal's two points, for the better of the two diagonals; 0 if it goes through two opposite points.</summary>
    /// <param name="x">First entry of the normal.</param>
    /// <param name="y">Second entry of the normal.</param>
    /// <param name="bias">The bias.</param>
    /// <returns>In the unit of the points; infinity for a normal of 0.</returns>
    public static double DiagonalGap(double x, double y, double bias)
    {
        var norm = Math.Sqrt(x * x + y * y);
        if (norm == 0) return double.PositiveInfinity;
        double To(int corner) => Math.Abs(corners[corner, 0] * x + corners[corner, 1] * y + bias) / norm;
        return Math.Min(Math.Max(To(0), To(3)), Math.Max(To(1), To(2)));
    }
}
