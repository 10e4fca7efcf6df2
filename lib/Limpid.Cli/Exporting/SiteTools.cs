namespace Limpid.Cli.Exporting;

/// <summary>What the set-up fetched for pages, where it could.</summary>
/// <param name="Plotly">plotly.js, or null.</param>
/// <param name="Katex">The folder of KaTeX's files, or null.</param>
internal sealed record SiteTools(string? Plotly, string? Katex)
{
    /// <summary>The tools of a checkout.</summary>
    /// <param name="workplace">The checkout.</param>
    public static SiteTools Find(Workplace workplace)
    {
        string katex = Path.Combine(workplace.Artifacts, "tools", "katex", "dist");
        return new SiteTools(File.Exists(workplace.Plotly) ? workplace.Plotly : null, File.Exists(Path.Combine(katex, "katex.min.js")) ? katex : null);
    }
}
