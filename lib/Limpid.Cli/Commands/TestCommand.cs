using System.CommandLine;
using Limpid.Cli.Progress;
using Limpid.Cli.Testing;

namespace Limpid.Cli.Commands;

/// <summary><c>test</c>: runs every suite; the last line is <c>N passed, N failed</c>.</summary>
internal static class TestCommand
{
    /// <summary>The command.</summary>
    /// <param name="context">What it works with.</param>
    public static Command Create(CommandContext context)
    {
        var command = new Command("test", "Runs all tests; the last line is 'N passed, N failed'.");
        command.SetAction((_, cancellation) => RunAsync(context, TestSuite.All(context.Workplace), cancellation));
        return command;
    }

    /// <summary>Runs suites one after the other; each uses all cores.</summary>
    /// <param name="context">Where to print.</param>
    /// <param name="suites">The suites.</param>
    /// <param name="cancellation">Ctrl-C.</param>
    public static async Task<int> RunAsync(CommandContext context, IReadOnlyList<TestSuite> suites, CancellationToken cancellation)
    {
        var results = new List<SuiteResult>();
        await ProgressBoard.RunAsync(context, async board =>
        {
            IProgressItem[] items = [.. suites.Select(suite => board.Add(suite.Name))];
            foreach (var (suite, item) in suites.Zip(items))
            {
                SuiteResult result = await suite.RunAsync(log => item.Report(log.Fraction, log.Note), cancellation);
                item.End($"{result.Passed} passed, {result.Failures.Count} failed, {result.Seconds:F1} s");
                results.Add(result);
            }
        });
        return Print(context.Out, results);
    }

    /// <summary>Prints failures and the sums.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="results">What came out.</param>
    public static int Print(TextWriter output, IReadOnlyList<SuiteResult> results)
    {
        foreach (SuiteResult suite in results)
            foreach (TestFailure failure in suite.Failures)
            {
                output.WriteLine($"\nFAILED {suite.Name}: {failure.Name}");
                foreach (string line in $"{failure.Message}\n{failure.Trace}".TrimEnd().Split('\n'))
                    output.WriteLine($"    {line}");
            }
        int passed = results.Sum(suite => suite.Passed), failed = results.Sum(suite => suite.Failures.Count), skipped = results.Sum(suite => suite.Skipped);
        if (skipped > 0)
            output.WriteLine($"{skipped} skipped");
        output.WriteLine($"{passed} passed, {failed} failed");
        return failed == 0 && passed > 0 ? ExitCode.Ok : ExitCode.Failed;
    }
}
