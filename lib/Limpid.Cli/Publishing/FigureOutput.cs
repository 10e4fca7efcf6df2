using System.Text.Json;
using System.Text.Json.Nodes;
using Limpid.Notebooks;

namespace Limpid.Cli.Publishing;

/// <summary>A figure among the outputs of an executed notebook.</summary>
/// <param name="Cell">Id of its cell.</param>
/// <param name="Index">Position among the outputs of the cell.</param>
/// <param name="Caption">The finding in words.</param>
/// <param name="Json">Data and layout.</param>
internal sealed record FigureOutput(string Cell, int Index, string Caption, JsonObject Json)
{
    /// <summary>The MIME type of a figure.</summary>
    public const string MimeType = "application/vnd.plotly.v1+json";

    /// <summary>The figures of a notebook, in order.</summary>
    /// <param name="notebook">The executed notebook.</param>
    /// <param name="name">Its name, for the error.</param>
    /// <exception cref="UserErrorException">A figure can't be read.</exception>
    public static IReadOnlyList<FigureOutput> In(NotebookFile notebook, string name) =>
        [.. notebook.Cells.SelectMany(cell => cell.Outputs.Select((output, i) => (output, i))
            .Where(pair => Data(pair.output)?[MimeType] is not null)
            .Select(pair => new FigureOutput(cell.Id ?? "", pair.i, Text(Data(pair.output)!["text/plain"]), Object(Data(pair.output)![MimeType]!, name))))];

    /// <summary>The MIME bundle of an output, or null.</summary>
    /// <param name="output">An output of a cell.</param>
    public static JsonObject? Data(JsonNode? output) => output?["data"] as JsonObject;

    /// <summary>A text as nbformat keeps it: whole or cut into lines.</summary>
    /// <param name="text">The node.</param>
    public static string Text(JsonNode? text) => text switch
    {
        JsonArray lines => string.Concat(lines.Select(line => (string?)line)),
        JsonValue value => value.ToString(),
        _ => "",
    };

    private static JsonObject Object(JsonNode content, string name)
    {
        try
        {
            JsonNode? figure = content is JsonObject whole ? whole.DeepClone() : JsonNode.Parse(Text(content));
            return figure as JsonObject ?? throw new JsonException("it is no object");
        }
        catch (JsonException e)
        {
            throw new UserErrorException($"{name} shows a figure that can't be read: {e.Message}", e);
        }
    }
}
