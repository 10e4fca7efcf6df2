using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Limpid.Notebooks.Language.Documentation;

/// <summary>XML documentation as text.</summary>
internal static partial class DocumentationText
{
    /// <summary>The paragraphs and lists of an entry, in the order a reader wants them.</summary>
    public static IEnumerable<string> Blocks(DocumentationEntry entry, DocumentationStyle style, bool isWhole)
    {
        if (entry.Summary is { } summary) yield return Inline(summary, style);
        yield return List("Type parameters", entry.All("typeparam"), "name", style);
        yield return List("Parameters", entry.All("param"), "name", style);
        foreach (var returns in entry.All("returns").Take(1)) yield return style.Heading("Returns") + Inline(returns, style);
        yield return List("Exceptions", entry.All("exception"), "cref", style);
        if (!isWhole) yield break;
        foreach (var remarks in entry.All("remarks")) yield return style.Heading("Remarks") + Inline(remarks, style);
        foreach (var example in entry.All("example")) yield return style.Heading("Example") + Inline(example, style);
    }

    private static string List(string heading, IEnumerable<XElement> elements, string attribute, DocumentationStyle style)
    {
        var entries = elements.Select(e => style.Entry(Simple((string?)e.Attribute(attribute) ?? ""), Inline(e, style))).ToList();
        return entries.Count == 0 ? "" : style.Heading(heading) + string.Join('\n', entries);
    }

    private static string Inline(XElement element, DocumentationStyle style)
    {
        var text = new StringBuilder();
        foreach (var node in element.Nodes()) Append(text, node, style);
        return Breaks().Replace(Edges().Replace(text.ToString(), "\n"), "\n\n").Trim();
    }

    private static void Append(StringBuilder text, XNode node, DocumentationStyle style)
    {
        if (node is XText words) text.Append(style.Text(Spaces().Replace(EmptyLine().Replace(words.Value, "\u2029"), " ")).Replace("\u2029", "\n\n", StringComparison.Ordinal));
        if (node is not XElement element) return;
        switch (element.Name.LocalName)
        {
            case "c" or "tt": text.Append(style.Code(element.Value.Trim())); break;
            case "code": text.Append("\n\n").Append(style.CodeBlock(Unindent(element.Value))).Append("\n\n"); break;
            case "see" or "seealso" or "paramref" or "typeparamref": text.Append(Reference(element, style)); break;
            case "para": text.Append("\n\n").Append(Inline(element, style)).Append("\n\n"); break;
            case "br": text.Append('\n'); break;
            case "list": text.Append("\n\n").AppendJoin('\n', element.Elements("item").Select(item => Item(item, style))).Append("\n\n"); break;
            case "sup": text.Append(style.Text("^" + Grouped(element.Value))); break;
            case "sub": text.Append(style.Text("_" + Grouped(element.Value))); break;
            default: text.Append(Inline(element, style)); break;
        }
    }

    private static string Item(XElement item, DocumentationStyle style) =>
        item.Element("description") is { } description
            ? style.Entry(item.Element("term")?.Value.Trim() ?? "", Inline(description, style))
            : style.Entry("", Inline(item, style));

    private static string Reference(XElement element, DocumentationStyle style)
    {
        if (!string.IsNullOrWhiteSpace(element.Value)) return style.Text(element.Value.Trim());
        var target = (string?)element.Attribute("cref") ?? (string?)element.Attribute("name") ?? (string?)element.Attribute("langword");
        return target is null ? style.Text((string?)element.Attribute("href") ?? "") : style.Code(Simple(target));
    }

    /// <summary>The last name of a reference such as <c>M:System.Collections.Generic.List`1.Add(`0)</c>: List.Add.</summary>
    private static string Simple(string reference)
    {
        if (reference.Length < 2 || reference[1] != ':') return reference;
        var (kind, path) = (reference[0], reference[2..].Split('(')[0]);
        var parts = Arity().Replace(path, "").Split('.');
        if (parts is [.., var type, "#ctor"]) return type;
        return kind is 'T' or 'N' || parts.Length < 2 ? parts[^1] : $"{parts[^2]}.{parts[^1]}";
    }

    private static string Grouped(string text) => text.Trim() is { Length: > 1 } longer ? $"({longer})" : text.Trim();

    private static string Unindent(string code)
    {
        var lines = code.ReplaceLineEndings("\n").Trim('\n').TrimEnd().Split('\n');
        var depth = lines.Where(line => line.Trim().Length > 0).Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty(0).Min();
        return string.Join('\n', lines.Select(line => line.Length >= depth ? line[depth..] : ""));
    }

    [GeneratedRegex(@"\n\s*\n\s*")]
    private static partial Regex EmptyLine();

    [GeneratedRegex(@"\s+(?<!\u2029)")]
    private static partial Regex Spaces();

    /// <summary>Blanks at the edges of lines outside of code, which keeps its own after the first.</summary>
    [GeneratedRegex(@"[ ]+\n|(?<=\n\n) (?=\S)")]
    private static partial Regex Edges();

    [GeneratedRegex(@"\n{3,}")]
    private static partial Regex Breaks();

    [GeneratedRegex(@"``?\d+")]
    private static partial Regex Arity();
}
