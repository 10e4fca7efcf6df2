using System.Globalization;
using System.Net.Sockets;
using System.Runtime.ExceptionServices;
using Limpid.Notebooks.Jupyter.Messages;
using Limpid.Notebooks.Workers;

namespace Limpid.Notebooks.Jupyter;

/// <summary>The process that a front end starts: <c>kernel CONNECTION_FILE</c>.</summary>
internal static class KernelProgram
{
    /// <summary>Serves until the front end ends it.</summary>
    /// <returns>The exit code; what was wrong stands on stderr.</returns>
    public static int Run(string path)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        ParentWatch.Start();
        var native = NativeCapture.Start();
        try
        {
            using var kernel = new JupyterKernel(ConnectionFile.Load(path), Environment.CurrentDirectory, native);
            // A thread that a cell left behind and that fails must not take the variables of all cells with it.
            ExceptionHandling.SetUnhandledExceptionHandler(Report);
            kernel.Run();
        }
        catch (Exception e) when (e is ConnectionFileException or SocketException)
        {
            native.Log.WriteLine($"limpid: {e.Message.TrimEnd('.')}.");
            return 1;
        }
        ProcessEnd.Now();
        return 0;
    }

    private static bool Report(Exception exception)
    {
        Console.Error.WriteLine($"A thread started by a cell failed: {exception}");
        return true;
    }
}
