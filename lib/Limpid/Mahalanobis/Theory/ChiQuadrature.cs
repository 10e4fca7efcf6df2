using MathNet.Numerics.Distributions;

namespace Limpid.Mahalanobis.Theory;

/// <summary>Simpson's rule for the length of a standard normal vector.</summary>
internal static class ChiQuadrature
{
    private const int Steps = 300;

    /// <summary>Values and their probabilities.</summary>
    /// <param name="degrees">The vector's dimension, at least 1.</param>
    internal static (double Value, double Weight)[] Of(int degrees)
    {
        var step = (Math.Sqrt(degrees) + 9) / Steps;
        // MathNet's density is 0 at 0 also for one degree of freedom, where it should be sqrt(2 / pi).
        double Density(double r) => r == 0 && degrees == 1 ? Math.Sqrt(2 / Math.PI) : Chi.PDF(degrees, r);
        return [.. Enumerable.Range(0, Steps + 1).Select(i => (i * step, Density(i * step) * step / 3 * Simpson(i, Steps)))];
    }

    /// <summary>1, 4, 2, 4, ..., 4, 1.</summary>
    internal static int Simpson(int i, int steps) => i == 0 || i == steps ? 1 : i % 2 == 0 ? 2 : 4;
}
