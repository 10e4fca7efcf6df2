using System.Text.RegularExpressions;
using Limpid.Cli.Publishing;
using Limpid.Notebooks;

namespace Limpid.Cli.Exporting;

/// <summary>What <c>Notebook.Start()</c> printed in the first cells: versions, package set, seed and threads of the run that made the outputs.</summary>
internal static partial class StartLine
{
    /// <summary>The facts printed there; none if nothing was printed.</summary>
    /// <param name="notebook">An executed notebook.</param>
    public static PageFacts Read(NotebookFile notebook)
    {
        string printed = string.Concat(notebook.Cells.Where(cell => cell.Kind == CellKind.Code).Take(3)
            .SelectMany(cell => cell.Outputs).Where(output => (string?)output?["output_type"] == "stream").Select(output => FigureOutput.Text(output!["text"])));
        Match versions = Versions().Match(printed), seed = Seed().Match(printed);
        return new PageFacts
        {
            Packages = versions.Success ? versions.Groups["set"].Value : null,
            Versions = Named().Matches(versions.Success ? versions.Value.Replace("packages: " + versions.Groups["set"].Value, "", StringComparison.Ordinal) : "")
                .GroupBy(match => match.Groups["name"].Value).ToDictionary(group => group.Key, group => group.First().Groups["version"].Value),
            Seed = seed.Success ? seed.Groups["seed"].Value : null,
            Threads = seed.Success ? seed.Groups["threads"].Value : null,
        };
    }

    [GeneratedRegex(@"^Limpid [\d.]+, \.NET [\d.]+, packages: (?<set>\w+).*$", RegexOptions.Multiline)]
    private static partial Regex Versions();

    [GeneratedRegex(@"(?<name>[A-Za-z.]+) (?<version>\d[\w.+-]*\w)")]
    private static partial Regex Named();

    [GeneratedRegex(@"^seed (?<seed>-?\d+), threads (?<threads>\d+)$", RegexOptions.Multiline)]
    private static partial Regex Seed();
}
