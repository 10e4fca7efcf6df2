namespace Limpid.Cli.Publishing;

/// <summary>A generated part of a file, between <c>&lt;!-- NAME:begin --&gt;</c> and <c>&lt;!-- NAME:end --&gt;</c>.</summary>
internal static class MarkedSection
{
    /// <summary>The text with the part replaced.</summary>
    /// <param name="text">The whole file.</param>
    /// <param name="name">Name of the part.</param>
    /// <param name="content">What shall stand between the markers.</param>
    /// <param name="file">The file's name, for the error.</param>
    /// <exception cref="UserErrorException">The markers are not both there, in order, once.</exception>
    public static string Replace(string text, string name, string content, string file)
    {
        string begin = $"<!-- {name}:begin -->", end = $"<!-- {name}:end -->";
        int from = text.IndexOf(begin, StringComparison.Ordinal), to = text.IndexOf(end, StringComparison.Ordinal);
        if (from < 0 || to < from || text.LastIndexOf(begin, StringComparison.Ordinal) != from || text.LastIndexOf(end, StringComparison.Ordinal) != to)
            throw new UserErrorException($"{file} needs the lines '{begin}' and '{end}', once each and in this order; the table goes between them.");
        return $"{text[..(from + begin.Length)]}\n{content.TrimEnd()}\n{text[to..]}";
    }
}
