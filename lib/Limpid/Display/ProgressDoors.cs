namespace Limpid.Display;

/// <summary>Finds where progress shows.</summary>
internal static class ProgressDoors
{
    /// <summary>The cell that is running; otherwise standard error, in place if that is a terminal.</summary>
    public static IProgressDoor Here() =>
        NotebookProgress.Find() ?? (IProgressDoor)(IsTerminal ? new TerminalProgress(Console.Error, () => Console.WindowWidth) : new PlainProgress(Console.Error));

    private static bool IsTerminal => !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb";
}
