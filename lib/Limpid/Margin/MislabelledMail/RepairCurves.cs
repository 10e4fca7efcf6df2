namespace Limpid.Margin.MislabelledMail;

/// <summary>The readings of all draws of flips as a matrix, to be drawn.</summary>
public static class RepairCurves
{
    /// <summary>In percent: a row for each draw, a column for each number of steps checked.</summary>
    /// <param name="results">At least one draw.</param>
    /// <param name="ranking">The order.</param>
    /// <param name="curve">What of its reading, for example <c>reading => reading.Fixed</c>.</param>
    /// <exception cref="ArgumentException">There is no draw, the order wasn't asked, or a reading has no such curve.</exception>
    public static double[,] Percent(IReadOnlyList<RepairResult> results, MailRanking ranking, Func<RankingReading, double[]> curve)
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(curve);
        double[][] rows = [.. results.Select(result => curve(result[ranking]))];
        if (rows.Length == 0 || rows[0].Length == 0 || rows.Any(row => row.Length != rows[0].Length))
            throw new ArgumentException($"The {rows.Length} draws have no such curve of one length; expected one for each.", nameof(results));
        var percent = new double[rows.Length, rows[0].Length];
        for (var draw = 0; draw < rows.Length; draw++)
            for (var step = 0; step < rows[draw].Length; step++) percent[draw, step] = 100 * rows[draw][step];
        return percent;
    }
}
