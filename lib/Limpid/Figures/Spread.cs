using MathNet.Numerics.Distributions;

namespace Limpid.Figures;

/// <summary>Mean and standard deviation of the numbers among some values.</summary>
/// <param name="Mean">The mean; NaN without any number.</param>
/// <param name="Deviation">√(Σ(v − mean)²/(n − 1)); NaN for fewer than two numbers.</param>
/// <param name="Count">How many numbers there are.</param>
internal readonly record struct Spread(double Mean, double Deviation, int Count)
{
    public static Spread Of(IEnumerable<double> values)
    {
        var numbers = values.Where(v => !double.IsNaN(v)).ToArray();
        if (numbers.Length == 0)
            return new Spread(double.NaN, double.NaN, 0);
        var mean = numbers.Average();
        return new Spread(mean, numbers.Length == 1 ? double.NaN : Math.Sqrt(numbers.Sum(v => (v - mean) * (v - mean)) / (numbers.Length - 1)), numbers.Length);
    }

    /// <summary>Half the height of a band: the standard deviation, or by Student's t where the mean lies with that confidence.</summary>
    public double Band(double? confidence) =>
        confidence is { } level && Count > 1 ? StudentT.InvCDF(0, 1, Count - 1, (1 + level) / 2) * Deviation / Math.Sqrt(Count) : Deviation;
}
