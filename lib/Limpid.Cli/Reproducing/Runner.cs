using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Limpid.Cli.Progress;
using Limpid.Notebooks;
using Limpid.Reproduction;

namespace Limpid.Cli.Reproducing;

/// <summary>Runs a plan and keeps <c>artifacts/runs.json</c> true all the while.</summary>
internal static class Runner
{
    /// <summary>Runs every notebook of the plan, one process each.</summary>
    /// <param name="context">Where to show progress.</param>
    /// <param name="plan">What to run.</param>
    /// <param name="cancellation">Ends the running notebooks; the rest are not run.</param>
    /// <returns>One record per notebook, in order.</returns>
    public static async Task<IReadOnlyList<RunRecord>> RunAsync(CommandContext context, RunPlan plan, CancellationToken cancellation)
    {
        var records = new ConcurrentDictionary<string, RunRecord>(plan.Notebooks.Select(entry => KeyValuePair.Create(entry.Name, plan.NotRun(entry))));
        Lock gate = new();
        RunRecord[] Ordered() => [.. plan.Notebooks.Select(entry => records[entry.Name])];
        void Save()
        {
            lock (gate)
                Json.Write(File(plan.Workplace), new JsonArray([.. Ordered().Select(record => record.ToJson())]));
        }

        Save();
        await ProgressBoard.RunAsync(context, async board =>
        {
            var items = plan.Notebooks.ToDictionary(entry => entry, entry => board.Add(entry.Stem));
            using var slots = new SemaphoreSlim(plan.Jobs);
            await Task.WhenAll(plan.Notebooks.Select(async entry =>
            {
                await slots.WaitAsync(CancellationToken.None);
                try
                {
                    if (cancellation.IsCancellationRequested)
                        return;
                    RunResult result = await NotebookRunner.RunAsync(plan.Request(entry), new DirectProgress<RunProgress>(step => Show(items[entry], step)), cancellation);
                    records[entry.Name] = plan.Record(entry, result);
                    items[entry].End(Summary(records[entry.Name]));
                    Save();
                }
                finally
                {
                    slots.Release();
                }
            }));
        });
        return Ordered();
    }

    /// <summary>The records of the last run, as <c>artifacts/runs.json</c> has them.</summary>
    /// <param name="plan">The notebooks and the mode that are wanted.</param>
    /// <exception cref="UserErrorException">The last run was not of these notebooks in this mode.</exception>
    public static IReadOnlyList<RunRecord> Last(RunPlan plan)
    {
        RunRecord[] last = System.IO.File.Exists(File(plan.Workplace)) ? RunRecord.Read(File(plan.Workplace)) : [];
        return [.. plan.Notebooks.Select(plan.NotRun).Select(wanted =>
            last.FirstOrDefault(run => run.Notebook == wanted.Notebook && run.Mode == wanted.Mode) is { } run
                ? run with { Title = wanted.Title }
                : throw new UserErrorException($"the last run was not of {wanted.Notebook} in {wanted.Mode.Text()} mode; type the command without --no-run"))];
    }

    /// <summary>The file that lists the runs.</summary>
    /// <param name="workplace">The checkout.</param>
    public static string File(Workplace workplace) => Path.Combine(workplace.Artifacts, "runs.json");

    /// <summary>How a notebook ended, in words.</summary>
    /// <param name="record">Its record.</param>
    public static string Summary(RunRecord record) => $"{record.StatusText}, {record.Seconds:F1} s, {record.PeakMemoryBytes / 1e6:F0} MB";

    /// <summary>Shows where a notebook is.</summary>
    /// <param name="item">Where to show it.</param>
    /// <param name="step">Where it is.</param>
    public static void Show(IProgressItem item, RunProgress step)
    {
        if (step.Status is null)
            item.Report(step.Total == 0 ? 0 : (double)step.Done / step.Total, $"cell {step.Done} of {step.Total}");
    }
}
