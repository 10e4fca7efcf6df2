namespace Limpid.Cli;

/// <summary>Finds what a mistyped name was meant to be.</summary>
internal static class Suggestion
{
    /// <summary>"; did you mean 'x'?" for the nearest known name, or nothing if none is near.</summary>
    /// <param name="wrong">The name as typed.</param>
    /// <param name="known">The names that exist.</param>
    public static string For(string wrong, IEnumerable<string> known)
    {
        var nearest = known.Select(name => (name, distance: Distance(wrong.ToLowerInvariant(), name.ToLowerInvariant())))
            .Where(pair => pair.distance <= Math.Max(2, pair.name.Length / 3) || (wrong.Length > 2 && pair.name.Contains(wrong, StringComparison.OrdinalIgnoreCase)))
            .OrderBy(pair => pair.distance).ThenBy(pair => pair.name, StringComparer.Ordinal).FirstOrDefault();
        return nearest.name is null ? "." : $"; did you mean '{nearest.name}'?";
    }

    /// <summary>Levenshtein distance: the fewest insertions, deletions and replacements that turn one into the other.</summary>
    private static int Distance(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)));
        }
        return row[^1];
    }
}
