using System.Text;

namespace Limpid.Data.Dna;

/// <summary>Reads FASTA: <c>>name description</c>, then lines of letters.</summary>
public static class FastaReader
{
    /// <summary>The records in their order.</summary>
    /// <param name="content">ASCII text.</param>
    /// <exception cref="DataFormatException">Letters before the first name, a character that is no letter of DNA, or no record.</exception>
    public static IReadOnlyList<FastaRecord> Read(ReadOnlySpan<byte> content)
    {
        var (records, letters, name, line) = (new List<FastaRecord>(), new StringBuilder(), (string?)null, 0);
        foreach (var range in content.Split((byte)'\n'))
        {
            line++;
            var text = Encoding.ASCII.GetString(content[range]).TrimEnd();
            if (text.StartsWith('>'))
            {
                Close();
                name = text[1..].Split([' ', '\t'], 2)[0];
            }
            else if (text.Length > 0)
            {
                if (name is null)
                    throw new DataFormatException("FASTA", $"line {line} holds letters before the first name, which starts with '>'");
                if (text.FirstOrDefault(c => !"ACGTUNacgtun".Contains(c, StringComparison.Ordinal)) is var other and not '\0')
                    throw new DataFormatException("FASTA", $"line {line} holds '{other}', expected A, C, G, T, U or N");
                letters.Append(text);
            }
        }
        Close();
        return records.Count > 0 ? records : throw new DataFormatException("FASTA", "it has no record");

        void Close()
        {
            if (name is not null)
                records.Add(new FastaRecord(name, letters.ToString()));
            letters.Clear();
        }
    }
}
