using System.Diagnostics;

namespace Limpid.Benchmarks;

/// <summary>How long someone waits who sits in front of the kernel.</summary>
/// <param name="Starts">Seconds from starting the process to the first output of a cell: five starts.</param>
/// <param name="Cells">Seconds from sending a small cell to the kernel's being idle again: a hundred cells.</param>
internal sealed record KernelSpeed(double[] Starts, double[] Cells)
{
    public const double AskedStart = 1.5;
    public const double AskedCell = 0.030;

    private const int StartCount = 5;
    private const int CellCount = 100;

    public static KernelSpeed Measure(string host)
    {
        var folder = Directory.CreateTempSubdirectory("limpid-bench-");
        try
        {
            // The first start reads the files from the disk; it is not one of the five.
            var starts = Enumerable.Range(0, StartCount + 1).Select(_ => Start(host, folder.FullName)).Skip(1).ToArray();
            return new KernelSpeed(starts, Cell(host, folder.FullName));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static double Start(string host, string folder)
    {
        var (clock, seconds) = (Stopwatch.StartNew(), 0.0);
        using var kernel = new KernelClient(host, folder);
        kernel.Run("Console.WriteLine(\"ready\");", type => seconds = type == "stream" ? clock.Elapsed.TotalSeconds : seconds);
        return seconds;
    }

    private static double[] Cell(string host, string folder)
    {
        using var kernel = new KernelClient(host, folder);
        kernel.Run("var numbers = Enumerable.Range(0, 100).ToArray();");
        return Enumerable.Range(0, CellCount).Select(i =>
        {
            var clock = Stopwatch.StartNew();
            kernel.Run($"var sum{i} = numbers.Sum() + {i}; sum{i}");
            return clock.Elapsed.TotalSeconds;
        }).ToArray();
    }
}
