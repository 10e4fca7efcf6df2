using System.Diagnostics;
using Limpid.Notebooks.Running;

namespace Limpid.Notebooks;

/// <summary>
/// Runs notebooks headless. Each runs in a process of its own, so that whatever it does (a stack overflow, an abort in native code) ends that
/// process only. The executed copy is saved before the first cell and after every cell, in one step each time: it is valid at every moment,
/// and what it says of each cell is true.
/// </summary>
public static class NotebookRunner
{
    /// <summary>Runs a notebook.</summary>
    /// <param name="request">What to run.</param>
    /// <param name="progress">Hears when a cell begins or ends, or null.</param>
    /// <param name="cancellationToken">Stops the run: it ends within two seconds, saved, with status <see cref="RunStatus.Interrupted"/>.</param>
    /// <returns>
    /// How it ended. What a user can get wrong (no such notebook, another language, an unknown parameter, a folder that can't be written) is
    /// <see cref="RunStatus.NotRun"/> with a sentence, not an exception.
    /// </returns>
    /// <exception cref="ArgumentException">A path is blank, or a limit is not positive.</exception>
    public static async Task<RunResult> RunAsync(RunRequest request, IProgress<RunProgress>? progress, CancellationToken cancellationToken)
    {
        Check(request);
        var clock = Stopwatch.StartNew();
        RunResult result;
        try
        {
            var file = NotebookFile.Load(request.NotebookPath);
            result = await RunAsync(request, file, progress, clock, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is NotebookFormatException or ParameterException or IOException or UnauthorizedAccessException)
        {
            result = new RunResult(RunStatus.NotRun, clock.Elapsed.TotalSeconds, 0, e.Message, []);
        }
        progress?.Report(new RunProgress(request.NotebookPath, result.Cells.Count(cell => cell.Number is not null), result.Cells.Count,
            clock.Elapsed, null, null, result.Status));
        return result;
    }

    private static async Task<RunResult> RunAsync(
        RunRequest request, NotebookFile file, IProgress<RunProgress>? progress, Stopwatch clock, CancellationToken cancellationToken)
    {
        file.RequireCSharp();
        var (mode, seed) = ParameterCell.Apply(file, request.Parameters);
        var folder = Path.GetDirectoryName(Path.GetFullPath(request.NotebookPath))!;
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(request.OutputPath))!);
        var record = new RunRecord(file, request.OutputPath, new RunFacts
        {
            Mode = mode,
            Seed = seed,
            Started = DateTimeOffset.UtcNow,
            Threads = request.Threads ?? Environment.ProcessorCount,
            Processor = Processor.Name,
            Status = RunStatusNames.OfNotebook(RunStatus.NotRun),
        });
        record.Save(RunStatus.NotRun, 0, 0, next: null);

        var worker = WorkerProcess.Start(folder, request.Threads);
        await using var _ = worker.ConfigureAwait(false);
        var run = new NotebookRun(request, record, worker, clock, cancellationToken);
        var (status, message) = (RunStatus.Failed, (string?)null);
        try
        {
            await run.RunAsync(progress).ConfigureAwait(false);
            (status, message) = run.State;
            record.Save(status, clock.Elapsed.TotalSeconds, run.PeakMemory, next: null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            (status, message) = (RunStatus.Failed, $"{request.OutputPath} could not be saved ({e.Message}); it holds what was saved before");
        }
        return new RunResult(status, clock.Elapsed.TotalSeconds, run.PeakMemory, message, record.Runs);
    }

    private static void Check(RunRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentException.ThrowIfNullOrWhiteSpace(request.NotebookPath);
        ArgumentException.ThrowIfNullOrWhiteSpace(request.OutputPath);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(request.CellTimeout, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(request.NotebookTimeout, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(request.TextLimit);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(request.DisplayLimit);
        if (request.Threads is { } threads) ArgumentOutOfRangeException.ThrowIfNegativeOrZero(threads);
    }
}
