using System.Diagnostics;

namespace Limpid.Notebooks.Workers;

/// <summary>Ends a process that runs cells.</summary>
internal static class ProcessEnd
{
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(1);

    /// <summary>Ends this process whatever its cells and native libraries are doing.</summary>
    public static void Now()
    {
        new Thread(() =>
        {
            Thread.Sleep(Farewell);
            Process.GetCurrentProcess().Kill();
        }) { IsBackground = true }.Start();
        Environment.Exit(0);
    }
}
