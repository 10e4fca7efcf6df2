using Limpid.Cli.Reproducing;
using Limpid.Notebooks;
using Limpid.Reproduction;

namespace Limpid.Cli.Publishing;

/// <summary>Makes pictures of executed notebooks and stores results in the repository.</summary>
/// <param name="context">What it works with.</param>
/// <param name="browser">Draws the figures.</param>
internal sealed class Publisher(CommandContext context, Browser browser)
{
    /// <summary>Adds a picture to every figure of the executed copies.</summary>
    /// <param name="entries">The notebooks that succeeded.</param>
    /// <param name="cancellation">Ctrl-C.</param>
    public async Task AddPicturesAsync(IEnumerable<NotebookEntry> entries, CancellationToken cancellation)
    {
        foreach (NotebookEntry entry in entries)
        {
            NotebookFile executed = NotebookFile.Load(entry.Executed(context.Workplace));
            IReadOnlyList<byte[]> pictures = await DrawAsync(executed, entry, cancellation);
            PublishedNotebook.AddPictures(executed, pictures);
            executed.Save(entry.Executed(context.Workplace));
            context.Out.WriteLine($"{entry.Stem}  pictures: {pictures.Count}");
        }
    }

    /// <summary>Stores claims and figures; of a full run also the notebook with its outputs. Then makes the tables anew.</summary>
    /// <param name="runs">The notebooks that succeeded, and how they ran.</param>
    /// <param name="cancellation">Ctrl-C.</param>
    public async Task StoreAsync(IEnumerable<(NotebookEntry Entry, RunRecord Run)> runs, CancellationToken cancellation)
    {
        foreach (var (entry, run) in runs)
        {
            NotebookFile executed = NotebookFile.Load(entry.Executed(context.Workplace));
            // The committed notebooks hold the outputs of the full run.
            if (run.Mode == RunMode.Full)
                PublishedNotebook.Create(entry, executed, await DrawAsync(executed, entry, cancellation)).Save(entry.Path);
            if (entry.Paper.Length > 0)
                PaperResults.Store(PaperResults.File(context.Workplace, entry.Paper, run.Mode), run, RunFacts.Of(executed), ClaimOutputs.Read(executed, entry.Name), FigureOutput.In(executed, entry.Name));
            context.Out.WriteLine($"{entry.Stem}  stored");
        }
        ClaimTables.Write(context.Workplace);
    }

    private Task<IReadOnlyList<byte[]>> DrawAsync(NotebookFile executed, NotebookEntry entry, CancellationToken cancellation) =>
        browser.DrawAsync([.. FigureOutput.In(executed, entry.Name).Select(figure => figure.Json)], cancellation);
}
