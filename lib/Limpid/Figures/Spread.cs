namespace Limpid.Figures;

/// <summary>Mean and standard deviation of the numbers among some values.</summary>
/// <param name="Mean">The mean; NaN without any number.</param>
/// <param name="Deviation">√(Σ(v − mean)²/(n − 1)); NaN for fewer than two numbers.</param>
internal readonly record struct Spread(double Mean, double Deviation)
{
    public static Spread Of(IEnumerable<double> values)
    {
        var numbers = values.Where(v => !double.IsNaN(v)).ToArray();
        if (numbers.Length == 0)
            return new Spread(double.NaN, double.NaN);
        var mean = numbers.Average();
        return new Spread(mean, numbers.Length == 1 ? double.NaN : Math.Sqrt(numbers.Sum(v => (v - mean) * (v - mean)) / (numbers.Length - 1)));
    }
}
