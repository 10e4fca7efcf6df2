using System.Globalization;
using System.Text.Json.Nodes;
using Limpid.Notebooks;

namespace Limpid.Cli.Exporting.Rendering;

/// <summary>A cell as HTML.</summary>
/// <param name="fragment">Cleans HTML.</param>
/// <param name="content">What the page gathers.</param>
/// <param name="csharp">Whether code is C#.</param>
internal sealed class CellMarkup(Fragment fragment, PageContent content, bool csharp)
{
    private readonly OutputMarkup _outputs = new(fragment, content);

    /// <summary>The cell; nothing for an empty one.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="number">Its position, from 1.</param>
    public string ToHtml(NotebookCell cell, int number)
    {
        if (cell.Source.Trim().Length == 0 && cell.Outputs.Count == 0)
            return "";
        string id = content.Id("cell-" + (SiteLinks.Slug(cell.Id ?? "") is { Length: > 0 } slug ? slug : number.ToString(CultureInfo.InvariantCulture)));
        return cell.Kind switch
        {
            CellKind.Markdown => $"<section class=\"prose\" id=\"{id}\">\n{fragment.OfMarkdown(cell.Source, cell.Attachments)}</section>\n",
            CellKind.Code => Code(cell, id),
            _ => $"<pre class=\"raw\" id=\"{id}\">{Markup.Encode(cell.Source)}</pre>\n",
        };
    }

    private string Code(NotebookCell cell, string id)
    {
        string source = cell.Source.TrimEnd();
        string count = cell.ExecutionCount?.ToString(CultureInfo.InvariantCulture) ?? "";
        string outputs = _outputs.ToHtml(cell.Outputs, cell.Tags.Contains("raises-exception"));
        return $"""
            <section class="cell" id="{id}" aria-label="{(count.Length > 0 ? "Cell " + count : "Cell, not run")}">
            <div class="code"><a class="prompt" href="#{id}" aria-label="Link to this cell">{(count.Length > 0 ? count : "&#8211;")}</a><pre><code>{(csharp ? CodeMarkup.CSharp(source) : Markup.Encode(source))}</code></pre></div>
            {Trouble(cell.Metadata["limpid"] as JsonObject)}{(outputs.Length > 0 ? $"<div class=\"outputs\">\n{outputs}</div>\n" : "")}</section>

            """;
    }

    // What a reader would not expect of a cell; a failure shows itself by its error.
    private static string Trouble(JsonObject? run) => run?["status"]?.ToString() is { } status and not ("ran" or "failed" or "failed as intended")
        ? $"<p class=\"trouble\">This cell: {Markup.Encode(status)}.</p>\n"
        : "";
}
