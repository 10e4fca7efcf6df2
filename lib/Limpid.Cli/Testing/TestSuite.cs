using System.Diagnostics;

namespace Limpid.Cli.Testing;

/// <summary>One test program of <c>tests/</c>.</summary>
/// <param name="Name">Name of its project.</param>
/// <param name="Program">The built program.</param>
internal sealed record TestSuite(string Name, string Program)
{
    /// <summary>A suite that says nothing for so long hangs.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(10);

    /// <summary>The suites of a checkout: every project whose name ends in <c>Tests</c>.</summary>
    /// <param name="workplace">The checkout.</param>
    /// <exception cref="UserErrorException">One is not built.</exception>
    public static IReadOnlyList<TestSuite> All(Workplace workplace)
    {
        string folder = Path.Combine(workplace.Root, "tests");
        TestSuite[] suites = [.. Directory.EnumerateDirectories(folder).Select(path => Path.GetFileName(path))
            .Where(name => name.EndsWith("Tests", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(name => new TestSuite(name, workplace.Program(name)))];
        return suites.FirstOrDefault(suite => !File.Exists(suite.Program)) is { } missing
            ? throw new UserErrorException($"{missing.Program} is not built; build it with: dotnet build Limpid.slnx -c Release")
            : suites;
    }

    /// <summary>Runs the suite.</summary>
    /// <param name="changed">Called after each message.</param>
    /// <param name="cancellation">Ends the suite.</param>
    /// <exception cref="OperationCanceledException">It was asked to end.</exception>
    public async Task<SuiteResult> RunAsync(Action<SuiteLog> changed, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(Dotnet.Path)
        {
            ArgumentList = { Program, "-automated", "async", "-noColor", "-noAutoReporters" },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = Path.GetDirectoryName(Program)!,
        };
        var clock = Stopwatch.StartNew();
        var log = new SuiteLog();
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        silence.CancelAfter(Silence);
        using var process = new Process { StartInfo = start };
        DataReceivedEventHandler read = (_, line) =>
        {
            if (line.Data is null)
                return;
            silence.CancelAfter(Silence);
            lock (log)
            {
                log.Read(line.Data);
                changed(log);
            }
        };
        process.OutputDataReceived += read;
        process.ErrorDataReceived += read;
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await process.WaitForExitAsync(silence.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellation.ThrowIfCancellationRequested();
        }
        lock (log)
            return log.Result(Name, silence.IsCancellationRequested ? null : process.ExitCode, clock.Elapsed.TotalSeconds);
    }
}
