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
            folder.Write(page.Path, notebook.Html);
            foreach (var (path, bytes) in notebook.Content.Files)
                folder.Write(path, bytes);
            written.Add((page, notebook));
        }
        folder.Write("index.html", new IndexPage(written).Write(shell));
        Assets(folder);
    }

    private void Assets(SiteFolder folder)
    {
        foreach (string name in (string[])["site.css", "site.js", "charts.js"])
            folder.Write($"assets/{name}", Resource(name));
        if (tools.Plotly is { } plotly)
            folder.Write("assets/plotly.min.js", File.ReadAllBytes(plotly));
        if (tools.Katex is { } katex)
            Formulas(folder, katex);
        if (tools.Font is { } font)
            Font(folder, font);
    }

    private static void Formulas(SiteFolder folder, string package)
    {
        string files = Path.Combine(package, "dist");
        Copy(folder, "assets/katex", files, "katex.min.js");
        // Every browser that runs the script reads woff2; the older formats would be four fifths of the files.
        folder.Write("assets/katex/katex.min.css", OlderFonts().Replace(File.ReadAllText(Path.Combine(files, "katex.min.css")), ""));
        Copy(folder, "assets/katex/fonts", Path.Combine(files, "fonts"), "*.woff2");
        Copy(folder, "assets/katex", package, License);
    }

    private static void Font(SiteFolder folder, string package)
    {
        Copy(folder, "assets/font", package, "wght.css");
        Copy(folder, "assets/font", package, "wght-italic.css");
        Copy(folder, "assets/font/files", Path.Combine(package, "files"), "*-wght-*.woff2");
        Copy(folder, "assets/font", package, License);
    }

    private static void Copy(SiteFolder folder, string target, string source, string pattern)
    {
        foreach (string file in Directory.EnumerateFiles(source, pattern).Order(StringComparer.Ordinal))
            folder.Write($"{target}/{Path.GetFileName(file)}", File.ReadAllBytes(file));
    }

    private static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(Site).Assembly.GetManifestResourceStream("site/" + name)!);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@",url\([^)]*\.(woff|ttf)\) format\(""\w+""\)")]
    private static partial Regex OlderFonts();
}
