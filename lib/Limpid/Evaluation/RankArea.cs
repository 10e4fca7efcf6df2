using MathNet.Numerics.Statistics;

namespace Limpid.Evaluation;

/// <summary>The area under the curve of a score that tells two groups apart.</summary>
public static class RankArea
{
    /// <summary>
    /// The probability that a member scores higher than one of the others, ties counting half: 1 or 0 if the score separates them, 1/2 if it does not know them, and
    /// if one of the groups is empty.
    /// </summary>
    /// <param name="scores">Finite scores.</param>
    /// <param name="member">Whether each is a member.</param>
    /// <exception cref="ArgumentException">The lists differ in length.</exception>
    /// <example>Scores (1, 2, 2, 5) with members (no, no, yes, yes): (1 + 1 + 1/2 + 1) / 4 = 0.875.</example>
    public static double Of(IReadOnlyList<double> scores, IReadOnlyList<bool> member)
    {
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(member);
        if (scores.Count != member.Count)
            throw new ArgumentException(FormattableString.Invariant($"There are {member.Count} members; expected {scores.Count}, one for each score."), nameof(member));
        double inside = member.Count(m => m), outside = member.Count - inside;
        if (inside == 0 || outside == 0) return 0.5;
        // Mann and Whitney: the sum of the members' ranks, less its least value.
        var ranks = ArrayStatistics.RanksInplace([.. scores], RankDefinition.Average);
        return (ranks.Where((_, i) => member[i]).Sum() - inside * (inside + 1) / 2) / (inside * outside);
    }
}
