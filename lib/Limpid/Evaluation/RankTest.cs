using MathNet.Numerics;

namespace Limpid.Evaluation;

/// <summary>The rank test of Mann and Whitney (Wilcoxon's rank sum).</summary>
public static class RankTest
{
    /// <summary>How probably members would lie at least as far below the others as they do if both came from one distribution: the one-sided p-value.</summary>
    /// <remarks>
    /// By the normal approximation with the correction for ties and without one for continuity: with m members, k others and U the number of pairs in which the member is larger (ties count
    /// half), <c>z = (U - m k / 2) / sqrt(m k / 12 (N + 1 - sum_t (t^3 - t) / (N (N - 1))))</c> over groups of t equal values, N = m + k, and p = Phi(z). Good from about 20 of each on. 1/2
    /// where all values are equal.
    /// </remarks>
    /// <param name="values">Finite values.</param>
    /// <param name="member">Whether each is a member; at least one is and one isn't.</param>
    /// <exception cref="ArgumentException">The lists differ in length, or one of the groups is empty.</exception>
    /// <example>Values 1, 2, 3, 4 with 1 and 2 members: U = 0, z = -2 / sqrt(5/3), p = 0.0607.</example>
    public static double Below(IReadOnlyList<double> values, IReadOnlyList<bool> member)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(member);
        var area = RankArea.Of(values, member);
        double inside = member.Count(each => each), outside = member.Count - inside, all = member.Count;
        if (inside == 0 || outside == 0) throw new ArgumentException($"There are {inside} members and {outside} others; expected at least one of each.", nameof(member));
        var ties = values.GroupBy(value => value).Sum(group => Math.Pow(group.Count(), 3) - group.Count());
        var variance = inside * outside / 12 * (all + 1 - ties / (all * (all - 1)));
        // All values equal: nothing but rounding is left of the variance.
        if (variance < 1e-9 * inside * outside) return 0.5;
        return SpecialFunctions.Erfc(-(area - 0.5) * inside * outside / Math.Sqrt(2 * variance)) / 2;
    }
}
