using static TorchSharp.torch;

namespace Limpid.Mahalanobis.Planes;

/// <summary>The points of the plane at one Mahalanobis distance, for drawing.</summary>
public static class Ellipse
{
    /// <summary><c>mu + r L (cos t, sin t)</c>, closed [steps + 1, 2].</summary>
    /// <param name="gaussian">In 2 dimensions.</param>
    /// <param name="distance">r, positive.</param>
    /// <param name="steps">At least 3.</param>
    /// <exception cref="ArgumentException">The Gaussian has another dimension.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static double[,] Of(Gaussian gaussian, double distance, int steps = 90)
    {
        ArgumentNullException.ThrowIfNull(gaussian);
        if (gaussian.Dimension != 2) throw new ArgumentException($"The Gaussian has {gaussian.Dimension} dimensions; expected 2.", nameof(gaussian));
        PositiveNumber.Checked(distance);
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 3);
        double[] mean = Points.Numbers(gaussian.Mean), factor = Points.Numbers(gaussian.Factor);
        var curve = new double[steps + 1, 2];
        for (var i = 0; i <= steps; i++)
        {
            var (sine, cosine) = Math.SinCos(2 * Math.PI * (i % steps) / steps);
            (curve[i, 0], curve[i, 1]) = (mean[0] + distance * factor[0] * cosine, mean[1] + distance * (factor[2] * cosine + factor[3] * sine));
        }
        return curve;
    }
}
