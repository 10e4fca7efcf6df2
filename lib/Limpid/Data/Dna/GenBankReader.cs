using System.Globalization;
using System.Text;

namespace Limpid.Data.Dna;

/// <summary>Reads from GenBank's flat files what gene finders are trained on: locus, the first coding sequence (<c>CDS</c>) and the letters.</summary>
public static class GenBankReader
{
    /// <summary>The records in their order; those without a coding sequence have no exons.</summary>
    /// <param name="content">ASCII text.</param>
    /// <exception cref="DataFormatException">A record without locus, letters or end, or a location that is no range, join or complement of ranges inside the sequence.</exception>
    public static IReadOnlyList<GenBankRecord> Read(ReadOnlySpan<byte> content)
    {
        var records = new List<GenBankRecord>();
        var record = new List<string>();
        foreach (var line in Encoding.ASCII.GetString(content).Split('\n').Select(line => line.TrimEnd()))
            if (line == "//")
            {
                records.Add(Record(record));
                record.Clear();
            }
            else if (line.Length > 0)
                record.Add(line);
        return record.Count == 0 ? records : throw new DataFormatException("GenBank", "the last record does not end with '//'");
    }

    private static GenBankRecord Record(List<string> lines)
    {
        var locus = lines.FirstOrDefault(line => line.StartsWith("LOCUS", StringComparison.Ordinal))?.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var origin = lines.FindIndex(line => line.StartsWith("ORIGIN", StringComparison.Ordinal));
        if (locus is not { Length: > 1 } || origin < 0)
            throw new DataFormatException("GenBank", "a record has no LOCUS with a name, or no ORIGIN");
        var letters = string.Concat(lines.Skip(origin + 1).SelectMany(line => line.Where(char.IsAsciiLetter))).ToUpperInvariant();
        if (letters.FirstOrDefault(c => !"ACGTN".Contains(c, StringComparison.Ordinal)) is var other and not '\0')
            throw new DataFormatException("GenBank", $"'{locus[1]}' holds '{other}', expected A, C, G, T or N");
        var location = Location(lines, origin);
        var complement = location.StartsWith("complement(", StringComparison.Ordinal);
        (int First, int Last)[] exons = [.. Ranges(complement ? location["complement(".Length..^1] : location).Order()];
        if (exons.Any(exon => exon.First < 1 || exon.Last < exon.First || exon.Last > letters.Length))
            throw new DataFormatException("GenBank", $"'{locus[1]}' has {letters.Length} letters and the location '{location}'");
        return new GenBankRecord(locus[1], letters, exons, complement);
    }

    // A location may go on in the next lines, until a qualifier (/gene=...) or another feature begins.
    private static string Location(List<string> lines, int origin)
    {
        var first = lines.FindIndex(line => line.TrimStart().StartsWith("CDS ", StringComparison.Ordinal));
        if (first < 0 || first > origin)
            return "";
        var rest = lines.Skip(first + 1).TakeWhile(line => line.StartsWith("          ", StringComparison.Ordinal) && !line.TrimStart().StartsWith('/'));
        return string.Concat([lines[first].TrimStart()["CDS ".Length..].Trim(), .. rest.Select(line => line.Trim())]);
    }

    private static IEnumerable<(int, int)> Ranges(string location) => location.Length == 0 ? [] :
        (location.StartsWith("join(", StringComparison.Ordinal) && location.EndsWith(')') ? location["join(".Length..^1] : location).Split(',').Select(range =>
        {
            var ends = range.Replace("..", "|", StringComparison.Ordinal).Split('|');
            return ends.Length == 2 && Number(ends[0]) is { } first && Number(ends[1]) is { } last
                ? (first, last)
                : throw new DataFormatException("GenBank", $"'{range}' stands where a range like 10..20 was expected");
        });

    private static int? Number(string text) => int.TryParse(text.TrimStart('<', '>'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
