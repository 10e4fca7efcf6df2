namespace Limpid.Reproduction;

/// <summary>Mean and spread over seeds.</summary>
internal static class Sample
{
    /// <summary>The arithmetic mean.</summary>
    public static double Mean(IReadOnlyList<double> values) => values.Average();

    /// <summary>The standard deviation with n - 1; null for a single value, which has none.</summary>
    public static double? Deviation(IReadOnlyList<double> values)
    {
        if (values.Count < 2)
            return null;
        double mean = Mean(values);
        return Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1));
    }
}
