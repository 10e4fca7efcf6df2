namespace Limpid.Notebooks.Language;

/// <summary>Finds the ways to go on from a place in a cell.</summary>
internal static class Completer
{
    public static Completions Complete(SessionSnapshot snapshot, string code, int cursor, CancellationToken stop)
    {
        if (LineCompletions.At(snapshot.Folder, code, cursor) is { } line) return line;
        var none = new Completions(cursor, cursor, []);
        var view = CellView.Of(code);
        var (start, end) = Words.At(code, cursor);
        if (!view.IsCSharp(cursor) || (start < cursor && char.IsDigit(code[start]))) return none;
        stop.ThrowIfCancellationRequested();
        if (CursorSite.Find(snapshot, view, start, end) is not { } site) return none;
        var items = Best(Candidates(site), code[start..cursor].TrimStart('@'), stop);
        return items.Count == 0 ? none : new Completions(start, start == cursor ? cursor : end, items);
    }

    private static IEnumerable<Candidate> Candidates(CursorSite site) =>
        MemberCandidates.At(site) ?? InitializerCandidates.At(site) ?? ScopeCandidates.At(site);

    /// <summary>Those that fit, the best first, one for each text.</summary>
    private static List<Completion> Best(IEnumerable<Candidate> candidates, string typed, CancellationToken stop)
    {
        var fitting = new List<(int Rank, Candidate Candidate)>();
        foreach (var candidate in candidates)
        {
            stop.ThrowIfCancellationRequested();
            if (NameMatch.Rank(candidate.Name, typed) is { } rank) fitting.Add((rank, candidate));
        }
        return
        [
            .. fitting.OrderBy(f => f.Rank).ThenBy(f => f.Candidate.Group).ThenBy(f => f.Rank == NameMatch.ByHumps ? f.Candidate.Name.Length : 0)
                .ThenBy(f => f.Candidate.Name, StringComparer.OrdinalIgnoreCase).ThenBy(f => f.Candidate.Name, StringComparer.Ordinal)
                .DistinctBy(f => f.Candidate.Text)
                .Select(f => new Completion(f.Candidate.Text, f.Candidate.Kind, f.Candidate.Signature())),
        ];
    }
}
