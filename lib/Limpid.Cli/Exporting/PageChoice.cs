using System.Text.Json.Nodes;
using Limpid.Cli.Publishing;
using Limpid.Cli.Reproducing;
using Limpid.Notebooks;
using Limpid.Reproduction;

namespace Limpid.Cli.Exporting;

/// <summary>Chooses the executed copy that a page shows, and gathers what is known of it.</summary>
/// <param name="workplace">The checkout.</param>
/// <param name="from">Which copy comes first.</param>
internal sealed class PageChoice(Workplace workplace, ExportSource from)
{
    private readonly IReadOnlyList<ClaimRecord> _stored = ClaimTables.Stored(workplace);

    /// <summary>The page of a notebook.</summary>
    /// <param name="entry">The notebook.</param>
    /// <exception cref="NotebookFormatException">A copy is damaged.</exception>
    /// <exception cref="UserErrorException">Stored results are damaged.</exception>
    public SitePage Of(NotebookEntry entry)
    {
        NotebookFile stored = NotebookFile.Load(entry.Path);
        NotebookFile? local = File.Exists(entry.Executed(workplace)) ? NotebookFile.Load(entry.Executed(workplace)) : null;
        bool hasStored = WasRun(stored), hasLocal = local is not null && WasRun(local);
        if (hasLocal && (from == ExportSource.Artifacts || !hasStored))
            return new SitePage(entry, local!, PageOrigin.Artifacts, FactsIn(local!), ClaimOutputs.Read(local!, entry.Name));
        // A notebook whose full run is still to come has its quick results stored all the same.
        ClaimRecord[] claims = [.. _stored.Where(claim => claim.Paper == entry.Paper && claim.Notebook == entry.Title)];
        return hasStored
            ? new SitePage(entry, stored, PageOrigin.Repository, FactsIn(stored).Or(StoredFacts(entry)), claims)
            : new SitePage(entry, stored, PageOrigin.NotRun, PageFacts.None, claims);
    }

    private static bool WasRun(NotebookFile notebook) =>
        notebook.Cells.Any(cell => cell.Kind == CellKind.Code && (cell.ExecutionCount is not null || cell.Outputs.Count > 0));

    private static PageFacts FactsIn(NotebookFile notebook) => PageFacts.Read(notebook.Metadata["limpid"] as JsonObject).Or(StartLine.Read(notebook));

    // A stored notebook holds the outputs of the full run whose results are stored beside it.
    private PageFacts StoredFacts(NotebookEntry entry)
    {
        JsonObject? results = entry.Paper.Length > 0 ? Json.ReadObject(PaperResults.File(workplace, entry.Paper, RunMode.Full)) : null;
        return results?["notebooks"]?[entry.Title] is JsonObject run ? PageFacts.Read(run) with { Mode = RunMode.Full.Text() } : PageFacts.None;
    }
}
