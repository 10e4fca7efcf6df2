using System.Net;
using System.Text.Json.Nodes;
using Limpid.Cli.Publishing;
using Limpid.Cli.Reproducing;

namespace Limpid.Cli.Exporting.Rendering;

/// <summary>The outputs of a cell as HTML; of a bundle the richest form that is safe.</summary>
/// <param name="fragment">Cleans HTML.</param>
/// <param name="content">What the page gathers.</param>
internal sealed class OutputMarkup(Fragment fragment, PageContent content)
{
    private const string Html = "text/html", Plain = "text/plain", Svg = "image/svg+xml";
    private static readonly string[] Pictures = ["image/png", "image/jpeg", "image/gif", "image/webp"];

    /// <summary>All outputs of a cell, in order.</summary>
    /// <param name="outputs">As the notebook holds them.</param>
    /// <param name="mayFail">Whether the cell is meant to fail.</param>
    public string ToHtml(JsonArray outputs, bool mayFail)
    {
        var html = new List<string>();
        string? caption = null;
        foreach (JsonObject output in outputs.OfType<JsonObject>())
        {
            // A stored figure is followed by its sentence, which the chart shows already.
            if (caption is { Length: > 0 } && IsSentence(output, caption))
            {
                caption = null;
                continue;
            }
            caption = Figure(output) is not null ? FigureOutput.Text(FigureOutput.Data(output)![Plain]) : null;
            html.Add(One(output, mayFail));
        }
        return string.Concat(html);
    }

    private string One(JsonObject output, bool mayFail) => (string?)output["output_type"] switch
    {
        "stream" => Stream(FigureOutput.Text(output["text"]), output["name"]?.ToString() == "stderr"),
        "error" => Error(output, mayFail),
        _ when FigureOutput.Data(output) is { } data => Bundle(output, data),
        _ => "",
    };

    private static string Stream(string text, bool error) => text.Trim().Length == 0
        ? ""
        : $"<pre class=\"stream{(error ? " stderr" : "")}\">{AnsiText.ToHtml(text.TrimEnd('\n', '\r'))}</pre>\n";

    private static string Error(JsonObject output, bool expected)
    {
        string trace = output["traceback"] is JsonArray { Count: > 0 } lines ? string.Join('\n', lines.Select(line => line?.ToString())) : $"{output["ename"]}: {output["evalue"]}";
        return $"<div class=\"error{(expected ? " expected" : "")}\"><p class=\"label\">{(expected ? "Fails, as it is meant to" : "Failed")}</p><pre>{AnsiText.ToHtml(trace)}</pre></div>\n";
    }

    private string Bundle(JsonObject output, JsonObject data)
    {
        string plain = FigureOutput.Text(data[Plain]);
        string? picture = Picture(data, plain);
        if (Figure(output) is { } figure)
        {
            content.Charts++;
            return ChartMarkup.ToHtml(figure, picture, plain);
        }
        if (data[ClaimOutputs.MimeType] is not null && data[Html] is not null)
            return Claims(FigureOutput.Text(data[Html]));
        if (picture is not null)
            return $"<figure>{picture}</figure>\n";
        if (data[Html] is { } html && fragment.OfOutput(FigureOutput.Text(html)).Trim() is { Length: > 0 } clean)
            return $"<div class=\"rich\">{clean}</div>\n";
        if (data["text/markdown"] is { } markdown)
            return $"<div class=\"rich\">{fragment.OfOutput(MarkdownMarkup.ToHtml(FigureOutput.Text(markdown)))}</div>\n";
        if (data["text/latex"] is { } latex)
            return $"<p>{MathRenderer.ToHtml(FigureOutput.Text(latex).Trim().Trim('$'), display: true)}</p>\n";
        return plain.Length > 0 ? $"<pre class=\"result\">{AnsiText.ToHtml(plain)}</pre>\n"
            : $"<p class=\"note\">This output has no form that a page can show ({Markup.Encode(string.Join(", ", data.Select(pair => pair.Key)))}).</p>\n";
    }

    private string Claims(string html)
    {
        string id = content.HasClaims ? "" : " id=\"claims\"";
        content.HasClaims = true;
        return $"<div class=\"rich claims\"{id}>{fragment.OfOutput(html)}</div>\n";
    }

    // An SVG stays inside the page as an image: opened by itself it could run scripts.
    private string? Picture(JsonObject data, string alternative)
    {
        string alt = Markup.Encode(alternative.Length > 0 ? alternative : "picture");
        foreach (string type in Pictures)
            if (data[type] is { } base64 && PictureFile.Read(FigureOutput.Text(base64)) is { } picture)
            {
                string size = picture.Size is { } pixels ? FormattableString.Invariant($" width=\"{pixels.Width}\" height=\"{pixels.Height}\"") : "";
                return $"<img class=\"static\" src=\"{Markup.Encode(content.Keep(picture))}\" alt=\"{alt}\"{size}>";
            }
        return data[Svg] is { } svg
            ? $"<img class=\"static\" src=\"data:image/svg+xml;base64,{Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(FigureOutput.Text(svg)))}\" alt=\"{alt}\">"
            : null;
    }

    private static JsonObject? Figure(JsonObject output) => ChartMarkup.Read(FigureOutput.Data(output)?[FigureOutput.MimeType]);

    private static bool IsSentence(JsonObject output, string caption) =>
        FigureOutput.Data(output) is { } data && FigureOutput.Text(data[Plain]) == caption && FigureOutput.Text(data[Html]) == $"<p>{WebUtility.HtmlEncode(caption)}</p>";
}
