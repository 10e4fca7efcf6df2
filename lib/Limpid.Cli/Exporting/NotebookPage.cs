using System.Text;
using Limpid.Cli.Exporting.Rendering;
using Limpid.Notebooks;

namespace Limpid.Cli.Exporting;

/// <summary>The page of one notebook.</summary>
internal sealed class NotebookPage
{
    private NotebookPage(string title, string lead, string html, PageContent content) => (Title, Lead, Html, Content) = (title, lead, html, content);

    /// <summary>Its first heading as text, or the notebook's name.</summary>
    public string Title { get; }

    /// <summary>The paragraph below it as harmless HTML; may be empty.</summary>
    public string Lead { get; }

    /// <summary>The page.</summary>
    public string Html { get; }

    /// <summary>What belongs to it.</summary>
    public PageContent Content { get; }

    /// <summary>Writes the page.</summary>
    /// <param name="page">What it shows.</param>
    /// <param name="shell">What is around it.</param>
    /// <param name="links">Where its links lead.</param>
    public static NotebookPage Write(SitePage page, PageShell shell, SiteLinks links)
    {
        var content = new PageContent(page);
        var fragment = new Fragment(links, content);
        var cells = new CellMarkup(fragment, content, IsCSharp(page.Notebook));
        string written = string.Concat(page.Notebook.Cells.Select((cell, i) => cells.ToHtml(cell, i + 1)));

        PageHeading? first = content.Headings.FirstOrDefault(heading => heading.Level == 1);
        string title = first is null ? page.Entry.Title : HtmlCleaner.Clean(first.Html).Body!.TextContent.Trim();
        string lead = fragment.FirstParagraph(page.Notebook.Cells.FirstOrDefault(cell => cell.Kind == CellKind.Markdown)?.Source ?? "");
        string trail = $"<a href=\"{page.ToRoot}index.html\">Limpid</a>{(page.Entry.Paper.Length > 0 ? $" <span>/</span> <a href=\"{page.ToRoot}index.html#{SiteLinks.Slug(page.Entry.Paper)}\">{Markup.Encode(page.Entry.Paper)}</a>" : "")} <span>/</span> <b>{Markup.Encode(page.Entry.Title)}</b>";
        string body = $"""
            <div class="sheet">
            {Contents(content)}<main id="main">
            {(first is null ? $"<h1>{Markup.Encode(title)}</h1>\n" : "")}{written}{Colophon(page)}</main>
            </div>

            """;
        // What a reader must know before the first number stands right below the title.
        int end = body.IndexOf("</h1>", StringComparison.Ordinal) + "</h1>".Length;
        body = body.Insert(end, "\n" + Facts(page));
        string html = shell.Page($"{title} · Limpid", $"{title}: an executed notebook with code, charts and the verdict on every claim.", page.ToRoot, trail, body, content.Charts > 0);
        return new NotebookPage(title, lead, html, content);
    }

    private static string Facts(SitePage page) => page.Origin == PageOrigin.NotRun
        ? "<p class=\"notice\">Not run: this notebook has no outputs yet.</p>\n"
        : $"""
            {(page.Facts.Status is { } status and not ("ok" or "failed as intended") ? $"<p class=\"notice\">This run ended as: {Markup.Encode(status)}. What stands below may be incomplete.</p>\n" : "")}<ul class="facts" aria-label="About this run">
            {string.Concat(page.Facts.Brief.Select(row => $"<li><span>{row.Name}</span> {Markup.Encode(row.Value)}</li>\n"))}<li><span>outputs</span> {page.OriginText}</li>
            <li><a href="#about-this-run">more</a></li>
            </ul>

            """;

    private static string Colophon(SitePage page) => page.Origin == PageOrigin.NotRun
        ? ""
        : $"""
            <section class="colophon" id="about-this-run" aria-labelledby="about-title">
            <h2 id="about-title">About this run</h2>
            <dl>
            {string.Concat(page.Facts.Rows.Append(("outputs", page.OriginText)).Select(row => $"<dt>{row.Item1}</dt><dd>{Markup.Encode(row.Item2)}</dd>\n"))}</dl>
            </section>

            """;

    private static string Contents(PageContent content)
    {
        PageHeading[] sections = [.. content.Headings.Where(heading => heading.Level == 2)];
        if (sections.Length < 2)
            return "";
        var list = new StringBuilder();
        foreach (PageHeading heading in sections)
            list.Append($"<li><a href=\"#{heading.Id}\">{heading.Html}</a></li>\n");
        return $"<nav class=\"contents\" aria-label=\"Contents\"><details><summary>Contents</summary>\n<ol>\n{list}</ol>\n</details></nav>\n";
    }

    private static bool IsCSharp(NotebookFile notebook)
    {
        try
        {
            notebook.RequireCSharp();
            return true;
        }
        catch (NotebookFormatException)
        {
            return false;
        }
    }
}
