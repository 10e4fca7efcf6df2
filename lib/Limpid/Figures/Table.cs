using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using Limpid.Display;

namespace Limpid.Figures;

/// <summary>A small table with its finding in one sentence.</summary>
/// <remarks>Never changes. Shows itself as HTML, every cell encoded, and as text in columns.</remarks>
[TypeFormatterSource(typeof(TableFormatters), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed class Table
{
    internal Table(ImmutableArray<string> header, ImmutableArray<ImmutableArray<string>> rows, ImmutableArray<bool> isNumeric, string caption) =>
        (Header, Rows, IsNumeric, Caption) = (header, rows, isNumeric, caption);

    /// <summary>The names of the columns, with their units.</summary>
    public ImmutableArray<string> Header { get; }

    /// <summary>The cells of each row, as they are shown; numbers with four significant digits.</summary>
    public ImmutableArray<ImmutableArray<string>> Rows { get; }

    /// <summary>The finding, in one sentence.</summary>
    public string Caption { get; }

    private ImmutableArray<bool> IsNumeric { get; }

    /// <summary>The table as text in columns, the caption below.</summary>
    public override string ToString()
    {
        var widths = Header.Select((name, c) => Rows.Select(r => r[c].Length).Append(name.Length).Max()).ToArray();
        string Line(ImmutableArray<string> cells) =>
            string.Join("  ", cells.Select((cell, c) => IsNumeric[c] ? cell.PadLeft(widths[c]) : cell.PadRight(widths[c]))).TrimEnd();
        return string.Join('\n', Rows.Select(Line).Prepend(Line(Header)).Append(Caption));
    }

    internal static string TextOf(object? value) => value switch
    {
        null or double.NaN or float.NaN => "",
        double number => number.ToString("G4", CultureInfo.InvariantCulture),
        float number => number.ToString("G4", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    internal static bool IsNumber(object value) => value is double or float or decimal or int or long or short or byte;

    internal string ToHtml()
    {
        string Cells(ImmutableArray<string> cells, string tag) => string.Concat(cells.Select((cell, c) =>
            $"<{tag} style=\"text-align:{(IsNumeric[c] ? "right" : "left")};padding:2px 10px\">{WebUtility.HtmlEncode(cell)}</{tag}>"));
        var body = string.Concat(Rows.Select(r => $"<tr>{Cells(r, "td")}</tr>\n"));
        return $"<table>\n<caption style=\"caption-side:bottom;text-align:left\">{WebUtility.HtmlEncode(Caption)}</caption>\n"
            + $"<thead><tr>{Cells(Header, "th")}</tr></thead>\n<tbody>\n{body}</tbody>\n</table>";
    }
}
