using System.Globalization;
using System.Net;
using Limpid.Display;

namespace Limpid.Figures;

/// <summary>A figure as HTML that needs no network.</summary>
internal static class FigureHtml
{
    /// <param name="figure">The figure.</param>
    /// <param name="folder">Where the chart library lies; by default beside the assembly.</param>
    public static string Write(Figure figure, string? folder = null)
    {
        var (id, library) = FigureSession.Next(folder ?? PlotlyScript.Folder);
        if (library is null)
            return $"<p>{Encode(PlotlyScript.Missing)}</p>\n{Caption(figure)}";
        var size = figure.Size;
        var limit = size.Limited ? string.Create(CultureInfo.InvariantCulture, $"max-width:{size.Width}px") : "width:100%";
        return $"""
            {library}<figure class="limpid-figure" style="margin:0">
            <div id="{id}" role="img" aria-label="{Encode(figure.AltText)}" style="{limit}"></div>
            {Caption(figure)}
            </figure>
            <script>
            {Script(id, figure)}
            </script>
            """;
    }

    // The height of a map follows the width that the page gives it. A hidden page gives none: then the nominal size stays.
    private static string Script(string id, Figure figure)
    {
        var size = figure.Size;
        var height = size.Ratio == 0 ? "" : string.Create(CultureInfo.InvariantCulture,
            $"if (e.clientWidth) l.height = Math.round({size.MarginY} + {size.Ratio:G5} * Math.max(0, e.clientWidth - {size.MarginX}));")
            // A legend under the heading stays there, which is in pixels from the top.
            + string.Create(CultureInfo.InvariantCulture, $" if (l.legend && l.legend.y) l.legend.y = 1 - (1 - l.legend.y) * {size.Height} / l.height;");
        return $$"""
            (function () {
              var e = document.getElementById("{{id}}");
              if (!window.Plotly) { e.textContent = "{{PlotlyScript.NotInPage}}"; return; }
              var f = {{figure.Json}}, l = f.layout;
              if (e.clientWidth) delete l.width;
              {{height}}
              window.Plotly.newPlot(e, f.data, l, { responsive: true, displayModeBar: false });
            })();
            """;
    }

    private static string Caption(Figure figure) => $"<figcaption style=\"margin:2px 0 14px\">{Encode(figure.Caption)}</figcaption>";

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
