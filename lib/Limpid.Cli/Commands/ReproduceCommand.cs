using System.CommandLine;
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
        var pictures = new Option<bool>("--pictures") { Description = "Adds a picture of every chart to the executed copies." };
        var publish = new Option<bool>("--publish") { Description = "Stores results, executed notebooks and tables in the repository." };
        var command = new Command("reproduce", "Runs every notebook in quick mode and says which claims held.") { full, paper, only, jobs, pictures, publish };
        command.SetAction((parsed, cancellation) =>
        {
            if (parsed.GetValue(full) && parsed.GetValue(paper))
                throw new WrongUseException("--full and --paper exclude each other.");
            if (parsed.GetValue(paper) && parsed.GetValue(publish))
                throw new WrongUseException("--publish stores quick or full results; it does not go with --paper.");
            RunMode mode = parsed.GetValue(full) ? RunMode.Full : parsed.GetValue(paper) ? RunMode.Paper : RunMode.Quick;
            IReadOnlyList<NotebookEntry> notebooks = new NotebookCatalog(context.Workplace).Matching(parsed.GetValue(only));
            int atOnce = Math.Min(parsed.GetValue(jobs) ?? Environment.ProcessorCount, notebooks.Count);
            return RunAsync(context, new RunPlan(context.Workplace, notebooks, mode, atOnce), parsed.GetValue(pictures), parsed.GetValue(publish), cancellation);
        });
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, RunPlan plan, bool pictures, bool publish, CancellationToken cancellation)
    {
        // What would be missing in the end is said at the beginning.
        Publisher? publisher = pictures || publish ? new Publisher(context, Browser.Find(plan.Workplace)) : null;
        if (plan.Mode != RunMode.Quick)
            foreach (string line in plan.Estimate())
                context.Out.WriteLine(line);

        IReadOnlyList<RunRecord> runs = await Runner.RunAsync(context, plan, cancellation);
        IReadOnlyList<ClaimRecord> claims = ClaimHarvest.Gather(plan, runs);
        ClaimHarvest.Save(plan.Workplace, claims);
        foreach (RunRecord run in runs.Where(run => !run.Succeeded))
            context.Error.WriteLine($"limpid: {run.Notebook} {run.StatusText}{(run.Message is { } message ? $": {message.ReplaceLineEndings(" ")}" : "")}");
        ClaimsReport.Print(context, claims);
        context.Out.WriteLine($"{runs.Count(run => run.Succeeded)} of {runs.Count} notebooks ok");
        if (cancellation.IsCancellationRequested)
            return ExitCode.Interrupted;

        (NotebookEntry Entry, RunRecord Run)[] succeeded = [.. plan.Notebooks.Zip(runs).Where(pair => pair.Second.Succeeded)];
        if (pictures)
            await publisher!.AddPicturesAsync(succeeded.Select(pair => pair.Entry), cancellation);
        if (publish)
            await publisher!.StoreAsync(succeeded, cancellation);
        return succeeded.Length == runs.Count ? ExitCode.Ok : ExitCode.Failed;
    }
}
