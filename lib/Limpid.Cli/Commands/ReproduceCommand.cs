using System.CommandLine;
using System.CommandLine.Parsing;
using Limpid.Cli.Checking;
using Limpid.Cli.Publishing;
using Limpid.Cli.Reproducing;
using Limpid.Notebooks;
using Limpid.Reproduction;

namespace Limpid.Cli.Commands;

/// <summary><c>reproduce</c>: runs the notebooks and says, claim by claim, what held.</summary>
internal static class ReproduceCommand
{
    /// <summary>The command.</summary>
    /// <param name="context">What it works with.</param>
    public static Command Create(CommandContext context)
    {
        var full = new Option<bool>("--full") { Description = "The sizes whose results are committed: at most 45 minutes a notebook." };
        var paper = new Option<bool>("--paper") { Description = "The papers' own sizes: hours to days." };
        var only = new Option<string?>("--only") { Description = "Only the notebooks that match, for example 'margin/*' or mnist-grid.", HelpName = "GLOB" };
        Option<int?> jobs = NotebookOptions.Count("--jobs", "How many notebooks run at once (default: the cores).");
        var pictures = new Option<bool>("--pictures") { Description = "Adds a picture to every chart of the executed copies; without this option only if Chromium is there." };
        var noPictures = new Option<bool>("--no-pictures") { Description = "Adds no pictures." };
        var publish = new Option<bool>("--publish") { Description = "Stores results, executed notebooks and tables in the repository." };
        var noRun = new Option<bool>("--no-run") { Description = "With --publish: stores what the last run left in artifacts, without running again." };
        var check = new Option<bool>("--check") { Description = "Compares claims and figures with the stored quick results; exit code 1 if they differ." };
        var command = new Command("reproduce", "Runs every notebook in quick mode and says which claims held.") { full, paper, only, jobs, pictures, noPictures, publish, noRun, check };
        command.SetAction((parsed, cancellation) =>
        {
            Exclude(parsed, full, paper);
            Exclude(parsed, pictures, noPictures);
            if (parsed.GetValue(noRun) && !parsed.GetValue(publish))
                throw new WrongUseException("--no-run goes with --publish: it stores what the last run left.");
            if (parsed.GetValue(paper) && parsed.GetValue(publish))
                throw new WrongUseException("--publish stores quick or full results; it does not go with --paper.");
            foreach (Option<bool> other in (Option<bool>[])[full, paper, publish])
                if (parsed.GetValue(check) && parsed.GetValue(other))
                    throw new WrongUseException($"--check runs quick mode and stores nothing; it does not go with {other.Name}.");
            RunMode mode = parsed.GetValue(full) ? RunMode.Full : parsed.GetValue(paper) ? RunMode.Paper : RunMode.Quick;
            IReadOnlyList<NotebookEntry> notebooks = new NotebookCatalog(context.Workplace).Matching(parsed.GetValue(only));
            ResultsCheck? compare = parsed.GetValue(check) ? new ResultsCheck(context, notebooks) : null;
            notebooks = compare?.Notebooks ?? notebooks;
            bool? drawn = parsed.GetValue(pictures) ? true : parsed.GetValue(noPictures) || parsed.GetValue(check) ? false : null;
            var plan = new RunPlan(context.Workplace, notebooks, mode, AtOnce(parsed.GetValue(jobs), notebooks.Count, compare)) { OwnThreads = compare?.Threads ?? new Dictionary<string, int>() };
            return RunAsync(context, plan, drawn, parsed.GetValue(publish), parsed.GetValue(noRun), compare, cancellation);
        });
        return command;
    }

    private static void Exclude(ParseResult parsed, Option<bool> one, Option<bool> other)
    {
        if (parsed.GetValue(one) && parsed.GetValue(other))
            throw new WrongUseException($"{one.Name} and {other.Name} exclude each other.");
    }

    // Notebooks that must have the threads of their stored runs share the cores; more threads than cores are many times slower.
    private static int AtOnce(int? asked, int notebooks, ResultsCheck? compare) =>
        Math.Min(asked ?? Math.Max(1, Environment.ProcessorCount / Math.Max(1, compare?.Threads.Values.DefaultIfEmpty().Max() ?? 1)), notebooks);

    private static async Task<int> RunAsync(CommandContext context, RunPlan plan, bool? drawn, bool publish, bool noRun, ResultsCheck? compare, CancellationToken cancellation)
    {
        // What would be missing in the end is said at the beginning.
        Browser? browser = drawn == true || (publish && plan.Mode == RunMode.Full) ? Browser.Find(plan.Workplace) : null;
        if (plan.Mode != RunMode.Quick && !noRun)
            foreach (string line in plan.Estimate())
                context.Out.WriteLine(line);

        IReadOnlyList<RunRecord> runs = noRun ? Runner.Last(plan) : await Runner.RunAsync(context, plan, cancellation);
        IReadOnlyList<ClaimRecord> claims = ClaimHarvest.Gather(plan, runs);
        ClaimHarvest.Save(plan.Workplace, claims);
        foreach (RunRecord run in runs.Where(run => !run.Succeeded))
            context.Error.WriteLine($"limpid: {run.Notebook} {run.StatusText}{(run.Message is { } message ? $": {message.ReplaceLineEndings(" ")}" : "")}");
        ClaimsReport.Print(context, claims);
        context.Out.WriteLine($"{runs.Count(run => run.Succeeded)} of {runs.Count} notebooks ok");
        if (cancellation.IsCancellationRequested)
            return ExitCode.Interrupted;

        (NotebookEntry Entry, RunRecord Run)[] succeeded = [.. plan.Notebooks.Zip(runs).Where(pair => pair.Second.Succeeded)];
        var publisher = new Publisher(context);
        if (drawn != false && (browser ?? Browser.IfThere(plan.Workplace)) is { } there)
            await publisher.AddPicturesAsync(succeeded.Select(pair => pair.Entry), there, required: drawn == true, cancellation);
        else if (drawn is null)
            context.Out.WriteLine("no pictures of charts: Chromium or plotly.js is missing; ./limpid doctor says more");
        if (publish)
            await publisher.StoreAsync(succeeded, browser, cancellation);
        bool asStored = compare?.Print(succeeded.Select(pair => pair.Entry)) ?? true;
        return asStored && succeeded.Length == runs.Count ? ExitCode.Ok : ExitCode.Failed;
    }
}
