using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Limpid.Cli.Exporting.Rendering;

/// <summary>What a terminal would show, as HTML: colours and bold as classes, overwritten lines as they ended, other control sequences dropped.</summary>
internal static partial class AnsiText
{
    /// <summary>Classes of the eight colours are <c>ansi-0</c> to <c>ansi-7</c>, of bold text <c>ansi-bold</c>.</summary>
    /// <param name="text">Text with escape sequences.</param>
    public static string ToHtml(string text)
    {
        var html = new StringBuilder(text.Length + 32);
        int? colour = null;
        bool bold = false;
        int from = 0;
        text = string.Join('\n', text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n').Select(Overwritten));
        foreach (Match sequence in Sequence().Matches(text))
        {
            Append(html, text[from..sequence.Index], colour, bold);
            from = sequence.Index + sequence.Length;
            if (sequence.Groups["codes"].Success)
                (colour, bold) = Apply(sequence.Groups["codes"].Value, colour, bold);
        }
        Append(html, text[from..], colour, bold);
        return html.ToString();
    }

    // A carriage return goes back to the beginning of the line: progress is written over itself.
    private static string Overwritten(string line)
    {
        string shown = line.TrimEnd('\r');
        return shown[(shown.LastIndexOf('\r') + 1)..];
    }

    private static (int? Colour, bool Bold) Apply(string codes, int? colour, bool bold)
    {
        foreach (string part in codes.Split(';'))
            switch (part.Length == 0 ? 0 : int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int code) ? code : -1)
            {
                case 0: (colour, bold) = (null, false); break;
                case 1: bold = true; break;
                case 22: bold = false; break;
                case 39: colour = null; break;
                case var dark and >= 30 and <= 37: colour = dark - 30; break;
                case var bright and >= 90 and <= 97: colour = bright - 90; break;
                // One of 256 colours or a shade: its numbers follow and mean nothing else.
                case 38 or 48: return (colour, bold);
            }
        return (colour, bold);
    }

    private static void Append(StringBuilder html, string text, int? colour, bool bold)
    {
        if (text.Length == 0)
            return;
        string classes = string.Join(' ', new[] { colour is { } index ? FormattableString.Invariant($"ansi-{index}") : null, bold ? "ansi-bold" : null }.OfType<string>());
        html.Append(classes.Length == 0 ? Markup.Encode(text) : $"<span class=\"{classes}\">{Markup.Encode(text)}</span>");
    }

    // Colours; other control sequences; titles and links; two-character escapes.
    [GeneratedRegex(@"\e\[(?<codes>[0-9;]*)m|\e\[[0-?]*[ -/]*[@-~]|\e\][^\a\e]*(\a|\e\\)|\e[@-Z\\-_]")]
    private static partial Regex Sequence();
}
