namespace Limpid.Figures;

/// <summary>A density estimate f(x) = 1/(n h) Σ φ((x − v)/h) with the Gaussian kernel φ and the bandwidth h.</summary>
internal sealed class KernelDensity
{
    // A tail of one kernel beyond four bandwidths holds 3e-5 of its area.
    private const double Reach = 4;

    private readonly double[] values;

    /// <param name="values">Finite values, at least one.</param>
    /// <param name="bandwidth">h, in the unit of the values; null for <see cref="RuleOfThumb"/>.</param>
    public KernelDensity(IEnumerable<double> values, double? bandwidth = null)
    {
        this.values = [.. values.Order()];
        Bandwidth = bandwidth ?? RuleOfThumb(this.values);
    }

    public double Bandwidth { get; }

    /// <summary>Where nearly all of the area lies.</summary>
    public (double From, double To) Support => (values[0] - Reach * Bandwidth, values[^1] + Reach * Bandwidth);

    public double At(double x)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            var z = (x - value) / Bandwidth;
            sum += Math.Exp(-z * z / 2);
        }
        return sum / (values.Length * Bandwidth * Math.Sqrt(2 * Math.PI));
    }

    /// <summary>Silverman's h = 0.9 min(s, (q₃ − q₁)/1.34) n^(−1/5), with s alone where the quartiles coincide; a hundredth of the size of
    /// equal values.</summary>
    public static double RuleOfThumb(double[] sorted)
    {
        var spread = Spread.Of(sorted).Deviation;
        var quartiles = (Quantile.Of(sorted, 0.75) - Quantile.Of(sorted, 0.25)) / 1.34;
        var width = quartiles > 0 ? Math.Min(spread, quartiles) : spread;
        return width > 0 ? 0.9 * width * Math.Pow(sorted.Length, -0.2) : sorted[0] == 0 ? 0.01 : 0.01 * Math.Abs(sorted[0]);
    }
}
