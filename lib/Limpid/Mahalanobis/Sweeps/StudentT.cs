using MathNet.Numerics.Statistics;
using Distribution = MathNet.Numerics.Distributions.StudentT;

namespace Limpid.Mahalanobis.Sweeps;

/// <summary>Student's t: comparing means of a few networks.</summary>
public static class StudentT
{
    /// <summary>t of paired values: mean of the differences by its standard error.</summary>
    /// <param name="first">At least 2.</param>
    /// <param name="second">As many, paired.</param>
    /// <returns>t and the two-sided p with n - 1 degrees of freedom. Where all differences are equal t is infinite with p 0, or, if they are 0, t 0 and p 1.</returns>
    /// <exception cref="ArgumentException">There are too few, or not as many of both.</exception>
    public static TTest Paired(IReadOnlyList<double> first, IReadOnlyList<double> second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        if (first.Count < 2 || first.Count != second.Count) throw new ArgumentException($"There are {first.Count} and {second.Count} values; expected as many of both, at least 2.", nameof(second));
        double[] differences = [.. first.Zip(second, (a, b) => a - b)];
        return Test(differences.Mean(), differences.StandardDeviation() / Math.Sqrt(differences.Length), differences.Length - 1);
    }

    /// <summary>t of two independent groups of the same size, from their printed means and standard deviations: <c>(m1 - m2) / sqrt((s1^2 + s2^2) / n)</c>.</summary>
    /// <param name="first">Mean and standard deviation.</param>
    /// <param name="second">Mean and standard deviation.</param>
    /// <param name="runs">n, at least 2.</param>
    /// <returns>t and the two-sided p with 2 n - 2 degrees of freedom.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than 2 runs.</exception>
    public static TTest Independent((double Mean, double Deviation) first, (double Mean, double Deviation) second, int runs)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(runs, 2);
        return Test(first.Mean - second.Mean, Math.Sqrt((first.Deviation * first.Deviation + second.Deviation * second.Deviation) / runs), 2 * runs - 2);
    }

    /// <summary>Half the width of the confidence interval of a mean.</summary>
    /// <param name="values">At least one.</param>
    /// <param name="level">Between 0 and 1.</param>
    /// <returns>In the unit of the values; NaN for a single value.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The level is out of range.</exception>
    public static double HalfWidth(IReadOnlyList<double> values, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (level is not (> 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(level), level, FormattableString.Invariant($"The level is {level}; expected between 0 and 1."));
        return values.Count < 2 ? double.NaN : Distribution.InvCDF(0, 1, values.Count - 1, (1 + level) / 2) * values.StandardDeviation() / Math.Sqrt(values.Count);
    }

    private static TTest Test(double difference, double error, int freedom)
    {
        if (error == 0) return difference == 0 ? new(0, 1, freedom) : new(difference / 0, 0, freedom);
        var t = difference / error;
        return new(t, 2 * Distribution.CDF(0, 1, freedom, -Math.Abs(t)), freedom);
    }
}
