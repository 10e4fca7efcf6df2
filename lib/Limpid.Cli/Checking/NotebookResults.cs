using Limpid.Cli.Publishing;
using Limpid.Cli.Reproducing;
using Limpid.Notebooks;
using Limpid.Reproduction;

namespace Limpid.Cli.Checking;

/// <summary>What one quick run of a notebook gave.</summary>
/// <param name="Facts">How it ran, or null if that is not known.</param>
/// <param name="Claims">Its claims.</param>
/// <param name="Figures">Its figures, in order.</param>
internal sealed record NotebookResults(RunFacts? Facts, IReadOnlyList<ClaimRecord> Claims, IReadOnlyList<FigureOutput> Figures)
{
    /// <summary>The stored results, or null if there are none.</summary>
    /// <param name="workplace">The checkout.</param>
    /// <param name="entry">The notebook.</param>
    /// <exception cref="UserErrorException">The file is damaged.</exception>
    public static NotebookResults? Stored(Workplace workplace, NotebookEntry entry)
    {
        string path = PaperResults.File(workplace, entry.Paper, RunMode.Quick);
        return PaperResults.Seconds(path, entry.Title) is null
            ? null
            : new NotebookResults(
                PaperResults.Facts(path, entry.Title),
                [.. PaperResults.Claims(path).Where(claim => claim.Notebook == entry.Title)],
                PaperResults.Figures(path, entry.Title));
    }

    /// <summary>The results in the executed copy.</summary>
    /// <param name="workplace">The checkout.</param>
    /// <param name="entry">The notebook.</param>
    /// <exception cref="UserErrorException">An output can't be read.</exception>
    public static NotebookResults Executed(Workplace workplace, NotebookEntry entry)
    {
        NotebookFile executed = NotebookFile.Load(entry.Executed(workplace));
        return new NotebookResults(RunFacts.Of(executed), ClaimOutputs.Read(executed, entry.Name), FigureOutput.In(executed, entry.Name));
    }

    /// <summary>In what the run differs from another so that its numbers may; empty on one machine.</summary>
    /// <param name="other">The other run.</param>
    public IEnumerable<string> OtherThan(NotebookResults other)
    {
        (RunFacts? mine, RunFacts? theirs) = (Facts, other.Facts);
        if (mine?.Processor is null || mine.Processor != theirs?.Processor)
            yield return $"processor {mine?.Processor ?? "unknown"}, stored {theirs?.Processor ?? "unknown"}";
        if (mine?.Packages != theirs?.Packages)
            yield return $"packages {mine?.Packages ?? "unknown"}, stored {theirs?.Packages ?? "unknown"}";
        if (mine?.Threads != theirs?.Threads)
            yield return FormattableString.Invariant($"threads {mine?.Threads}, stored {theirs?.Threads}");
        foreach (string name in (mine?.Versions.Keys ?? []).Union(theirs?.Versions.Keys ?? []).Order(StringComparer.Ordinal))
            if (mine?.Versions.GetValueOrDefault(name) != theirs?.Versions.GetValueOrDefault(name))
                yield return $"{name} {mine?.Versions.GetValueOrDefault(name) ?? "none"}, stored {theirs?.Versions.GetValueOrDefault(name) ?? "none"}";
    }
}
