using System.Net;
using System.Text.Json.Nodes;
using Limpid.Cli.Reproducing;
using Limpid.Notebooks;

namespace Limpid.Cli.Publishing;

/// <summary>
/// Puts the outputs of a run into the repository's own notebook: figures as JSON, picture and sentence, no script; the cells as they are
/// committed, without the parameters that the run injected; and what is known of the run.
/// </summary>
internal static class PublishedNotebook
{
    private const int MaxBytes = 1_000_000;
    private const int MaxFigureBytes = 200_000;
    private const string Html = "text/html", Plain = "text/plain", Png = "image/png";

    /// <summary>The notebook to store.</summary>
    /// <param name="entry">The repository's notebook.</param>
    /// <param name="executed">Its executed copy.</param>
    /// <param name="pictures">One PNG per figure of <paramref name="executed"/>, in order.</param>
    /// <exception cref="UserErrorException">The notebook has changed since it ran, or a figure is too large.</exception>
    public static NotebookFile Create(NotebookEntry entry, NotebookFile executed, IReadOnlyList<byte[]> pictures)
    {
        NotebookFile stored = NotebookFile.Load(entry.Path);
        var ran = executed.Cells.Where(cell => cell.Id is not null).ToDictionary(cell => cell.Id!);
        var remaining = new Queue<byte[]>(pictures);
        int count = 0;
        foreach (NotebookCell cell in stored.Cells.Where(cell => cell.Kind == CellKind.Code))
        {
            if (cell.Id is null || !ran.TryGetValue(cell.Id, out NotebookCell? twin) || twin.Source != cell.Source)
                throw new UserErrorException($"{entry.Name} has changed since it ran (cell '{cell.Id}'); run it again.");
            cell.Outputs = [.. twin.Outputs.SelectMany(output => Stored(output!, remaining, entry.Name))];
            cell.ExecutionCount = twin.ExecutionCount is null ? null : ++count;
        }
        if (RunFacts.Of(executed) is { } facts)
            stored.SetMetadata("limpid", facts.ToJson());
        return stored;
    }

    /// <summary>Whether a notebook is small enough to be stored.</summary>
    /// <param name="notebook">The notebook with its outputs.</param>
    public static bool Fits(NotebookFile notebook) => notebook.ToBytes().Length <= MaxBytes;

    /// <summary>Refuses a notebook that is too large.</summary>
    /// <param name="notebook">The notebook with its outputs.</param>
    /// <param name="name">Its name.</param>
    /// <exception cref="UserErrorException">It is too large.</exception>
    public static void RequireFit(NotebookFile notebook, string name)
    {
        if (!Fits(notebook))
            throw new UserErrorException($"{name} is {notebook.ToBytes().Length / 1000} kB with its outputs; a stored notebook must stay below {MaxBytes / 1000} kB.");
    }

    /// <summary>Adds pictures to the figures of an executed copy and keeps all else.</summary>
    /// <param name="executed">The copy; changed.</param>
    /// <param name="pictures">One PNG per figure, in order.</param>
    public static void AddPictures(NotebookFile executed, IReadOnlyList<byte[]> pictures)
    {
        var remaining = new Queue<byte[]>(pictures);
        foreach (NotebookCell cell in executed.Cells.Where(cell => cell.Outputs.Any(IsFigure)))
        {
            JsonArray outputs = cell.Outputs;
            foreach (JsonNode? output in outputs.Where(IsFigure))
                FigureOutput.Data(output)![Png] = Convert.ToBase64String(remaining.Dequeue());
            cell.Outputs = outputs;
        }
    }

    /// <summary>The pictures of an executed copy's figures, in order; null if one has none.</summary>
    /// <param name="executed">The copy.</param>
    public static IReadOnlyList<byte[]>? Pictures(NotebookFile executed)
    {
        string?[] found = [.. executed.Cells.SelectMany(cell => cell.Outputs).Where(IsFigure).Select(output => (string?)FigureOutput.Data(output)![Png])];
        return found.All(picture => picture is not null) ? [.. found.Select(picture => Convert.FromBase64String(picture!))] : null;
    }

    private static bool IsFigure(JsonNode? output) => FigureOutput.Data(output)?[FigureOutput.MimeType] is not null;

    private static IEnumerable<JsonNode> Stored(JsonNode output, Queue<byte[]> pictures, string name)
    {
        var kept = (JsonObject)output.DeepClone();
        if (FigureOutput.Data(kept) is not { } data)
            return [kept];
        if (kept.ContainsKey("execution_count"))
            kept["execution_count"] = null;
        if (IsFigure(kept))
            return Figure(kept, data, pictures.Dequeue(), name);
        // A page in the repository runs no script; what a script would draw has its text.
        if (FigureOutput.Text(data[Html]).Contains("<script", StringComparison.OrdinalIgnoreCase))
            data.Remove(Html);
        return data.Count > 0 ? [kept] : [];
    }

    private static JsonObject[] Figure(JsonObject output, JsonObject data, byte[] picture, string name)
    {
        JsonNode json = data[FigureOutput.MimeType] is JsonObject plain ? PackedNumbers.Pack(plain) : data[FigureOutput.MimeType]!.DeepClone();
        string caption = FigureOutput.Text(data[Plain]);
        if (json.ToJsonString().Length is var size and > MaxFigureBytes)
            throw new UserErrorException($"{name} shows a figure of {size / 1000} kB ('{caption}'); expected at most {MaxFigureBytes / 1000} kB.");
        var kept = new JsonObject { [FigureOutput.MimeType] = json, [Png] = Convert.ToBase64String(picture) };
        output["data"] = kept;
        if (caption.Length == 0)
            return [output];
        kept[Plain] = caption;
        // Viewers that show the picture do not show its text, so the sentence is an output of its own.
        return
        [
            output,
            new JsonObject
            {
                ["output_type"] = "display_data",
                ["metadata"] = new JsonObject(),
                ["data"] = new JsonObject { [Html] = $"<p>{WebUtility.HtmlEncode(caption)}</p>", [Plain] = caption },
            },
        ];
    }
}
