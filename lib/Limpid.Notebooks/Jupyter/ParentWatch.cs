using System.Globalization;
using System.Runtime.InteropServices;
using Limpid.Notebooks.Workers;

namespace Limpid.Notebooks.Jupyter;

/// <summary>Ends the kernel when the server that started it is gone: nobody else would.</summary>
internal static partial class ParentWatch
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    /// <summary>Jupyter names itself in <c>JPY_PARENT_PID</c>; without that nothing is watched.</summary>
    public static void Start()
    {
        if (OperatingSystem.IsWindows() || Environment.GetEnvironmentVariable("JPY_PARENT_PID") != Parent().ToString(CultureInfo.InvariantCulture)) return;
        var parent = Parent();
        new Thread(() =>
        {
            while (Parent() == parent) Thread.Sleep(Interval);
            ProcessEnd.Now();
        }) { IsBackground = true, Name = "parent watch" }.Start();
    }

    [LibraryImport("libc", EntryPoint = "getppid")]
    private static partial int Parent();
}
