using System.Text.RegularExpressions;
using Limpid.Cli.Publishing;
using Limpid.Notebooks;
using Limpid.Reproduction;

namespace Limpid.Cli.Reproducing;

/// <summary>What <c>reproduce</c> shall run, and how.</summary>
/// <param name="Workplace">The checkout.</param>
/// <param name="Notebooks">The notebooks.</param>
/// <param name="Mode">The mode.</param>
/// <param name="Jobs">How many run at once.</param>
internal sealed partial record RunPlan(Workplace Workplace, IReadOnlyList<NotebookEntry> Notebooks, RunMode Mode, int Jobs)
{
    /// <summary>Minutes that a full run may take; what is expected of one never run.</summary>
    private const int FullMinutes = 45;

    /// <summary>Threads of those notebooks, by name, that need a number of their own to give the same results as another run.</summary>
    public IReadOnlyDictionary<string, int> OwnThreads { get; init; } = new Dictionary<string, int>();

    /// <summary>Threads of a notebook: its share of the cores. More would only wait for each other.</summary>
    /// <param name="entry">The notebook.</param>
    public int Threads(NotebookEntry entry) => OwnThreads.TryGetValue(entry.Name, out int own) ? own : Math.Max(1, Environment.ProcessorCount / Jobs);

    /// <summary>The longest a notebook may take: far beyond what is meant, so that only a hang meets it.</summary>
    private TimeSpan Limit => Mode.Pick(TimeSpan.FromMinutes(15), TimeSpan.FromHours(3), TimeSpan.FromDays(30));

    /// <summary>The request for one notebook.</summary>
    /// <param name="entry">The notebook.</param>
    public RunRequest Request(NotebookEntry entry) => new()
    {
        NotebookPath = entry.Path,
        OutputPath = entry.Executed(Workplace),
        Parameters = Mode != RunMode.Quick && HasMode(entry.Path) ? new Dictionary<string, string> { ["mode"] = $"\"{Mode.Text()}\"" } : [],
        CellTimeout = Limit,
        NotebookTimeout = Limit,
        Threads = Threads(entry),
    };

    /// <summary>The record of a notebook that has not run.</summary>
    /// <param name="entry">The notebook.</param>
    public RunRecord NotRun(NotebookEntry entry) => Record(entry, new RunResult(RunStatus.NotRun, 0, 0, null, []));

    /// <summary>The record of a notebook that has run.</summary>
    /// <param name="entry">The notebook.</param>
    /// <param name="result">How it ended.</param>
    public RunRecord Record(NotebookEntry entry, RunResult result) =>
        new(entry.Name, entry.Title, result.Status, result.Seconds, result.PeakMemoryBytes, result.Message, Mode, Threads(entry), Workplace.Packages);

    /// <summary>How long the plan will take, in words, from stored runs where there are any.</summary>
    public IEnumerable<string> Estimate()
    {
        if (Mode == RunMode.Paper)
        {
            yield return "paper mode runs the papers' own sizes: hours to days a notebook; it saves every 5 minutes and resumes";
            yield break;
        }
        double?[] stored = [.. Notebooks.Select(entry => PaperResults.Seconds(PaperResults.File(Workplace, entry.Paper, Mode), entry.Title))];
        foreach (var (entry, time) in Notebooks.Zip(stored))
            yield return $"{entry.Stem}  {(time is { } seconds ? $"about {Math.Ceiling(seconds / 60)} min" : $"at most {FullMinutes} min (no full run is stored)")}";
        double[] all = [.. stored.Select(time => time ?? FullMinutes * 60)];
        yield return $"in all about {Math.Ceiling(Math.Max(all.Max(), all.Sum() / Jobs) / 60)} min with {Jobs} at once";
    }

    // A notebook without modes runs as it is.
    private static bool HasMode(string path) => NotebookFile.Load(path).Cells.Any(cell => cell.Tags.Contains("parameters") && ModeAssigned().IsMatch(cell.Source));

    [GeneratedRegex(@"\bmode\s*=")]
    private static partial Regex ModeAssigned();
}
