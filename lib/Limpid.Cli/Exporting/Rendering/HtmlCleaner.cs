using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Ganss.Xss;

namespace Limpid.Cli.Exporting.Rendering;

/// <summary>
/// Makes HTML of a notebook harmless: only listed elements, attributes, classes and addresses stay. Scripts, styles, forms, frames and ids go; of
/// inline styles the alignment stays, as a class.
/// </summary>
internal static class HtmlCleaner
{
    /// <summary>What the address of a picture that its cell carries begins with.</summary>
    public const string Attachment = "attachment:";

    /// <summary>Class of cells that hold numbers.</summary>
    public const string Number = "number";

    private static readonly string[] Tags =
    [
        "p", "br", "hr", "wbr", "h1", "h2", "h3", "h4", "h5", "h6", "div", "span", "section", "article", "header", "footer", "center", "font",
        "a", "em", "strong", "b", "i", "u", "s", "del", "ins", "sub", "sup", "small", "mark", "abbr", "cite", "q", "time",
        "code", "pre", "kbd", "samp", "var", "blockquote", "ul", "ol", "li", "dl", "dt", "dd", "figure", "figcaption", "details", "summary",
        "table", "caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "th", "td", "img",
    ];

    private static readonly string[] Attributes = ["href", "src", "alt", "title", "class", "colspan", "rowspan", "span", "scope", "open", "start", "width", "height", "lang", "dir"];

    // .NET Interactive's trees of objects, and what is made here.
    private static readonly string[] Classes =
        ["dni-treeview", "dni-code-hint", "dni-plaintext", "dataframe", MathRenderer.Class, MathRenderer.Display, Number, .. CodeWord.All];

    // Safe to use from several threads once it is set up.
    private static readonly HtmlSanitizer Sanitizer = Create();

    /// <summary>The harmless part of a piece of HTML.</summary>
    /// <param name="html">HTML from a notebook.</param>
    /// <returns>A document whose body holds it.</returns>
    public static IHtmlDocument Clean(string html) => Sanitizer.SanitizeDom(html);

    private static HtmlSanitizer Create()
    {
        var sanitizer = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>(Tags, StringComparer.OrdinalIgnoreCase),
            AllowedAttributes = new HashSet<string>(Attributes, StringComparer.OrdinalIgnoreCase),
            AllowedClasses = new HashSet<string>(Classes, StringComparer.Ordinal),
            AllowedSchemes = new HashSet<string>(["http", "https", "mailto"], StringComparer.OrdinalIgnoreCase),
            UriAttributes = new HashSet<string>(["href", "src"], StringComparer.OrdinalIgnoreCase),
        });
        // Pictures inside the document are data, and these kinds run nothing.
        sanitizer.FilterUrl += (_, e) =>
        {
            if (e.Tag is IHtmlImageElement && (PictureFile.IsData(e.OriginalUrl) || e.OriginalUrl.StartsWith(Attachment, StringComparison.Ordinal)))
                e.SanitizedUrl = e.OriginalUrl;
        };
        sanitizer.RemovingAttribute += (_, e) =>
        {
            if (e.Attribute.Name == "style" && e.Tag is IHtmlTableCellElement && e.Attribute.Value.Replace(" ", "", StringComparison.Ordinal).Contains("text-align:right", StringComparison.OrdinalIgnoreCase))
                e.Tag.ClassList.Add(Number);
        };
        return sanitizer;
    }
}
