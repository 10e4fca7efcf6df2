namespace Limpid.Evaluation;

/// <summary>The curve of a score that tells two groups apart: the share of members found against the share of others taken for members.</summary>
public static class RocCurve
{
    /// <summary>The share of members found where a share of the others is taken for members; straight between two thresholds, so that the area below is <see cref="RankArea"/>.</summary>
    /// <param name="scores">Finite scores; members are to have larger ones.</param>
    /// <param name="member">Whether each is a member; at least one is and one isn't.</param>
    /// <param name="rates">Shares of the others, 0 to 1.</param>
    /// <returns>One share for each rate; at a rate at which the curve rises straight up, its upper end.</returns>
    /// <exception cref="ArgumentException">The lists differ in length, one of the groups is empty, or a rate is outside 0 to 1.</exception>
    /// <example>Scores (1, 2, 2, 5) with members (no, no, yes, yes): half of the members at rate 0, 3/4 at 1/4, all at 1/2.</example>
    public static double[] At(IReadOnlyList<double> scores, IReadOnlyList<bool> member, IReadOnlyList<double> rates)
    {
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(member);
        ArgumentNullException.ThrowIfNull(rates);
        if (scores.Count != member.Count) throw new ArgumentException($"There are {member.Count} members; expected {scores.Count}, one for each score.", nameof(member));
        double inside = member.Count(each => each), outside = member.Count - inside;
        if (inside == 0 || outside == 0) throw new ArgumentException($"There are {inside} members and {outside} others; expected at least one of each.", nameof(member));
        if (rates.Any(rate => !(rate >= 0 && rate <= 1))) throw new ArgumentException($"The rates are {string.Join(", ", rates)}; expected numbers from 0 to 1.", nameof(rates));
        var points = new List<(double Rate, double Found)> { (0, 0) };
        foreach (var group in Enumerable.Range(0, scores.Count).GroupBy(i => scores[i]).OrderByDescending(group => group.Key))
            points.Add((points[^1].Rate + group.Count(i => !member[i]) / outside, points[^1].Found + group.Count(i => member[i]) / inside));
        return [.. rates.Select(Found)];

        double Found(double rate)
        {
            var last = points.FindLastIndex(point => point.Rate <= rate + 1e-12);
            if (last == points.Count - 1) return points[last].Found;
            var ((from, low), (to, high)) = (points[last], points[last + 1]);
            return low + (high - low) * Math.Max(0, rate - from) / (to - from);
        }
    }
}
