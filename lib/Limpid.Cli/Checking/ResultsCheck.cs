using Limpid.Cli.Reproducing;
using Limpid.Reproduction;

namespace Limpid.Cli.Checking;

/// <summary>Compares a quick run of notebooks with the stored one, <c>notebooks/PAPER/quick.json</c>.</summary>
internal sealed class ResultsCheck
{
    private readonly CommandContext _context;
    private readonly Dictionary<NotebookEntry, NotebookResults> _stored;

    /// <summary>Reads what is stored, before anything runs.</summary>
    /// <param name="context">What it works with.</param>
    /// <param name="notebooks">The notebooks; those of no paper have no results to store.</param>
    /// <exception cref="UserErrorException">A notebook has no stored results, or none has any to store.</exception>
    public ResultsCheck(CommandContext context, IReadOnlyList<NotebookEntry> notebooks)
    {
        _context = context;
        var stored = notebooks.Where(entry => entry.Paper.Length > 0).Select(entry => (Entry: entry, Results: NotebookResults.Stored(context.Workplace, entry))).ToArray();
        if (stored.Length == 0)
            throw new UserErrorException("there is nothing to compare: none of these notebooks belongs to a paper.");
        if (stored.Where(pair => pair.Results is null).Select(pair => pair.Entry).ToArray() is [var first, ..] missing)
            throw new UserErrorException($"no quick results are stored for {string.Join(", ", missing.Select(entry => entry.Stem))}; "
                + $"store them with: ./limpid reproduce --publish --only {(missing.Length == 1 ? first.Title : "GLOB")}");
        _stored = stored.ToDictionary(pair => pair.Entry, pair => pair.Results!);
    }

    /// <summary>The notebooks that have stored results.</summary>
    public IReadOnlyList<NotebookEntry> Notebooks => [.. _stored.Keys];

    /// <summary>The threads of each stored run, by notebook: with others, other numbers come out.</summary>
    public IReadOnlyDictionary<string, int> Threads =>
        _stored.Where(pair => pair.Value.Facts?.Threads > 0).ToDictionary(pair => pair.Key.Name, pair => pair.Value.Facts!.Threads!.Value);

    /// <summary>Compares and prints what differs.</summary>
    /// <param name="succeeded">The notebooks that ran to their end.</param>
    /// <returns>Whether nothing differs.</returns>
    public bool Print(IEnumerable<NotebookEntry> succeeded)
    {
        int differing = 0, compared = 0;
        foreach (NotebookEntry entry in succeeded.Where(_stored.ContainsKey))
        {
            NotebookResults now = NotebookResults.Executed(_context.Workplace, entry), stored = _stored[entry];
            string[] other = [.. now.OtherThan(stored)];
            string[] differences = [.. NotebookCheck.Differences(now, stored, Timed(entry), sameMachine: other.Length == 0)];
            _context.Out.WriteLine($"{entry.Stem}  {(differences.Length == 0 ? "as stored" : "differs")} ({Extent(now)}; "
                + (other.Length == 0 ? "same machine, so numbers must be equal)" : $"verdicts must agree and numbers be similar, because of {string.Join("; ", other)})"));
            foreach (string difference in differences)
                _context.Out.WriteLine($"  {difference}");
            compared++;
            differing += differences.Length > 0 ? 1 : 0;
        }
        _context.Out.WriteLine(FormattableString.Invariant($"{compared - differing} of {_stored.Count} as stored"));
        return differing == 0 && compared == _stored.Count;
    }

    private static string Extent(NotebookResults results) => FormattableString.Invariant(
        $"claims: {results.Claims.Count}, figures: {results.Figures.Count}, numbers in them: {results.Figures.Sum(figure => FigureNumbers.Of(figure.Json).Sum(part => part.Values.Count))}");

    private HashSet<string> Timed(NotebookEntry entry)
    {
        string path = Path.Combine(Path.GetDirectoryName(entry.Path)!, "claims.json");
        try
        {
            return File.Exists(path) ? [.. ClaimSet.Load(path, entry.Title, RunMode.Quick).Claims.Where(claim => claim.Timed).Select(claim => claim.Id)] : [];
        }
        catch (ClaimException)
        {
            // The notebook has no claims; a damaged file would have failed its run.
            return [];
        }
    }
}
