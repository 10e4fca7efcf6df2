using System.Runtime.InteropServices;
using System.Text;

namespace Limpid.Notebooks.Workers;

/// <summary>
/// The process's own stdout and stderr, which native code prints to. The runner reads them; a mark written after each cell tells it that
/// everything before has arrived.
/// </summary>
internal static partial class NativeStreams
{
    public static string Mark(string token, int count) => $"\u001e{token}:{count}\n";

    public static void WriteMarks(string token, int count)
    {
        FlushNative();
        var mark = Encoding.UTF8.GetBytes(Mark(token, count));
        foreach (var open in (Func<Stream>[])[Console.OpenStandardOutput, Console.OpenStandardError])
        {
            using var stream = open();
            stream.Write(mark);
            stream.Flush();
        }
    }

    /// <summary>printf keeps text back when it does not write to a terminal.</summary>
    private static void FlushNative()
    {
        try { _ = OperatingSystem.IsWindows() ? FlushWindows(0) : FlushUnix(0); }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException) { }
    }

    [LibraryImport("libc", EntryPoint = "fflush")]
    private static partial int FlushUnix(nint all);

    [LibraryImport("ucrtbase", EntryPoint = "fflush")]
    private static partial int FlushWindows(nint all);
}
