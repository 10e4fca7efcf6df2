using System.Text.RegularExpressions;

namespace Limpid.Cli.Exporting;

/// <summary>The static site: an index, a page per notebook, and what they share.</summary>
/// <param name="workplace">The checkout.</param>
/// <param name="tools">The libraries that were found.</param>
internal sealed partial class Site(Workplace workplace, SiteTools tools)
{
    private const string License = "LICENSE";

    /// <summary>Writes pages and index into a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="pages">The pages.</param>
    public void Write(SiteFolder folder, IReadOnlyList<SitePage> pages)
    {
        var shell = new PageShell(tools);
        var addresses = pages.ToDictionary(page => page.Entry.Name, page => page.Address);
        var written = new List<(SitePage, NotebookPage)>();
        foreach (SitePage page in pages)
        {
            NotebookPage notebook = NotebookPage.Write(page, shell, new SiteLinks(workplace, page, addresses));
            folder.Write(page.Address, notebook.Html);
            foreach (var (path, bytes) in notebook.Content.Files)
                folder.Write(path, bytes);
            written.Add((page, notebook));
        }
        folder.Write("index.html", new IndexPage(written).Write(shell));
        Assets(folder);
    }

    private void Assets(SiteFolder folder)
    {
        foreach (string name in (string[])["site.css", "site.js"])
            folder.Write($"assets/{name}", Resource(name));
        if (tools.Plotly is { } plotly)
            folder.Write("assets/plotly.min.js", File.ReadAllBytes(plotly));
        if (tools.Katex is not { } katex)
            return;
        folder.Write("assets/katex/katex.min.js", File.ReadAllBytes(Path.Combine(katex, "katex.min.js")));
        // Every browser that runs the script reads woff2; the older formats would be four fifths of the files.
        folder.Write("assets/katex/katex.min.css", OlderFonts().Replace(File.ReadAllText(Path.Combine(katex, "katex.min.css")), ""));
        foreach (string font in Directory.EnumerateFiles(Path.Combine(katex, "fonts"), "*.woff2").Order(StringComparer.Ordinal))
            folder.Write($"assets/katex/fonts/{Path.GetFileName(font)}", File.ReadAllBytes(font));
        if (Path.Combine(katex, "..", License) is var license && File.Exists(license))
            folder.Write($"assets/katex/{License}", File.ReadAllBytes(license));
    }

    private static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(Site).Assembly.GetManifestResourceStream("site/" + name)!);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@",url\([^)]*\.(woff|ttf)\) format\(""\w+""\)")]
    private static partial Regex OlderFonts();
}
