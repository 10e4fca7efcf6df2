using Limpid.Cli.Reproducing;
using Limpid.Data;

namespace Limpid.Cli.Publishing;

/// <summary>Puts the weights that a full run trained (<c>artifacts/models</c>) into <c>datasets/models</c>.</summary>
internal static class PublishedModels
{
    private const long MaxBytes = 2_000_000;
    private const string Mode = "full";

    /// <summary>Copies what a notebook trained; a notebook that trained nothing changes nothing.</summary>
    /// <param name="workplace">The checkout.</param>
    /// <param name="entry">The notebook.</param>
    /// <returns>How many models were copied.</returns>
    /// <exception cref="UserErrorException">A model is larger than 2 MB, missing or damaged; nothing is copied then.</exception>
    public static int Store(Workplace workplace, NotebookEntry entry)
    {
        try
        {
            TrainedModels trained = TrainedModels.Open(Path.Combine(workplace.Artifacts, "models"));
            if (trained.Models.FirstOrDefault(model => model.Notebook == entry.Title && model.Mode == Mode && model.Size > MaxBytes) is { } large)
                throw new UserErrorException($"the weights {large.File} have {large.Size} bytes; expected at most {MaxBytes}");
            return trained.CopyTo(Path.Combine(workplace.Root, "datasets", "models"), entry.Title, Mode).Count;
        }
        catch (TrainedModelException e)
        {
            throw new UserErrorException(e.Message);
        }
    }
}
