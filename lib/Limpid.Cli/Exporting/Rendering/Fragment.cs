using System.Text.Json.Nodes;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html;
using AngleSharp.Html.Dom;
using Limpid.Cli.Publishing;
using Limpid.Reproduction;

namespace Limpid.Cli.Exporting.Rendering;

/// <summary>Turns HTML of a notebook into a harmless part of its page: links lead to pages, pictures to files, wide tables scroll, headings have names.</summary>
/// <param name="links">Where links lead.</param>
/// <param name="content">What the page gathers.</param>
internal sealed class Fragment(SiteLinks links, PageContent content)
{
    private static readonly Dictionary<string, string> VerdictClasses = Enum.GetValues<Verdict>().ToDictionary(verdict => verdict.Text(), ClaimMarkup.ClassOf);

    /// <summary>Text of a cell.</summary>
    /// <param name="markdown">Markdown.</param>
    /// <param name="attachments">The pictures that the cell carries, if any.</param>
    public string OfMarkdown(string markdown, JsonObject? attachments = null) => Finish(HtmlCleaner.Clean(MarkdownMarkup.ToHtml(markdown)), outline: true, attachments);

    /// <summary>HTML that a cell has put out; its headings are no part of the page's outline.</summary>
    /// <param name="html">HTML.</param>
    public string OfOutput(string html) => Finish(HtmlCleaner.Clean(html), outline: false, null);

    /// <summary>The content of the first paragraph of a text, or nothing.</summary>
    /// <param name="markdown">Markdown.</param>
    public string FirstParagraph(string markdown)
    {
        IHtmlElement body = HtmlCleaner.Clean(MarkdownMarkup.ToHtml(markdown)).Body!;
        foreach (IHtmlAnchorElement link in body.QuerySelectorAll<IHtmlAnchorElement>("a").Where(link => !SiteLinks.IsRemote(link.GetAttribute("href") ?? "")))
            link.RemoveAttribute("href");
        foreach (IElement picture in body.QuerySelectorAll("img").ToArray())
            picture.Remove();
        return body.QuerySelector("p") is { } paragraph ? Html(paragraph) : "";
    }

    private string Finish(IHtmlDocument document, bool outline, JsonObject? attachments)
    {
        IHtmlElement body = document.Body!;
        foreach (IHtmlAnchorElement link in body.QuerySelectorAll<IHtmlAnchorElement>("a").ToArray())
            Link(link);
        foreach (IHtmlImageElement picture in body.QuerySelectorAll<IHtmlImageElement>("img").ToArray())
            Picture(picture, document, attachments);
        foreach (IElement table in body.QuerySelectorAll("table").Where(table => table.ParentElement?.Closest("table") is null).ToArray())
            Scroll(table, document);
        foreach (IElement cell in body.QuerySelectorAll("td, b"))
            if (!outline && VerdictClasses.TryGetValue(cell.TextContent, out string? verdict))
                cell.ClassName = verdict;
        if (outline)
            foreach (IElement heading in body.QuerySelectorAll("h1, h2, h3, h4, h5, h6").ToArray())
                Heading(heading, document);
        return Html(body);
    }

    private void Link(IHtmlAnchorElement link)
    {
        if (link.GetAttribute("href") is not { } address)
            return;
        if (links.Resolve(address) is not { } target)
            link.RemoveAttribute("href");
        else
            link.SetAttribute("href", target);
    }

    // A picture of another host would be a request to it; a link is none until someone follows it.
    private void Picture(IHtmlImageElement picture, IHtmlDocument document, JsonObject? attachments)
    {
        string address = picture.GetAttribute("src") ?? "", alternative = picture.GetAttribute("alt") ?? "";
        if (PictureFile.IsData(address))
            return;
        if (Found(address, attachments) is { } found)
        {
            picture.SetAttribute("src", content.Keep(found));
            return;
        }
        IElement instead = document.CreateElement(SiteLinks.IsRemote(address) ? "a" : "span");
        instead.TextContent = alternative.Length > 0 ? alternative : "picture";
        if (SiteLinks.IsRemote(address))
            instead.SetAttribute("href", address);
        picture.Replace(instead);
    }

    private PictureFile? Found(string address, JsonObject? attachments)
    {
        if (!address.StartsWith(HtmlCleaner.Attachment, StringComparison.Ordinal))
            return links.LocalFile(address) is { } file ? PictureFile.Of(File.ReadAllBytes(file)) : null;
        var bundle = attachments?[Uri.UnescapeDataString(address[HtmlCleaner.Attachment.Length..])] as JsonObject;
        return bundle?.Select(form => PictureFile.Read(FigureOutput.Text(form.Value))).FirstOrDefault(picture => picture is not null);
    }

    private static void Scroll(IElement table, IHtmlDocument document)
    {
        IElement box = document.CreateElement("div");
        box.ClassName = "scroll";
        table.Replace(box);
        box.AppendChild(table);
    }

    private void Heading(IElement heading, IHtmlDocument document)
    {
        string id = content.Id(SiteLinks.Slug(heading.TextContent));
        var entry = (IElement)heading.Clone();
        foreach (IElement link in entry.QuerySelectorAll("a").ToArray())
            link.Replace([.. link.ChildNodes]);
        content.Keep(new PageHeading(id, heading.LocalName[1] - '0', Html(entry)));
        heading.Id = id;
        IElement anchor = document.CreateElement("a");
        anchor.ClassName = "anchor";
        anchor.SetAttribute("href", "#" + id);
        anchor.SetAttribute("aria-label", "Link to this section");
        anchor.TextContent = "#";
        heading.AppendChild(anchor);
    }

    private static string Html(IElement element) => element.ChildNodes.ToHtml(HtmlMarkupFormatter.Instance);
}
