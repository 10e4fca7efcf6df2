namespace Limpid.Figures;

/// <summary>Text for Plotly, which reads a small set of HTML tags and entities in every label.</summary>
internal static class Label
{
    /// <summary>The text so that it shows as written.</summary>
    public static string Plain(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>The same, safe also where Plotly replaces <c>%{name}</c>.</summary>
    public static string InTemplate(string text) => Plain(text).Replace("%{", "%&#123;", StringComparison.Ordinal);

    /// <summary>The text over several lines of about <paramref name="width"/> characters, broken at spaces.</summary>
    public static string Wrapped(string text, int width) => string.Join("<br>", Lines(text, width).Select(Plain));

    public static IReadOnlyList<string> Lines(string text, int width)
    {
        var lines = new List<string>();
        foreach (var word in text.Split(' '))
        {
            if (lines.Count > 0 && lines[^1].Length + 1 + word.Length <= width)
                lines[^1] += " " + word;
            else
                lines.Add(word);
        }
        return lines;
    }
}
