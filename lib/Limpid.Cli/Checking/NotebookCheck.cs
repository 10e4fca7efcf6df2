using Limpid.Cli.Publishing;
using Limpid.Reproduction;

namespace Limpid.Cli.Checking;

/// <summary>Compares a quick run of a notebook with the stored one.</summary>
internal static class NotebookCheck
{
    /// <summary>What differs, a sentence each; nothing if they agree.</summary>
    /// <param name="now">This run.</param>
    /// <param name="stored">The stored run.</param>
    /// <param name="timed">The claims whose numbers are made of times.</param>
    /// <param name="sameMachine">Whether numbers must be equal.</param>
    public static IEnumerable<string> Differences(NotebookResults now, NotebookResults stored, IReadOnlySet<string> timed, bool sameMachine) =>
        Claims(now, stored, timed, sameMachine).Concat(Figures(now, stored, sameMachine));

    private static IEnumerable<string> Claims(NotebookResults now, NotebookResults stored, IReadOnlySet<string> timed, bool sameMachine)
    {
        Dictionary<string, ClaimRecord> theirs = stored.Claims.ToDictionary(claim => claim.Id);
        foreach (ClaimRecord claim in now.Claims)
            if (!theirs.Remove(claim.Id, out ClaimRecord? other))
                yield return $"claim {claim.Id}: {claim.Verdict.Text()} now, not stored";
            else if (ClaimComparison.Difference(claim, other, timed.Contains(claim.Id), sameMachine) is { } difference)
                yield return $"claim {claim.Id}: {difference}";
        foreach (ClaimRecord claim in theirs.Values)
            yield return $"claim {claim.Id}: {claim.Verdict.Text()} stored, not shown now";
    }

    private static IEnumerable<string> Figures(NotebookResults now, NotebookResults stored, bool sameMachine)
    {
        var theirs = Placed(stored).ToDictionary(figure => figure.Place, figure => figure.Figure);
        foreach (var (place, figure) in Placed(now))
            if (!theirs.Remove(place, out FigureOutput? other))
                yield return $"{place}: not stored";
            else
                foreach (string difference in FigureComparison.Differences(figure, other, sameMachine))
                    yield return $"{place}: {difference}";
        foreach (string place in theirs.Keys)
            yield return $"{place}: stored, not shown now";
    }

    private static IEnumerable<(string Place, FigureOutput Figure)> Placed(NotebookResults results) => results.Figures
        .GroupBy(figure => figure.Cell)
        .SelectMany(cell => cell.Select((figure, i) => (cell.Count() == 1 ? $"figure in cell {cell.Key}" : FormattableString.Invariant($"figure {i + 1} in cell {cell.Key}"), figure)));
}
