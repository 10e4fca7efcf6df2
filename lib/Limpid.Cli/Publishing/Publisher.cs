using Limpid.Cli.Reproducing;
using Limpid.Notebooks;
using Limpid.Reproduction;

namespace Limpid.Cli.Publishing;

/// <summary>Makes pictures of executed notebooks and stores results in the repository.</summary>
/// <param name="context">What it works with.</param>
internal sealed class Publisher(CommandContext context)
{
    /// <summary>Adds a picture to every figure of the executed copies.</summary>
    /// <param name="entries">The notebooks that succeeded.</param>
    /// <param name="browser">Draws the figures.</param>
    /// <param name="required">Whether a picture that can't be drawn is an error, or a line on standard error.</param>
    /// <param name="cancellation">Ctrl-C.</param>
    /// <exception cref="UserErrorException">A picture is required and can't be drawn.</exception>
    public async Task AddPicturesAsync(IEnumerable<NotebookEntry> entries, Browser browser, bool required, CancellationToken cancellation)
    {
        foreach (NotebookEntry entry in entries)
            try
            {
                NotebookFile executed = NotebookFile.Load(entry.Executed(context.Workplace));
                IReadOnlyList<byte[]> pictures = await DrawAsync(executed, entry, browser, cancellation);
                PublishedNotebook.AddPictures(executed, pictures);
                executed.Save(entry.Executed(context.Workplace));
                context.Out.WriteLine($"{entry.Stem}  pictures: {pictures.Count}");
            }
            catch (UserErrorException e) when (!required)
            {
                context.Error.WriteLine($"limpid: no pictures of {entry.Stem}: {e.Message}");
            }
    }

    /// <summary>Stores claims and figures; of a full run also the notebook with its outputs. Then makes the tables anew.</summary>
    /// <param name="runs">The notebooks that succeeded, and how they ran.</param>
    /// <param name="browser">Draws the figures of a full run that have no picture yet; null for a quick one.</param>
    /// <param name="cancellation">Ctrl-C.</param>
    public async Task StoreAsync(IEnumerable<(NotebookEntry Entry, RunRecord Run)> runs, Browser? browser, CancellationToken cancellation)
    {
        foreach (var (entry, run) in runs)
        {
            NotebookFile executed = NotebookFile.Load(entry.Executed(context.Workplace));
            // The committed notebooks hold the outputs of the full run.
            if (run.Mode == RunMode.Full)
                (await StoredAsync(entry, executed, browser!, cancellation)).Save(entry.Path);
            if (entry.Paper.Length > 0)
                PaperResults.Store(PaperResults.File(context.Workplace, entry.Paper, run.Mode), run, RunFacts.Of(executed), ClaimOutputs.Read(executed, entry.Name), FigureOutput.In(executed, entry.Name));
            int models = run.Mode == RunMode.Full ? PublishedModels.Store(context.Workplace, entry) : 0;
            context.Out.WriteLine($"{entry.Stem}  stored{(models > 0 ? $", with {models} trained models" : "")}");
        }
        ClaimTables.Write(context.Workplace);
    }

    // Pictures with a quarter of the dots are less sharp, but a notebook has a megabyte for all that it shows.
    private static async Task<NotebookFile> StoredAsync(NotebookEntry entry, NotebookFile executed, Browser browser, CancellationToken cancellation)
    {
        NotebookFile stored = PublishedNotebook.Create(entry, executed, PublishedNotebook.Pictures(executed) ?? await DrawAsync(executed, entry, browser, cancellation));
        if (!PublishedNotebook.Fits(stored))
            stored = PublishedNotebook.Create(entry, executed, await browser.DrawAsync([.. FigureOutput.In(executed, entry.Name).Select(figure => figure.Json)], 1, cancellation));
        PublishedNotebook.RequireFit(stored, entry.Name);
        return stored;
    }

    private static Task<IReadOnlyList<byte[]>> DrawAsync(NotebookFile executed, NotebookEntry entry, Browser browser, CancellationToken cancellation) =>
        browser.DrawAsync([.. FigureOutput.In(executed, entry.Name).Select(figure => figure.Json)], cancellation);
}
