using System.Text;
using System.Text.RegularExpressions;

namespace Limpid.Notebooks.Scripting;

/// <summary>
/// A cell's text taken apart: directives (<c>#!…</c>), references (<c>#r</c>) and code. Directives are recognised at the start of a line,
/// as the genuine engine does.
/// </summary>
internal sealed partial class CellText
{
    private const string Known = "#!csharp, #!html, #!markdown and #!time";

    private CellText(IReadOnlyList<CellSegment> segments, bool isTimed)
    {
        Segments = segments;
        IsTimed = isTimed;
    }

    public IReadOnlyList<CellSegment> Segments { get; }

    public bool IsTimed { get; }

    /// <exception cref="CellException">A directive is unknown.</exception>
    public static CellText Parse(string text, CellLanguage language = CellLanguage.CSharp)
    {
        var segments = new List<CellSegment>();
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var (body, references, timed) = (new StringBuilder(), new List<CellReference>(), false);
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i];
            if (line.StartsWith("#!", StringComparison.Ordinal))
            {
                var next = Directive(line.Trim(), i + 1, ref timed);
                if (next is { } changed)
                {
                    Close();
                    language = changed;
                    body.Append('\n', language == CellLanguage.CSharp ? i : 0);
                }
                if (language == CellLanguage.CSharp) body.Append('\n');
                continue;
            }
            if (language == CellLanguage.CSharp && Reference().Match(line) is { Success: true } match)
            {
                references.Add(new CellReference(match.Groups[1].Value, i + 1));
                line = "";
            }
            body.Append(line).Append('\n');
        }
        Close();
        return new CellText(segments, timed);

        void Close()
        {
            var segment = new CellSegment(language, body.ToString(0, Math.Max(body.Length - 1, 0)), [.. references]);
            if (!segment.IsBlank) segments.Add(segment);
            body.Clear();
            references.Clear();
        }
    }

    private static CellLanguage? Directive(string directive, int line, ref bool timed)
    {
        if (directive == "#!time")
        {
            timed = true;
            return null;
        }
        return Language(directive)
            ?? throw new CellException("UnknownDirective", line, $"'{directive}' is not known here; this host knows {Known}");
    }

    /// <summary>The language of the lines after a directive; null if it does not change.</summary>
    public static CellLanguage? Language(string directive) => directive switch
    {
        "#!csharp" or "#!c#" or "#!C#" => CellLanguage.CSharp,
        "#!html" => CellLanguage.Html,
        "#!markdown" => CellLanguage.Markdown,
        _ => null,
    };

    [GeneratedRegex("""^\s*#r\s+"([^"]*)"\s*;?\s*(//.*)?$""")]
    public static partial Regex Reference();
}
