using System.Text;

namespace Limpid.Cli.Exporting.Rendering;

/// <summary>Text as HTML.</summary>
internal static class Markup
{
    /// <summary>A text that may stand between tags or in a quoted attribute; control characters that HTML refuses become U+FFFD.</summary>
    /// <param name="text">Any text.</param>
    public static string Encode(string text)
    {
        var html = new StringBuilder(text.Length + 16);
        foreach (char c in text)
            _ = c switch
            {
                '&' => html.Append("&amp;"),
                '<' => html.Append("&lt;"),
                '>' => html.Append("&gt;"),
                '"' => html.Append("&quot;"),
                '\'' => html.Append("&#39;"),
                '\t' or '\n' => html.Append(c),
                '\r' => html,
                < ' ' or '\x7f' => html.Append('\ufffd'),
                _ => html.Append(c),
            };
        return html.ToString();
    }

    /// <summary>JSON that may stand in a script element: no character of it can end the element or begin a comment.</summary>
    /// <param name="json">JSON; <c>&lt;</c> occurs in its strings only.</param>
    public static string InScript(string json) => json.Replace("<", "\\u003c", StringComparison.Ordinal);
}
