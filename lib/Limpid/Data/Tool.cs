using System.ComponentModel;
using System.Diagnostics;

namespace Limpid.Data;

/// <summary>Runs a program of the system.</summary>
internal static class Tool
{
    /// <summary>Runs to the end and returns standard output.</summary>
    /// <exception cref="IOException">The program is missing or fails; the message holds the last line it wrote to standard error.</exception>
    public static async Task<string> RunAsync(string program, string[] arguments, string folder, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true,
        };
        start.Environment["LC_ALL"] = "C";
        using Process process = Start(start);
        process.StandardInput.Close();
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync(cancel);
            string error = await process.StandardError.ReadToEndAsync(cancel).ConfigureAwait(false);
            await process.WaitForExitAsync(cancel).ConfigureAwait(false);
            if (process.ExitCode != 0)
                throw new IOException($"{program} says: {error.TrimEnd().Split('\n')[^1]}");
            return await output.ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new IOException($"{start.FileName} isn't on this system", e);
        }
    }
}
