using System.Text;
using Limpid.Cli.Reproducing;
using Limpid.Notebooks;
using Limpid.Reproduction;

namespace Limpid.Cli.Publishing;

/// <summary>Writes the generated parts of <c>README.md</c> (claims by paper) and <c>notebooks/README.md</c> (index, every claim) from the stored results.</summary>
internal static class ClaimTables
{
    private const string Section = "claims", Index = "index";

    /// <summary>Makes the tables anew.</summary>
    /// <param name="workplace">The checkout.</param>
    /// <exception cref="UserErrorException">A file lacks the markers, or stored results are damaged.</exception>
    public static void Write(Workplace workplace)
    {
        IReadOnlyList<ClaimRecord> claims = Stored(workplace);
        Update(Path.Combine(workplace.Root, "README.md"), (Section, Summary(claims)));
        Update(Path.Combine(workplace.Notebooks, "README.md"), (Index, NotebookIndex(workplace)), (Section, Every(claims)));
    }

    /// <summary>The stored claims: of each the full run's, unless only the quick run decided it.</summary>
    /// <param name="workplace">The checkout.</param>
    public static IReadOnlyList<ClaimRecord> Stored(Workplace workplace) => Directory.Exists(workplace.Notebooks)
        ? [.. Directory.EnumerateDirectories(workplace.Notebooks).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal).SelectMany(paper =>
            PaperResults.Claims(PaperResults.File(workplace, paper, RunMode.Full)).Concat(PaperResults.Claims(PaperResults.File(workplace, paper, RunMode.Quick)))
                .GroupBy(claim => claim.Id)
                .Select(group => group.FirstOrDefault(claim => claim.Verdict != Verdict.NotTested) ?? group.First()))]
        : [];

    /// <summary>One line per paper. Claims of our own are not counted.</summary>
    /// <param name="claims">The claims.</param>
    public static string Summary(IReadOnlyList<ClaimRecord> claims)
    {
        if (claims.Count == 0)
            return "No results are stored yet.";
        var text = new StringBuilder("| paper | claims | reproduced | partly | not reproduced | not tested |\n|---|---:|---:|---:|---:|---:|\n");
        foreach (var paper in claims.GroupBy(claim => claim.Paper))
        {
            ClaimRecord[] counted = [.. paper.Where(claim => claim.Source != ClaimSource.Ours)];
            text.Append($"| [{paper.Key}](notebooks/{paper.Key}) | {counted.Length} |");
            foreach (Verdict verdict in new[] { Verdict.Reproduced, Verdict.Partly, Verdict.NotReproduced, Verdict.NotTested })
                text.Append($" {counted.Count(claim => claim.Verdict == verdict)} |");
            text.Append('\n');
        }
        return text.Append($"\n{ClaimsReport.Headline(claims)}.").ToString();
    }

    /// <summary>Every claim, by paper.</summary>
    /// <param name="claims">The claims.</param>
    public static string Every(IReadOnlyList<ClaimRecord> claims)
    {
        if (claims.Count == 0)
            return "No results are stored yet.";
        var text = new StringBuilder($"{ClaimsReport.Headline(claims)}.\n");
        foreach (var paper in claims.GroupBy(claim => claim.Paper))
        {
            text.Append($"\n### {paper.Key}\n\n| notebook | claim | reference | source | paper | ours | seeds | mode | verdict |\n|---|---|---|---|---:|---:|---:|---|---|\n");
            foreach (ClaimRecord claim in paper)
                text.Append($"| [{claim.Notebook}]({paper.Key}/{claim.Notebook}.ipynb) | {Cell(claim.Claim)} | {Cell(claim.Reference)} | {Json.Word(claim.Source)} "
                    + $"| {ClaimsReport.Paper(claim)} | {ClaimsReport.Ours(claim)} | {claim.Seeds} | {claim.Mode.Text()} | {claim.Verdict.Text()} |\n");
        }
        return text.ToString();
    }

    private static string NotebookIndex(Workplace workplace)
    {
        var text = new StringBuilder("| notebook | what it shows |\n|---|---|\n");
        foreach (NotebookEntry entry in new NotebookCatalog(workplace).All)
            text.Append($"| [{entry.Stem}]({entry.Name}) | {Cell(Heading(entry))} |\n");
        return text.ToString();
    }

    private static string Heading(NotebookEntry entry) => NotebookFile.Load(entry.Path).Cells
        .Where(cell => cell.Kind == CellKind.Markdown)
        .SelectMany(cell => cell.Source.Split('\n'))
        .FirstOrDefault(line => line.StartsWith("# ", StringComparison.Ordinal))?[2..].Trim() ?? entry.Title;

    private static string Cell(string text) => text.ReplaceLineEndings(" ").Replace("|", "\\|", StringComparison.Ordinal);

    private static void Update(string path, params (string Name, string Content)[] sections)
    {
        if (!File.Exists(path))
            throw new UserErrorException($"{path} is missing; restore it with git.");
        string before = File.ReadAllText(path);
        string after = sections.Aggregate(before, (text, section) => MarkedSection.Replace(text, section.Name, section.Content, path));
        if (after != before)
            Json.WriteText(path, after);
    }
}
