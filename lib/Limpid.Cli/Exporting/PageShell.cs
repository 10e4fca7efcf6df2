using Limpid.Cli.Exporting.Rendering;

namespace Limpid.Cli.Exporting;

/// <summary>What every page has around its content.</summary>
/// <param name="tools">Which libraries the site holds.</param>
internal sealed class PageShell(SiteTools tools)
{
    /// <summary>By this a site of ours is told from other folders.</summary>
    public const string Generator = "<meta name=\"generator\" content=\"Limpid export\">";

    // plotly.js and KaTeX place what they draw by inline styles; a notebook's own are taken out of its HTML. Nothing else is inline or remote.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'none'";

    /// <summary>The page.</summary>
    /// <param name="title">Its title, as text.</param>
    /// <param name="description">What it shows, in a sentence.</param>
    /// <param name="toRoot">The way to the site's folder.</param>
    /// <param name="trail">Where the page stands, as HTML.</param>
    /// <param name="body">Its content, as HTML.</param>
    /// <param name="charts">Whether it draws charts.</param>
    public string Page(string title, string description, string toRoot, string trail, string body, bool charts) => $"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="{Policy}">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="referrer" content="no-referrer">
        {Generator}
        <meta name="description" content="{Markup.Encode(description)}">
        <title>{Markup.Encode(title)}</title>
        <link rel="icon" href="data:,">
        {Libraries(toRoot, charts, body.Contains("class=\"math", StringComparison.Ordinal))}<link rel="stylesheet" href="{toRoot}assets/site.css">
        <script defer src="{toRoot}assets/site.js"></script>
        </head>
        <body>
        <a class="skip" href="#main">Skip to the content</a>
        <header class="top" id="top"><nav aria-label="Site">{trail}</nav></header>
        {body}<footer><p>Written by <code>./limpid export</code>. Verdicts are computed by the rules stated in the notebooks, never typed.</p></footer>
        </body>
        </html>

        """;

    private string Libraries(string toRoot, bool charts, bool formulas) =>
        (tools.Font is not null ? $"<link rel=\"stylesheet\" href=\"{toRoot}assets/font/wght.css\">\n<link rel=\"stylesheet\" href=\"{toRoot}assets/font/wght-italic.css\">\n" : "")
        + (formulas && tools.Katex is not null ? $"<link rel=\"stylesheet\" href=\"{toRoot}assets/katex/katex.min.css\">\n<script defer src=\"{toRoot}assets/katex/katex.min.js\"></script>\n" : "")
        + (charts && tools.Plotly is not null ? $"<script defer src=\"{toRoot}assets/plotly.min.js\"></script>\n<script defer src=\"{toRoot}assets/charts.js\"></script>\n" : "");
}
