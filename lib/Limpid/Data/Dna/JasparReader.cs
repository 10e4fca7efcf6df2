using System.Globalization;
using System.Text;

namespace Limpid.Data.Dna;

/// <summary>Reads the plain matrices of JASPAR: <c>>MA0139.1 CTCF</c>, then a line of counts for each of A, C, G and T, with or without letter and brackets.</summary>
public static class JasparReader
{
    private static readonly char[] Separators = [' ', '\t', '[', ']'];

    /// <summary>The motifs in their order; the name is what follows the identifier, or the identifier where nothing does.</summary>
    /// <param name="content">ASCII text.</param>
    /// <param name="pseudocount">Added to every count as a share of the mean of the positions' counts, so that no letter is impossible; 0.01 by default.</param>
    /// <exception cref="DataFormatException">A matrix without four lines of as many counts, or something that is no count.</exception>
    public static IReadOnlyList<Motif> Read(ReadOnlySpan<byte> content, double pseudocount = 0.01)
    {
        string[] lines = [.. Encoding.ASCII.GetString(content).Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)];
        var motifs = new List<Motif>();
        for (var i = 0; i < lines.Length; i += 5)
        {
            if (!lines[i].StartsWith('>') || i + 4 >= lines.Length)
                throw new DataFormatException("JASPAR", $"'{Short(lines[i])}' stands where '>identifier name' and four lines of counts were expected");
            var words = lines[i][1..].Split(Separators, 2, StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 0)
                throw new DataFormatException("JASPAR", "a matrix has no identifier");
            motifs.Add(Matrix(words[^1].Trim(), [.. lines[(i + 1)..(i + 5)].Select((line, k) => Counts(line, Nucleotides.Letters[k]))], pseudocount));
        }
        return motifs;
    }

    private static Motif Matrix(string name, double[][] counts, double pseudocount)
    {
        if (counts[0].Length == 0 || counts.Any(row => row.Length != counts[0].Length))
            throw new DataFormatException("JASPAR", $"'{name}' has lines of {string.Join(", ", counts.Select(row => row.Length))} counts, expected four of one length");
        var weights = new double[counts[0].Length, 4];
        for (var i = 0; i < weights.GetLength(0); i++)
            for (var k = 0; k < 4; k++)
                weights[i, k] = counts[k][i];
        if (Enumerable.Range(0, weights.GetLength(0)).Any(i => counts.Sum(row => row[i]) == 0))
            throw new DataFormatException("JASPAR", $"'{name}' has a position without any count");
        return Motif.Of(name, weights, pseudocount * counts.Sum(row => row.Sum()) / weights.GetLength(0));
    }

    private static double[] Counts(string line, char letter)
    {
        var words = line.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        return [.. words.Skip(words.Length > 0 && words[0] == letter.ToString() ? 1 : 0).Select(word =>
            double.TryParse(word, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count) ? count
                : throw new DataFormatException("JASPAR", $"'{Short(word)}' stands where a count was expected"))];
    }

    private static string Short(string text) => text[..Math.Min(text.Length, 20)];
}
