using System.Diagnostics;
using Limpid.Notebooks.Outputs;
using Limpid.Notebooks.Scripting;
using Limpid.Notebooks.Workers;

namespace Limpid.Notebooks.Running;

/// <summary>One run of one notebook: sends the cells to the worker, one after another, and keeps the record.</summary>
internal sealed class NotebookRun(RunRequest request, RunRecord record, WorkerProcess worker, Stopwatch clock, CancellationToken stop)
{
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan MarkLimit = TimeSpan.FromSeconds(1);

    private long _peakMemory;
    private int _count;

    /// <summary>The status so far and, when it is no success, why.</summary>
    public (RunStatus Status, string? Message) State { get; private set; } = (RunStatus.Ok, null);

    public long PeakMemory => Math.Max(_peakMemory, worker.PeakMemory);

    public async Task RunAsync(IProgress<RunProgress>? progress)
    {
        if (!await StartedAsync().ConfigureAwait(false)) return;
        for (var i = 0; i < record.Cells.Count && State.Status is RunStatus.Ok or RunStatus.FailedAsIntended; i++)
        {
            var cell = record.Cells[i];
            if (cell.Tags.Contains("skip-execution") || string.IsNullOrWhiteSpace(cell.Source)) continue;
            record.Save(RunStatus.Interrupted, clock.Elapsed.TotalSeconds, PeakMemory, next: i);
            Report(progress, running: _count + 1, last: null);
            var run = await ExecuteAsync(i, ++_count).ConfigureAwait(false);
            record.End(i, run);
            Conclude(run);
            Report(progress, running: null, last: record.Runs[i]);
        }
    }

    /// <summary>Waits until the worker can take a cell: its start is not the first cell's time.</summary>
    private async Task<bool> StartedAsync()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(StartLimit);
        try
        {
            var first = await worker.Events.ReadAsync(limit.Token).ConfigureAwait(false);
            while (first is WorkerEvent.NativeText) first = await worker.Events.ReadAsync(limit.Token).ConfigureAwait(false);
            if (first is WorkerEvent.Message { Content.Kind: "ready" }) return true;
            State = (RunStatus.Died, first is WorkerEvent.Exited exited ? ExitText.Describe(exited.Code) : "the worker did not start as expected");
        }
        catch (OperationCanceledException)
        {
            State = stop.IsCancellationRequested
                ? (RunStatus.Interrupted, "interrupted before the first cell")
                : (RunStatus.TimedOut, $"the worker did not start within {Seconds(StartLimit)}");
        }
        return false;
    }

    private void Conclude(CellRun run)
    {
        if (run.Status == RunStatus.FailedAsIntended) State = (RunStatus.FailedAsIntended, null);
        else if (run.Status != RunStatus.Ok) State = (run.Status, run.Message);
    }

    private async Task<CellRun> ExecuteAsync(int index, int count)
    {
        var cell = record.Cells[index];
        var outputs = record.Begin(index, count);
        var capped = new CappedSink(outputs, request.TextLimit, request.DisplayLimit);
        var watch = Stopwatch.StartNew();
        await worker.SendAsync(new WorkerMessage { Kind = "execute", Text = cell.Source, Name = LanguageOf(cell), Count = count }).ConfigureAwait(false);
        var (ended, status, message) = await WatchAsync(count, capped, watch).ConfigureAwait(false);
        capped.Finish();
        if (status is { } cut)
        {
            var error = new ErrorOutput(cut == RunStatus.Died ? "Died" : cut == RunStatus.TimedOut ? "TimedOut" : "Interrupted", message!, $"cell {count}", [$"cell {count}: {message}"]);
            outputs.Write(error);
            return new CellRun(0, count, null, cut, watch.Elapsed.TotalSeconds, $"cell {count}: {message}");
        }
        return Judge(cell, count, ended!);
    }

    private static CellRun Judge(NotebookCell cell, int count, WorkerMessage ended)
    {
        var mustFail = cell.Tags.Contains("raises-exception");
        var (status, message) = (ended.Outcome == CellOutcome.Ran, mustFail) switch
        {
            (true, false) => (RunStatus.Ok, null),
            (true, true) => (RunStatus.Failed, $"cell {count}: it is tagged raises-exception, but did not fail"),
            (false, true) => (RunStatus.FailedAsIntended, ended.Text),
            (false, false) => (RunStatus.Failed, ended.Text),
        };
        return new CellRun(0, count, null, status, ended.Seconds, message);
    }

    private static string LanguageOf(NotebookCell cell)
    {
        var name = (cell.Metadata["polyglot_notebook"]?["kernelName"] ?? cell.Metadata["dotnet_interactive"]?["language"])?.ToString();
        return (name?.ToLowerInvariant() switch { "html" => CellLanguage.Html, "markdown" => CellLanguage.Markdown, _ => CellLanguage.CSharp }).ToString();
    }

    /// <summary>Takes what the worker says until the cell has ended, a limit is reached, the run is stopped, or the worker is gone.</summary>
    private async Task<(WorkerMessage? Ended, RunStatus? Status, string? Message)> WatchAsync(int count, CappedSink outputs, Stopwatch watch)
    {
        var (marks, ended) = (0, (WorkerMessage?)null);
        (RunStatus Status, string Message)? cut = null;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var (remaining, ofNotebook) = Remaining();
        limit.CancelAfter(remaining);
        var waiting = limit;
        while (true)
        {
            WorkerEvent item;
            try { item = await worker.Events.ReadAsync(waiting.Token).ConfigureAwait(false); }
            catch (OperationCanceledException)
            {
                if (ended is not null && cut is null) return (ended, null, null); // The marks are late: native code may have closed the stream.
                if (cut is { } known)
                {
                    worker.Kill();
                    return (null, known.Status, known.Message);
                }
                cut = stop.IsCancellationRequested ? (RunStatus.Interrupted, "interrupted") : (RunStatus.TimedOut, Expired(watch, ofNotebook));
                await worker.SendAsync(new WorkerMessage { Kind = "interrupt" }).ConfigureAwait(false);
                waiting = new CancellationTokenSource(Grace);
                continue;
            }
            switch (item)
            {
                case WorkerEvent.Exited exited: return (null, cut?.Status ?? RunStatus.Died, cut?.Message ?? ExitText.Describe(exited.Code));
                case WorkerEvent.NativeText text: outputs.Write(new StreamOutput(text.Stream, text.Text)); break;
                case WorkerEvent.Mark mark when mark.Count == count: marks++; break;
                case WorkerEvent.Message { Content: { Kind: "done" } done } when done.Count == count:
                    _peakMemory = Math.Max(_peakMemory, done.PeakMemory);
                    record.Libraries = done.Libraries;
                    ended = done;
                    if (cut is null) waiting = new CancellationTokenSource(MarkLimit);
                    break;
                case WorkerEvent.Message { Content: var message }:
                    if (OutputMessages.FromMessage(message) is { } output) Take(output, outputs);
                    break;
            }
            if (ended is not null && marks == 2) return cut is { } c ? (null, c.Status, c.Message) : (ended, null, null);
        }
    }

    private void Take(CellOutput output, CappedSink outputs)
    {
        if (output is UpdateOutput update) record.Update(update);
        else outputs.Write(output);
    }

    /// <summary>How long the cell may take, and whether it is the notebook's limit that says so.</summary>
    private (TimeSpan Limit, bool OfNotebook) Remaining()
    {
        var left = request.NotebookTimeout - clock.Elapsed;
        if (left >= request.CellTimeout) return (request.CellTimeout, false);
        return (left > TimeSpan.Zero ? left : TimeSpan.Zero, true);
    }

    private string Expired(Stopwatch watch, bool ofNotebook) => ofNotebook
        ? $"timed out: the notebook's limit of {Seconds(request.NotebookTimeout)} was reached"
        : $"timed out after {Seconds(watch.Elapsed)}; the limit for a cell is {Seconds(request.CellTimeout)}";

    private static string Seconds(TimeSpan time) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.#} s");

    private void Report(IProgress<RunProgress>? progress, int? running, CellRun? last) => progress?.Report(new RunProgress(
        request.NotebookPath, record.Runs.Count(run => run.Number is not null), record.Cells.Count, clock.Elapsed, running, last, null));
}
