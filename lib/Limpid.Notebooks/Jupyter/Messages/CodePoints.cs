namespace Limpid.Notebooks.Jupyter.Messages;

/// <summary>Jupyter counts Unicode code points, .NET counts UTF-16 units: a letter outside the basic plane is one there and two here.</summary>
internal static class CodePoints
{
    /// <summary>The place in UTF-16 units of a place in code points; the nearest end if it lies outside the text.</summary>
    public static int ToUtf16(string text, int position)
    {
        var at = 0;
        for (var left = position; left > 0 && at < text.Length; left--) at += IsPair(text, at) ? 2 : 1;
        return at;
    }

    /// <summary>The place in code points of a place in UTF-16 units; the nearest end if it lies outside the text.</summary>
    public static int FromUtf16(string text, int position)
    {
        var count = 0;
        for (var at = 0; at < Math.Min(position, text.Length); at += IsPair(text, at) ? 2 : 1) count++;
        return count;
    }

    private static bool IsPair(string text, int at) => at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]);
}
