using System.Buffers.Text;
using System.Text;

namespace Limpid.Data;

/// <summary>Reads the text format of LIBSVM: a line <c>label index:value index:value ...</c> for each record, indices from 1 and ascending, values that are missing 0.</summary>
internal static class LibsvmText
{
    /// <summary>The labels, and the values [records, columns], row-major.</summary>
    /// <exception cref="DataFormatException">A line isn't of this form, an index is beyond the columns, or a value isn't finite.</exception>
    public static (int[] Labels, float[] Values) Read(ReadOnlySpan<byte> content, int columns)
    {
        var (labels, values, row, line) = (new List<int>(), new List<float>(), new float[columns], 0);
        foreach (Range range in content.Split((byte)'\n'))
        {
            ReadOnlySpan<byte> text = content[range].Trim(" \r"u8);
            line++;
            if (text.IsEmpty) continue;
            Array.Clear(row);
            var (first, last) = (true, 0);
            foreach (Range word in text.Split((byte)' '))
            {
                ReadOnlySpan<byte> cell = text[word];
                if (cell.IsEmpty) continue;
                if (first)
                {
                    first = false;
                    labels.Add(Label(cell, line));
                    continue;
                }
                (last, float value) = Entry(cell, last, columns, line);
                row[last - 1] = value;
            }
            values.AddRange(row);
        }
        return ([.. labels], [.. values]);
    }

    private static int Label(ReadOnlySpan<byte> cell, int line) =>
        Utf8Parser.TryParse(cell[0] == '+' ? cell[1..] : cell, out int label, out int used) && used == cell.Length - (cell[0] == '+' ? 1 : 0)
            ? label
            : throw Bad(line, cell, "a whole number as label");

    private static (int Index, float Value) Entry(ReadOnlySpan<byte> cell, int before, int columns, int line)
    {
        int colon = cell.IndexOf((byte)':');
        if (colon < 0 || !Utf8Parser.TryParse(cell[..colon], out int index, out int used) || used != colon || index <= before || index > columns)
            throw Bad(line, cell, $"index:value with an index from {before + 1} to {columns}");
        ReadOnlySpan<byte> number = cell[(colon + 1)..];
        return Utf8Parser.TryParse(number, out float value, out used) && used == number.Length && float.IsFinite(value)
            ? (index, value)
            : throw Bad(line, cell, "a finite value");
    }

    private static DataFormatException Bad(int line, ReadOnlySpan<byte> cell, string expected) =>
        new("libsvm", $"line {line} holds '{Encoding.UTF8.GetString(cell[..Math.Min(cell.Length, 20)])}', expected {expected}");
}
