using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace Limpid.GraphSpectral.ModularCodes;

/// <summary>Components against the number of modules, with 95 % confidence intervals: the paper's figure (c).</summary>
/// <param name="Modules">n, ascending.</param>
/// <param name="Means">The mean count over seeds at each n.</param>
/// <param name="HalfWidths">Half the 95 % interval of the mean by Student's t; NaN for a single seed.</param>
public sealed record ComponentCurve(IReadOnlyList<int> Modules, IReadOnlyList<double> Means, IReadOnlyList<double> HalfWidths)
{
    /// <summary>The curve of some results.</summary>
    /// <param name="results">At least one.</param>
    /// <param name="count">What is counted.</param>
    /// <example>Counts 3 and 5 at n = 2: mean 4, half-width 12.7 (t = 12.7, standard error 1).</example>
    public static ComponentCurve Of(IEnumerable<ModularResult> results, Func<ModularResult, double> count)
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(count);
        var groups = results.GroupBy(result => result.Modules, count).OrderBy(group => group.Key).ToArray();
        return new ComponentCurve([.. groups.Select(group => group.Key)], [.. groups.Select(group => group.Average())], [.. groups.Select(HalfWidth)]);
    }

    /// <summary>A count over training, a row for each result and a column for each of its graphs, as charts take it.</summary>
    /// <param name="results">Networks whose graphs were built at the same steps, at least one.</param>
    /// <param name="count">From a result and the number of a graph, from 0, to what is counted.</param>
    public static double[,] OverTraining(IReadOnlyList<ModularResult> results, Func<ModularResult, int, double> count)
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(count);
        var rows = new double[results.Count, results[0].Steps.Length];
        for (var row = 0; row < results.Count; row++)
            for (var graph = 0; graph < rows.GetLength(1); graph++) rows[row, graph] = count(results[row], graph);
        return rows;
    }

    /// <summary>How far the counts of one seed lie from the diagonal: the mean of |count - n|.</summary>
    /// <param name="seed">One result for each n.</param>
    /// <param name="count">What is counted.</param>
    public static double Distance(IEnumerable<ModularResult> seed, Func<ModularResult, double> count) =>
        seed.Average(result => Math.Abs(count(result) - result.Modules));

    /// <summary>Whether the counts of one seed rise with n: Spearman's rank correlation; 0 where all counts are equal.</summary>
    /// <param name="seed">One result for each n.</param>
    /// <param name="count">What is counted.</param>
    public static double Rise(IEnumerable<ModularResult> seed, Func<ModularResult, double> count)
    {
        var (modules, counts) = (seed.Select(result => (double)result.Modules).ToArray(), seed.Select(count).ToArray());
        return counts.Distinct().Count() == 1 ? 0 : Correlation.Spearman(modules, counts);
    }

    private static double HalfWidth(IEnumerable<double> values)
    {
        var all = values.ToArray();
        return all.Length == 1 ? double.NaN : StudentT.InvCDF(0, 1, all.Length - 1, 0.975) * all.StandardDeviation() / Math.Sqrt(all.Length);
    }
}
