namespace Limpid.Graphs;

public static partial class SpectralKernel
{
    /// <summary>The maximum of the cubic between 1 and 2, at x = 2 - 1/sqrt 3: 1 + 2 / (3 sqrt 3).</summary>
    internal static readonly double SplineTop = 1 + 2 / (3 * Math.Sqrt(3));

    /// <summary>
    /// Meyer's wavelet: with x = s lambda and v(y) = y^4 (35 - 84 y + 70 y^2 - 20 y^3), sin(pi v(3x/2 - 1) / 2) from 2/3 to 4/3, cos(pi v(3x/4 - 1) / 2) from
    /// 4/3 to 8/3, otherwise 0.
    /// </summary>
    /// <remarks>Its squares at scales s, s/2, s/4, ... add up with that of <see cref="MeyerScaling"/> at s to 1.</remarks>
    /// <param name="scale">s, larger than 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="scale"/> is not positive and finite.</exception>
    public static Func<double, double> Meyer(double scale)
    {
        Check(scale, double.Epsilon, nameof(scale));
        return lambda => (scale * lambda) switch
        {
            < 2.0 / 3 => 0,
            <= 4.0 / 3 and var x => Math.Sin(Math.PI / 2 * MeyerStep(1.5 * x - 1)),
            <= 8.0 / 3 and var x => Math.Cos(Math.PI / 2 * MeyerStep(0.75 * x - 1)),
            _ => 0,
        };
    }

    /// <summary>Meyer's scaling function: with x = s lambda, 1 up to 2/3, cos(pi v(3x/2 - 1) / 2) to 4/3, then 0.</summary>
    /// <param name="scale">s, larger than 0: that of the widest wavelet beside it.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="scale"/> is not positive and finite.</exception>
    public static Func<double, double> MeyerScaling(double scale)
    {
        Check(scale, double.Epsilon, nameof(scale));
        return lambda => (scale * lambda) switch
        {
            < 2.0 / 3 => 1,
            <= 4.0 / 3 and var x => Math.Cos(Math.PI / 2 * MeyerStep(1.5 * x - 1)),
            _ => 0,
        };
    }

    /// <summary>
    /// The cubic spline of Hammond et al. ("abspline3"): with x = s lambda, x^2 below 1, -5 + 11x - 6x^2 + x^3 from 1 to 2, 4 / x^2 above. Smooth to the first derivative.
    /// </summary>
    /// <param name="scale">s, larger than 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="scale"/> is not positive and finite.</exception>
    public static Func<double, double> AbSpline3(double scale)
    {
        Check(scale, double.Epsilon, nameof(scale));
        return lambda => (scale * lambda) switch
        {
            < 1 and var x => x * x,
            <= 2 and var x => -5 + x * (11 + x * (x - 6)),
            var x => 4 / (x * x),
        };
    }

    /// <summary>A raised cosine around a centre: 1/2 + 1/2 cos(2 pi (lambda - c) / w) where |lambda - c| is at most w/2, otherwise 0.</summary>
    /// <remarks>Shifted in steps of w/3, the squares of such windows add up to 9/8.</remarks>
    /// <param name="centre">c; may lie outside the spectrum.</param>
    /// <param name="width">w, larger than 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not finite, or <paramref name="width"/> is not positive.</exception>
    public static Func<double, double> HalfCosine(double centre, double width)
    {
        if (!double.IsFinite(centre))
            throw new ArgumentOutOfRangeException(nameof(centre), centre, FormattableString.Invariant($"The centre is {centre}; expected a finite number."));
        Check(width, double.Epsilon, nameof(width));
        return lambda => Math.Abs(lambda - centre) <= width / 2 ? 0.5 + 0.5 * Math.Cos(2 * Math.PI * (lambda - centre) / width) : 0;
    }

    private static double MeyerStep(double y) => y * y * y * y * (35 + y * (-84 + y * (70 - 20 * y)));
}
