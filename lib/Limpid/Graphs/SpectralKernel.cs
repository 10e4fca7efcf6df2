namespace Limpid.Graphs;

/// <summary>Responses g(lambda) of graph filters to an eigenvalue lambda of the Laplacian; any function of a user's own serves as well.</summary>
public static partial class SpectralKernel
{
    /// <summary>Heat: e^(-t lambda), 1 at 0; diffusion for a time t.</summary>
    /// <param name="time">t, 0 or larger; 0 changes nothing.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is negative or not finite.</exception>
    public static Func<double, double> Heat(double time)
    {
        Check(time, 0, nameof(time));
        return lambda => Math.Exp(-time * lambda);
    }

    /// <summary>Mexican hat: s lambda e^(-s lambda), 0 at 0 and largest, 1/e, at lambda = 1/s.</summary>
    /// <param name="scale">s, larger than 0; the larger, the wider the wavelet.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="scale"/> is not positive and finite.</exception>
    public static Func<double, double> MexicanHat(double scale)
    {
        Check(scale, double.Epsilon, nameof(scale));
        return lambda => scale * lambda * Math.Exp(-scale * lambda);
    }

    /// <summary>Ideal band: 1 from <paramref name="low"/> to <paramref name="high"/>, both included, otherwise 0. A polynomial only approaches it.</summary>
    /// <param name="low">Lower end; 0 for a low-pass.</param>
    /// <param name="high">Upper end; infinity for a high-pass.</param>
    /// <exception cref="ArgumentOutOfRangeException">An end is NaN, or <paramref name="high"/> lies below <paramref name="low"/>.</exception>
    public static Func<double, double> Ideal(double low, double high)
    {
        if (double.IsNaN(low)) throw new ArgumentOutOfRangeException(nameof(low), low, "The lower end is NaN; expected a number.");
        if (!(high >= low))
            throw new ArgumentOutOfRangeException(nameof(high), high, FormattableString.Invariant($"The upper end is {high}; expected {low} or more."));
        return lambda => lambda >= low && lambda <= high ? 1 : 0;
    }

    private static void Check(double value, double least, string name)
    {
        if (!(value >= least && double.IsFinite(value)))
            throw new ArgumentOutOfRangeException(name, value, FormattableString.Invariant(
                $"{name} is {value}; expected a finite number, {(least > 0 ? "larger than 0" : "0 or larger")}."));
    }
}
