using System.Buffers.Binary;
using System.Numerics;

namespace Limpid.Data;

/// <summary>How the events of an FCS file lie in its data part.</summary>
internal sealed class FcsLayout
{
    private readonly char type;
    private readonly bool littleEndian;
    private readonly int[] sizes;
    private readonly ulong[] masks;

    private FcsLayout(char type, bool littleEndian, long events, IReadOnlyList<FcsChannel> channels, int[] sizes, ulong[] masks) =>
        (this.type, this.littleEndian, Events, Channels, this.sizes, this.masks) = (type, littleEndian, events, channels, sizes, masks);

    public long Events { get; }

    public IReadOnlyList<FcsChannel> Channels { get; }

    public long EventBytes => sizes.Sum(size => (long)size);

    public static FcsLayout Of(IReadOnlyDictionary<string, string> keywords)
    {
        string type = FcsReader.Text(keywords, "$DATATYPE").ToUpperInvariant(), mode = FcsReader.Text(keywords, "$MODE").ToUpperInvariant();
        if (type is not ("F" or "D" or "I"))
            throw FcsReader.Fault($"its $DATATYPE is '{type}', expected F, D or I");
        if (mode != "L")
            throw FcsReader.Fault($"its $MODE is '{mode}', expected L (list mode)");
        bool littleEndian = FcsReader.Text(keywords, "$BYTEORD") switch
        {
            "1,2,3,4" or "1,2" => true,
            "4,3,2,1" or "2,1" => false,
            var order => throw FcsReader.Fault($"its $BYTEORD is '{order}', expected 1,2,3,4 or 4,3,2,1"),
        };
        long count = FcsReader.Number(keywords, "$PAR");
        // Each channel has two keywords at least.
        if (count < 1 || count > keywords.Count / 2)
            throw FcsReader.Fault($"it announces {count} channels and describes fewer");
        string[] numbers = [.. Enumerable.Range(1, (int)count).Select(n => FormattableString.Invariant($"$P{n}"))];
        return new FcsLayout(
            type[0], littleEndian, FcsReader.Number(keywords, "$TOT"), [.. numbers.Select(p => Channel(keywords, p))],
            [.. numbers.Select(p => Size(keywords, p + "B", type[0]))], [.. numbers.Select(p => type == "I" ? Mask(keywords, p + "R") : 0)]);
    }

    /// <summary>The events; there are as many bytes as they need.</summary>
    public double[,] Read(ReadOnlySpan<byte> data)
    {
        var values = new double[Events, sizes.Length];
        int position = 0;
        for (long row = 0; row < Events; row++)
        {
            for (int c = 0; c < sizes.Length; c++)
            {
                values[row, c] = Value(data.Slice(position, sizes[c]), masks[c]);
                position += sizes[c];
            }
        }
        return values;
    }

    private static FcsChannel Channel(IReadOnlyDictionary<string, string> keywords, string number) => new(
        FcsReader.Text(keywords, number + "N"), keywords.TryGetValue(number + "S", out string? label) && label.Trim().Length > 0 ? label.Trim() : null);

    private static int Size(IReadOnlyDictionary<string, string> keywords, string name, char type)
    {
        long bits = FcsReader.Number(keywords, name);
        bool fits = type switch { 'F' => bits == 32, 'D' => bits == 64, _ => bits is >= 8 and <= 64 && bits % 8 == 0 };
        return fits ? (int)(bits / 8) : throw FcsReader.Fault($"{name} is {bits}, which does not fit $DATATYPE {type}");
    }

    // An integer may share its bytes with other use: only as many bits as the range needs belong to it.
    private static ulong Mask(IReadOnlyDictionary<string, string> keywords, string name)
    {
        string text = FcsReader.Text(keywords, name);
        if (!UInt128.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out UInt128 range) || range == 0)
            throw FcsReader.Fault($"{name} is '{text}', expected a whole number above 0");
        return range > ulong.MaxValue ? ulong.MaxValue : range == 1 ? 0 : ulong.MaxValue >> BitOperations.LeadingZeroCount((ulong)range - 1);
    }

    private double Value(ReadOnlySpan<byte> bytes, ulong mask) => type switch
    {
        'F' => littleEndian ? BinaryPrimitives.ReadSingleLittleEndian(bytes) : BinaryPrimitives.ReadSingleBigEndian(bytes),
        'D' => littleEndian ? BinaryPrimitives.ReadDoubleLittleEndian(bytes) : BinaryPrimitives.ReadDoubleBigEndian(bytes),
        _ => Integer(bytes) & mask,
    };

    private ulong Integer(ReadOnlySpan<byte> bytes)
    {
        ulong value = 0;
        for (int i = 0; i < bytes.Length; i++)
            value = value << 8 | bytes[littleEndian ? bytes.Length - 1 - i : i];
        return value;
    }
}
