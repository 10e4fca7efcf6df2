using System.Diagnostics;
using System.Globalization;

namespace Limpid.Benchmarks;

/// <summary>A contestant in a process of its own, with its thread pools set before libtorch loads.</summary>
internal sealed class Server : IDisposable
{
    private readonly Process process;

    private Server(string file, IEnumerable<string> arguments, int threads)
    {
        var start = new ProcessStartInfo(file, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var name in new[] { "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "LIMPID_THREADS" })
            start.Environment[name] = threads.ToString(CultureInfo.InvariantCulture);
        process = Process.Start(start) ?? throw new InvalidOperationException($"{file} did not start.");
    }

    public static Server Ours(int threads) => new("dotnet", [typeof(Server).Assembly.Location, "serve"], threads);

    public static Server Python(int threads) => new("/usr/bin/python3", [Path.Combine(AppContext.BaseDirectory, "peer.py")], threads);

    /// <summary>The same calls from C++; null where it was not built, which is with the genuine packages.</summary>
    public static Server? Baseline(int threads)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "baseline");
        return File.Exists(program) ? new(program, [], threads) : null;
    }

    /// <summary>Runs a workload; seconds per repetition and the check value.</summary>
    public (double Seconds, double Check) Run(string workload, int count)
    {
        process.StandardInput.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{workload} {count}"));
        process.StandardInput.Flush();
        var answer = process.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"A contestant died in '{workload}'.");
        var words = answer.Split(' ');
        return (double.Parse(words[0], CultureInfo.InvariantCulture) / count, double.Parse(words[1], CultureInfo.InvariantCulture));
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        if (!process.WaitForExit(5000))
            process.Kill();
        process.Dispose();
    }
}
