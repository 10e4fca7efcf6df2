using System.Buffers.Text;

namespace Limpid.Data;

/// <summary>Reads comma-separated integers from 0 to at most 255: one record a line, no header.</summary>
internal static class SmallIntegerCsv
{
    /// <summary>The cells, row-major.</summary>
    /// <exception cref="DataFormatException">A line has another number of cells, or a cell is no integer in range.</exception>
    public static byte[] Read(ReadOnlySpan<byte> content, int columns, byte largest)
    {
        var cells = new List<byte>(content.Length / 2);
        int line = 0;
        foreach (Range range in content.Split((byte)'\n'))
        {
            ReadOnlySpan<byte> text = content[range].TrimEnd((byte)'\r');
            line++;
            if (text.IsEmpty)
                continue;
            int before = cells.Count;
            foreach (Range cell in text.Split((byte)','))
                cells.Add(Cell(text[cell], largest, line));
            if (cells.Count - before != columns)
                throw new DataFormatException("csv", $"line {line} has {cells.Count - before} cells, expected {columns}");
        }
        return [.. cells];
    }

    private static byte Cell(ReadOnlySpan<byte> text, byte largest, int line) =>
        Utf8Parser.TryParse(text, out byte value, out int used) && used == text.Length && value <= largest
            ? value
            : throw new DataFormatException("csv", $"line {line} holds '{System.Text.Encoding.UTF8.GetString(text[..Math.Min(text.Length, 20)])}', expected an integer from 0 to {largest}");
}
