using static TorchSharp.torch;

namespace Limpid.Mahalanobis.OneNode;

/// <summary>Where the arrows w / |w|^2 of all nodes with one slope end that pass through the mean: <c>r(v) = sqrt(v' Sigma v) / a</c> in each direction v, a hippopede.</summary>
/// <remarks>It is the curve on which the feet of the perpendiculars lie from mu to the tangents of the ellipse of distance 1 / a: for flat Gaussians nearly two circles that touch in mu.</remarks>
public static class Hippopede
{
    /// <summary>The closed curve around mu [steps + 1, 2].</summary>
    /// <param name="gaussian">In 2 dimensions.</param>
    /// <param name="slope">a, positive; 4 / pi for the best nodes.</param>
    /// <param name="steps">At least 3.</param>
    /// <exception cref="ArgumentException">The Gaussian has another dimension.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static double[,] Of(Gaussian gaussian, double slope, int steps = 180)
    {
        ArgumentNullException.ThrowIfNull(gaussian);
        if (gaussian.Dimension != 2) throw new ArgumentException($"The Gaussian has {gaussian.Dimension} dimensions; expected 2.", nameof(gaussian));
        PositiveNumber.Checked(slope);
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 3);
        double[] mean = Points.Numbers(gaussian.Mean), sigma = Points.Numbers(gaussian.Covariance);
        var curve = new double[steps + 1, 2];
        for (var i = 0; i <= steps; i++)
        {
            var (y, x) = Math.SinCos(2 * Math.PI * (i % steps) / steps);
            var radius = Math.Sqrt(x * x * sigma[0] + 2 * x * y * sigma[1] + y * y * sigma[3]) / slope;
            (curve[i, 0], curve[i, 1]) = (mean[0] + radius * x, mean[1] + radius * y);
        }
        return curve;
    }
}
