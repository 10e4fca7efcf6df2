using System.Diagnostics;
using Limpid.Cli.Diagnosis;

namespace Limpid.Cli.Publishing;

/// <summary>
/// Makes pictures of charts about four times smaller: charts need no more than 256 colours, a large one no more than 64, and a crowded one, such
/// as a graph with a thousand edges, no more than 16. With pngquant, where it is installed.
/// </summary>
internal static class PngPalette
{
    // Pictures that are larger with 256 colours get 64. With 16 a rare colour, such as the grey of published values among bands, becomes another.
    private const int Large = 40_000, Crowded = 100_000;

    /// <summary>The program, or null.</summary>
    public static string? Program => Tools.Find("pngquant");

    /// <summary>The pictures with a palette; as they are where there is no pngquant.</summary>
    /// <param name="pictures">PNG files.</param>
    /// <param name="cancellation">Ends the program.</param>
    /// <exception cref="UserErrorException">The program failed.</exception>
    public static async Task<IReadOnlyList<byte[]>> ReduceAsync(IReadOnlyList<byte[]> pictures, CancellationToken cancellation)
    {
        if (Program is not { } program)
            return pictures;
        var reduced = new List<byte[]>();
        foreach (byte[] picture in pictures)
        {
            byte[] smaller = await ReduceAsync(program, picture, ["256"], cancellation);
            foreach (var (colours, most) in new[] { ("64", Large), ("16", Crowded) })
                if (smaller.Length > most)
                    smaller = await ReduceAsync(program, picture, ["--nofs", colours], cancellation);
            reduced.Add(smaller);
        }
        return reduced;
    }

    private static async Task<byte[]> ReduceAsync(string program, byte[] picture, string[] colours, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(program, ["--speed", "1", "--strip", .. colours, "-"]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        // More threads add up in another order, and the picture shall depend on nothing but the chart.
        start.Environment["OMP_NUM_THREADS"] = "1";
        using Process process = Process.Start(start)!;
        try
        {
            using var smaller = new MemoryStream();
            Task<string> errors = process.StandardError.ReadToEndAsync(cancellation);
            Task reading = process.StandardOutput.BaseStream.CopyToAsync(smaller, cancellation);
            await process.StandardInput.BaseStream.WriteAsync(picture, cancellation);
            process.StandardInput.Close();
            await reading;
            await process.WaitForExitAsync(cancellation);
            return process.ExitCode == 0 ? smaller.ToArray() : throw new UserErrorException($"pngquant ended with exit code {process.ExitCode}: {(await errors).Trim()}");
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();
        }
    }
}
