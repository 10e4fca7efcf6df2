using MathNet.Numerics.Statistics;

namespace Limpid.Spectral.GaussianFeatures;

/// <summary>How relevances compare with what is known of the features.</summary>
/// <param name="Area">Share of the pairs of a relevant and an irrelevant feature in which the relevant one has the larger r, ties counting half: the area under the ROC curve.</param>
/// <param name="Leak">The largest r of an irrelevant feature over the largest of all; 0 if all are 0.</param>
/// <param name="Pearson">Correlation of r and truth over all features; NaN if one of them is constant.</param>
/// <param name="Spearman">The same of their ranks.</param>
/// <param name="Slope">k of the straight line <c>r = k truth</c> through the origin with the least squares.</param>
public sealed record TruthReading(double Area, double Leak, double Pearson, double Spearman, double Slope)
{
    /// <summary>Compares.</summary>
    /// <param name="truth">The true relevance of each feature, 0 or larger.</param>
    /// <param name="relevance">r of each feature.</param>
    /// <param name="bound">The least truth at which a feature counts as relevant in the area, above 0; features between 0 and this count as neither.</param>
    /// <exception cref="ArgumentException">The lists differ in length, or no feature is relevant or none irrelevant.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The bound isn't above 0.</exception>
    /// <example>Truth (0, 1, 2) and r (0.1, 0.4, 1): area 1, leak 0.1, slope (1 * 0.4 + 2 * 1) / (1 + 4) = 0.48.</example>
    public static TruthReading Of(IReadOnlyList<double> truth, IReadOnlyList<double> relevance, double bound = 0.1)
    {
        ArgumentNullException.ThrowIfNull(truth);
        ArgumentNullException.ThrowIfNull(relevance);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bound);
        if (truth.Count != relevance.Count)
            throw new ArgumentException($"There are {relevance.Count} relevances; expected {truth.Count}, one per feature.", nameof(relevance));
        double[] on = [.. relevance.Where((_, f) => truth[f] >= bound)], off = [.. relevance.Where((_, f) => truth[f] == 0)];
        if (on.Length == 0 || off.Length == 0)
            throw new ArgumentException(FormattableString.Invariant($"{on.Length} features have a truth of at least {bound} and {off.Length} have 0; expected some of both."), nameof(truth));
        var largest = relevance.Max();
        return new TruthReading(
            on.Average(high => off.Average(low => high > low ? 1 : high == low ? 0.5 : 0)),
            largest > 0 ? off.Max() / largest : 0,
            Correlation.Pearson(truth, relevance),
            Correlation.Spearman(truth, relevance),
            truth.Zip(relevance, (t, r) => t * r).Sum() / truth.Sum(t => t * t));
    }

    /// <summary>How unlike two features of one pair are: the mean over pairs (0, 1), (2, 3), ... of <c>2 |r_a - r_b| / (r_a + r_b)</c>; 0 for a pair of zeros.</summary>
    /// <param name="relevance">r of each feature.</param>
    /// <param name="pairs">How many pairs, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are not so many.</exception>
    public static double PairGap(IReadOnlyList<double> relevance, int pairs)
    {
        ArgumentNullException.ThrowIfNull(relevance);
        ArgumentOutOfRangeException.ThrowIfLessThan(pairs, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(2 * pairs, relevance.Count, nameof(pairs));
        return Enumerable.Range(0, pairs).Average(f => relevance[2 * f] + relevance[2 * f + 1] is > 0 and var sum ? 2 * Math.Abs(relevance[2 * f] - relevance[2 * f + 1]) / sum : 0);
    }
}
