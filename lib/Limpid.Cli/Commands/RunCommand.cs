using System.CommandLine;
using Limpid.Cli.Progress;
using Limpid.Cli.Reproducing;
using Limpid.Notebooks;

namespace Limpid.Cli.Commands;

/// <summary><c>run</c>: one notebook.</summary>
internal static class RunCommand
{
    /// <summary>The command.</summary>
    /// <param name="context">What it works with.</param>
    public static Command Create(CommandContext context)
    {
        var notebook = new Argument<string>("NOTEBOOK") { Description = "A file, or a name as in notebooks/, with or without folder and ending." };
        var set = new Option<string[]>("--set") { Description = "Overrides a variable of the parameter cell; may be repeated.", HelpName = "name=value" };
        var output = new Option<string?>("--out") { Description = "Where the executed copy goes (default: below artifacts/notebooks).", HelpName = "FILE" };
        Option<TimeSpan?> timeout = NotebookOptions.Time("--timeout", "The longest it may take, as 90s, 15m or 2h (default: 1h).");
        Option<TimeSpan?> cellTimeout = NotebookOptions.Time("--cell-timeout", "The longest one cell may take (default: what the notebook may).");
        Option<int?> threads = NotebookOptions.Count("--threads", "Threads for libtorch and BLAS (default: the cores).");
        var command = new Command("run", "Runs one notebook.") { notebook, set, output, timeout, cellTimeout, threads };
        command.SetAction((parsed, cancellation) =>
        {
            NotebookEntry entry = new NotebookCatalog(context.Workplace).One(parsed.GetRequiredValue(notebook));
            TimeSpan limit = parsed.GetValue(timeout) ?? TimeSpan.FromHours(1);
            return RunAsync(context, entry, new RunRequest
            {
                NotebookPath = entry.Path,
                OutputPath = parsed.GetValue(output) is { } path ? Path.GetFullPath(path) : entry.Executed(context.Workplace),
                Parameters = NotebookOptions.Parameters(parsed.GetValue(set) ?? []),
                CellTimeout = parsed.GetValue(cellTimeout) ?? limit,
                NotebookTimeout = limit,
                Threads = parsed.GetValue(threads) ?? Environment.ProcessorCount,
            }, cancellation);
        });
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, NotebookEntry entry, RunRequest request, CancellationToken cancellation)
    {
        RunResult? result = null;
        await ProgressBoard.RunAsync(context, async board =>
        {
            IProgressItem item = board.Add(entry.Stem);
            result = await NotebookRunner.RunAsync(request, new DirectProgress<RunProgress>(step => Runner.Show(item, step)), cancellation);
            item.End($"{RunStatusNames.OfNotebook(result.Status)}, {result.Seconds:F1} s, {result.PeakMemoryBytes / 1e6:F0} MB");
        });
        if (result!.Status != RunStatus.NotRun)
            context.Out.WriteLine(request.OutputPath);
        if (result.Message is { } message)
            context.Error.WriteLine($"limpid: {message.ReplaceLineEndings(" ").TrimEnd('.')}.");
        return result.Succeeded ? ExitCode.Ok : result.Status == RunStatus.Interrupted ? ExitCode.Interrupted : ExitCode.Failed;
    }
}
