using System.Globalization;
using System.Text;

namespace Limpid.Data;

/// <summary>
/// Reads cytometry files, FCS 3.0 and 3.1, in list mode (<c>$MODE</c> L): numbers of <c>$DATATYPE</c> F (float32), D (float64) or I (unsigned integers of
/// whole bytes), in either byte order.
/// </summary>
/// <remarks>
/// The header says where the parts lie. The text part is <c>/NAME/value/NAME/value/</c> with a delimiter that stands twice where it is meant. Only the first data set
/// of a file is read. Source: Spidlen et al. 2010, Data File Standard for Flow Cytometry, version FCS 3.1.
/// </remarks>
public static class FcsReader
{
    private const string Format = "FCS";
    private const int HeaderLength = 58;

    /// <summary>Reads a file.</summary>
    /// <param name="content">The whole file; left as it is.</param>
    /// <exception cref="DataFormatException">It is no such file, is damaged, or is of a kind that is not read.</exception>
    public static FcsFile Read(ReadOnlyMemory<byte> content)
    {
        ReadOnlySpan<byte> bytes = content.Span;
        if (bytes.Length < HeaderLength)
            throw Fault($"the header needs {HeaderLength} bytes, there are {bytes.Length}");
        string version = Encoding.Latin1.GetString(bytes[..6]);
        if (version is not ("FCS3.0" or "FCS3.1"))
            throw Fault($"it begins with '{version}', expected FCS3.0 or FCS3.1");
        Dictionary<string, string> keywords = Keywords(Part(bytes, Offset(bytes, 0), Offset(bytes, 1), "text"));
        (long start, long end) = (Offset(bytes, 2), Offset(bytes, 3));
        // Files above 99,999,999 bytes have no room for the offsets in the header.
        if (start == 0 || end == 0)
            (start, end) = (Number(keywords, "$BEGINDATA"), Number(keywords, "$ENDDATA"));
        FcsLayout layout = FcsLayout.Of(keywords);
        return new FcsFile(version, keywords, layout.Channels, layout.Read(Data(bytes, start, end, layout)));
    }

    internal static DataFormatException Fault(string problem) => new(Format, problem);

    internal static string Text(IReadOnlyDictionary<string, string> keywords, string name) =>
        keywords.TryGetValue(name, out string? value) ? value.Trim() : throw Fault($"the keyword {name} is missing");

    internal static long Number(IReadOnlyDictionary<string, string> keywords, string name)
    {
        string text = Text(keywords, name);
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number)
            ? number
            : throw Fault($"the keyword {name} is '{text}', expected a whole number");
    }

    private static long Offset(ReadOnlySpan<byte> bytes, int which)
    {
        string text = Encoding.Latin1.GetString(bytes.Slice(10 + 8 * which, 8)).Trim();
        return text.Length == 0 ? 0
            : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long offset) ? offset
            : throw Fault($"offset {which} of the header is '{text}', expected a whole number");
    }

    private static ReadOnlySpan<byte> Part(ReadOnlySpan<byte> bytes, long start, long end, string name) =>
        start >= HeaderLength && end >= start && end < bytes.Length
            ? bytes[(int)start..((int)end + 1)]
            : throw Fault($"the {name} part is said to lie from byte {start} to {end} of {bytes.Length}");

    private static ReadOnlySpan<byte> Data(ReadOnlySpan<byte> bytes, long start, long end, FcsLayout layout)
    {
        if (layout.Events == 0)
            return [];
        ReadOnlySpan<byte> part = Part(bytes, start, end, "data");
        // Division: the product of two announced numbers could overflow.
        if (layout.Events > part.Length / layout.EventBytes || part.Length - layout.Events * layout.EventBytes > 1)
            throw Fault($"{layout.Events} events of {layout.EventBytes} bytes are announced, the data part has {part.Length} bytes");
        return part[..(int)(layout.Events * layout.EventBytes)];
    }

    private static Dictionary<string, string> Keywords(ReadOnlySpan<byte> text)
    {
        byte delimiter = text[0];
        var pieces = new List<string>();
        var piece = new StringBuilder();
        int i = 1;
        for (; i < text.Length; i++)
        {
            bool twice = text[i] == delimiter && i + 1 < text.Length && text[i + 1] == delimiter;
            if (text[i] == delimiter && !twice)
            {
                pieces.Add(piece.ToString());
                piece.Clear();
                continue;
            }
            piece.Append((char)text[i]);
            if (twice)
                i++;
        }
        if (piece.ToString().Trim().Length > 0 || pieces.Count % 2 != 0)
            throw Fault("its text part is no sequence of names and values");
        var keywords = new Dictionary<string, string>();
        for (int k = 0; k < pieces.Count; k += 2)
            keywords.TryAdd(Utf8(pieces[k]).Trim().ToUpperInvariant(), Utf8(pieces[k + 1]));
        return keywords;
    }

    // Values may be UTF-8 from 3.1 on; the delimiter is a byte, so pieces are cut as bytes first.
    private static string Utf8(string bytes) => Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(bytes));
}
