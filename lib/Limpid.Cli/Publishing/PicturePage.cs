using System.Text.Json;
using System.Text.Json.Nodes;

namespace Limpid.Cli.Publishing;

/// <summary>The page in which a browser draws figures, one after another, and then holds the pictures as text.</summary>
internal static class PicturePage
{
    /// <summary>Pixels of a picture for each pixel of its figure: sharp on dense screens and in print.</summary>
    public const int Scale = 2;

    /// <summary>The page.</summary>
    /// <param name="figures">Figures as Plotly JSON (data and layout).</param>
    /// <param name="plotly">plotly.js.</param>
    /// <param name="scale">Dots for each pixel of the layout.</param>
    /// <remarks>
    /// Random numbers are seeded: plotly.js names elements by them and spreads points by them. Figures have a clear background and grey text
    /// that suits any page; a picture has no page, so it gets white and dark text, and shows well also in dark viewers. The font is the one
    /// that every Debian with Chromium has.
    /// </remarks>
    public static string Of(IReadOnlyList<JsonObject> figures, string plotly, int scale = Scale) => $$"""
        <!doctype html><meta charset="utf-8"><body>
        <script id="figures" type="application/json">{{JsonSerializer.Serialize(figures)}}</script>
        <script>let seed = 1; Math.random = () => (seed = (seed * 1664525 + 1013904223) >>> 0) / 4294967296;</script>
        <script src="{{new Uri(plotly).AbsoluteUri}}"></script>
        <script>
        const clear = colour => !colour || colour === 'rgba(0,0,0,0)' || colour === 'transparent';
        function printed(layout) {
          const font = { family: 'DejaVu Sans, sans-serif', ...layout.font };
          return clear(layout.paper_bgcolor) ? { ...layout, paper_bgcolor: '#ffffff', font: { ...font, color: '#3c4043' } } : { ...layout, font };
        }
        (async () => {
          const results = [];
          for (const figure of JSON.parse(document.getElementById('figures').textContent)) {
            const layout = printed(figure.layout || {});
            try {
              results.push({ png: await Plotly.toImage({ data: figure.data, layout },
                { format: 'png', width: layout.width || 800, height: layout.height || 500, scale: {{scale}} }) });
            } catch (e) { results.push({ error: String(e && e.message || e) }); }
          }
          const result = document.createElement('pre');
          result.id = 'result';
          result.textContent = JSON.stringify(results);
          document.body.replaceChildren(result);
        })();
        </script></body>
        """;
}
