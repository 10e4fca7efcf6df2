using System.Globalization;

namespace Limpid.Display;

/// <summary>Numbers the figures of a session and hands out the chart library with the first one.</summary>
internal static class FigureSession
{
    private static readonly Lock gate = new();
    private static int count;
    private static bool libraryShown;

    /// <summary>Starts the numbers again; the next figure carries the chart library.</summary>
    public static void Restart()
    {
        lock (gate)
        {
            count = 0;
            libraryShown = false;
        }
    }

    /// <summary>The next element id, and the chart library's element: empty after the first time, null when there is none.</summary>
    public static (string Id, string? Library) Next(string folder)
    {
        lock (gate)
        {
            count++;
            var id = "limpid-figure-" + count.ToString(CultureInfo.InvariantCulture);
            if (libraryShown)
                return (id, "");
            var library = PlotlyScript.Read(folder);
            libraryShown = library is not null;
            return (id, library);
        }
    }
}
