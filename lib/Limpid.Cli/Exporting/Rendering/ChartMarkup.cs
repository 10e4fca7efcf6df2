using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Limpid.Cli.Publishing;

namespace Limpid.Cli.Exporting.Rendering;

/// <summary>A chart: its data for the script that draws it, its picture for print and for browsers without script, its sentence.</summary>
internal static class ChartMarkup
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The figure element.</summary>
    /// <param name="figure">Data and layout, from <see cref="Read"/>.</param>
    /// <param name="picture">An image element without script's help, or null if there is no picture.</param>
    /// <param name="caption">The sentence; may be empty.</param>
    public static string ToHtml(JsonObject figure, string? picture, string caption) => $"""
        <figure class="chart">
        {picture ?? "<p class=\"static note\">This chart has no stored picture; it is drawn where scripts run.</p>"}
        <script type="application/json">{Markup.InScript(figure.ToJsonString(Json))}</script>
        {(caption.Length > 0 ? $"<figcaption>{Markup.Encode(caption)}</figcaption>" : "")}
        </figure>

        """;

    /// <summary>The data and layout of a figure, without anything that would be fetched; null if the content is no figure.</summary>
    /// <param name="content">What the notebook holds: an object, or its text.</param>
    public static JsonObject? Read(JsonNode? content)
    {
        try
        {
            JsonNode? figure = content is JsonObject whole ? whole : JsonNode.Parse(FigureOutput.Text(content));
            if (figure?["data"] is not JsonArray data)
                return null;
            var kept = new JsonObject { ["data"] = data.DeepClone(), ["layout"] = figure["layout"] as JsonObject is { } layout ? layout.DeepClone() : new JsonObject() };
            RemoveAddresses(kept);
            return kept;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    // Pictures in a layout or an image trace have their address in "source".
    private static void RemoveAddresses(JsonNode? node)
    {
        if (node is JsonObject item)
        {
            if (item["source"] is JsonValue source && !PictureFile.IsData(source.ToString()))
                item.Remove("source");
            foreach (KeyValuePair<string, JsonNode?> pair in item)
                RemoveAddresses(pair.Value);
        }
        else if (node is JsonArray list)
        {
            foreach (JsonNode? element in list)
                RemoveAddresses(element);
        }
    }
}
