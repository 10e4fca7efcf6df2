using System.Diagnostics;
using System.Globalization;

namespace Limpid.Benchmarks;

/// <summary>From the command `limpid run` to the first output of a notebook: median of five.</summary>
internal static class HostStart
{
    public const double AskedSeconds = 3;

    private const string Notebook = """
        {
         "cells": [{"cell_type": "code", "execution_count": null, "id": "one", "metadata": {}, "outputs": [],
           "source": ["Console.WriteLine(Environment.GetEnvironmentVariable(\"PATH\")!.Length > 0 ? \"ready\" : \"\");"]}],
         "metadata": {"kernelspec": {"display_name": ".NET (C#)", "language": "C#", "name": ".net-csharp"}},
         "nbformat": 4, "nbformat_minor": 5
        }
        """;

    /// <summary>Seconds of five runs of a one-cell notebook, from starting the process to its end: an upper bound for the first output.</summary>
    public static double[] Measure(string cli)
    {
        var folder = Directory.CreateTempSubdirectory("limpid-bench-");
        try
        {
            var notebook = Path.Combine(folder.FullName, "start.ipynb");
            File.WriteAllText(notebook, Notebook);
            return Enumerable.Range(0, 6).Select(_ => Once(cli, notebook)).Skip(1).ToArray();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static double Once(string cli, string notebook)
    {
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo("dotnet", [cli, "run", notebook, "--out", notebook + ".out"])
        {
            RedirectStandardOutput = true,
        })!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"'limpid run' ended with {process.ExitCode.ToString(CultureInfo.InvariantCulture)}.");
        return clock.Elapsed.TotalSeconds;
    }
}
