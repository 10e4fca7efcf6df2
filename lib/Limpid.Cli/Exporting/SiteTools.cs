namespace Limpid.Cli.Exporting;

/// <summary>What the set-up fetched for pages, where it could.</summary>
/// <param name="Plotly">plotly.js, or null.</param>
/// <param name="Katex">The folder of KaTeX's package, or null.</param>
/// <param name="Font">The folder of the text font's package, or null.</param>
internal sealed record SiteTools(string? Plotly, string? Katex, string? Font)
{
    /// <summary>The tools of a checkout.</summary>
    /// <param name="workplace">The checkout.</param>
    public static SiteTools Find(Workplace workplace)
    {
        string? Package(string name, string file) => Path.Combine(workplace.Artifacts, "tools", name) is var folder && File.Exists(Path.Combine(folder, file)) ? folder : null;
        return new SiteTools(File.Exists(workplace.Plotly) ? workplace.Plotly : null, Package("katex", "dist/katex.min.js"), Package("source-serif", "wght.css"));
    }
}
