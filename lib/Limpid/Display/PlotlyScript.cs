namespace Limpid.Display;

/// <summary>The chart library that the set-up puts beside the assembly.</summary>
internal static class PlotlyScript
{
    public const string FileName = "plotly.min.js";

    public const string Missing =
        "The chart can't be drawn: plotly.min.js is not beside Limpid.dll; ./limpid doctor says how to get it. The finding stands below.";

    public const string NotInPage = "The chart library is not in this page: run the notebook from its first cell.";

    /// <summary>The script element, or null when the file is missing.</summary>
    public static string? Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
            return null;
        // The text must not end its own element; in a JavaScript string or pattern the two spellings mean the same.
        var text = File.ReadAllText(path).Replace("</script", "<\\/script", StringComparison.OrdinalIgnoreCase);
        // The library announces itself to a module loader that it finds in the page; here it must become window.Plotly.
        return $"<script>(function (module, exports, define) {{\n{text}\n}}).call(window);</script>\n";
    }

    public static string Folder => Path.GetDirectoryName(typeof(PlotlyScript).Assembly.Location) is { Length: > 0 } folder
        ? folder
        : AppContext.BaseDirectory;
}
