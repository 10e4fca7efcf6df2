using System.Globalization;
using System.Text;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>The contents of a tensor as text, in the three styles of the genuine package.</summary>
internal sealed class TensorText
{
    // More entries than this are shown as the first and last three.
    private const int Shown = 6;

    private readonly string header;
    private readonly ScalarType type;
    private readonly long[] shape;
    private readonly string[] entries;
    private readonly int width;
    private readonly string newLine;

    internal TensorText(Tensor tensor, string format, int width, CultureInfo culture, string newLine)
    {
        header = tensor.ToString();
        type = tensor.dtype;
        shape = tensor.shape;
        this.width = width;
        this.newLine = newLine;
        entries = Entries(tensor, format, culture);
    }

    internal string Julia()
    {
        if (shape.Length == 0) return $"{header}, value = {entries[0]}";
        var text = new StringBuilder(header).Append(newLine);
        var rows = shape.Length == 1 ? 1 : (int)shape[^2];
        var columns = (int)shape[^1];
        var blocks = rows * columns == 0 ? 0 : entries.Length / (rows * columns);
        for (var block = 0; block < blocks; block++)
        {
            if (shape.Length > 2)
            {
                if (block > 0) text.Append(newLine);
                text.Append('[').Append(string.Join(',', Place(block))).Append(",..,..] =").Append(newLine);
            }
            Block(text, block * rows * columns, rows, columns);
        }
        return text.ToString();
    }

    internal string Numpy() => shape.Length == 0 ? entries[0] : Nested(0, 0, '[', ']', Break);

    internal string CSharp()
    {
        var name = type switch
        {
            ScalarType.Byte => "byte",
            ScalarType.Int8 => "sbyte",
            ScalarType.Int16 => "short",
            ScalarType.Int32 => "int",
            ScalarType.Int64 => "long",
            ScalarType.Float32 => "float",
            ScalarType.Float64 => "double",
            ScalarType.Bool => "bool",
            _ => type.ToString(),
        };
        if (shape.Length == 0) return $"{header}, value = {Suffixed(0)}";
        var kind = $"{name} [{new string(',', shape.Length - 1)}] ";
        if (shape.Length == 1) return $"{header}, value = {kind}{Nested(0, 0, '{', '}', null)}";
        var inner = Nested(0, 0, '{', '}', level => "," + newLine + new string(' ', level + 1));
        return $"{header}, value = {newLine}{kind}{{{newLine} {inner[1..^1]}{newLine}}}";
    }

    private string Break(int level) =>
        string.Concat(Enumerable.Repeat(newLine, shape.Length - level - 1)) + new string(' ', level + 1);

    private string Nested(int level, long start, char open, char close, Func<int, string>? between)
    {
        var count = shape[level];
        var stride = shape[(level + 1)..].TotalSize();
        var last = level == shape.Length - 1;
        var text = new StringBuilder().Append(open);
        for (long i = 0; i < count; i++)
        {
            if (count > Shown && i == Shown / 2)
            {
                text.Append(last ? ", ... " : between!(level) + "...");
                if (!last) text.Append(Plain(between!(level)));
                i = count - Shown / 2;
            }
            else if (i > 0)
            {
                text.Append(last ? ", " : between!(level));
            }
            if (!last) text.Append(Nested(level + 1, start + i * stride, open, close, between));
            else text.Append(open == '{' ? Suffixed(start + i) : entries[start + i]);
        }
        return text.Append(close).ToString();
    }

    private static string Plain(string between) => between.TrimStart(',');

    private string Suffixed(long index) => type == ScalarType.Float32 ? entries[index] + "f" : entries[index];

    private void Block(StringBuilder text, int start, int rows, int columns)
    {
        var widths = new int[columns];
        for (var c = 0; c < columns; c++)
        {
            for (var r = 0; r < rows; r++) widths[c] = Math.Max(widths[c], entries[start + r * columns + c].Length);
        }
        var (head, tail) = Fitting(widths);
        for (var r = 0; r < rows; r++)
        {
            for (var c = 0; c < columns; c++)
            {
                if (c == head && c < tail)
                {
                    text.Append(" ...");
                    c = tail;
                }
                text.Append(' ').Append(entries[start + r * columns + c].PadLeft(widths[c]));
            }
            text.Append(newLine);
        }
    }

    // The first and last columns that fit the width together.
    private (int head, int tail) Fitting(int[] widths)
    {
        if (widths.Sum(w => w + 1) <= width) return (widths.Length, widths.Length);
        var (head, tail, room) = (0, widths.Length, width - 4);
        while (head < tail - 1)
        {
            var front = head <= widths.Length - tail;
            var needed = widths[front ? head : tail - 1] + 1;
            if (needed > room && head > 0 && tail < widths.Length) break;
            room -= needed;
            if (front) head++;
            else tail--;
        }
        return (head, tail);
    }

    private long[] Place(long block)
    {
        var place = new long[shape.Length - 2];
        for (var d = place.Length - 1; d >= 0; d--) (block, place[d]) = (block / shape[d], block % shape[d]);
        return place;
    }

    private static string[] Entries(Tensor tensor, string format, CultureInfo culture)
    {
        using var scope = NewDisposeScope();
        var flat = tensor.detach();
        return tensor.dtype switch
        {
            ScalarType.Bool => [.. flat.data<bool>().Select(v => v ? "true" : "false")],
            ScalarType.Float64 => [.. flat.data<double>().Select(v => v.ToString(format, culture))],
            ScalarType.Float32 or ScalarType.Float16 or ScalarType.BFloat16 =>
                [.. flat.to(ScalarType.Float32).data<float>().Select(v => v.ToString(format, culture))],
            ScalarType.ComplexFloat32 or ScalarType.ComplexFloat64 =>
                [.. flat.to(ScalarType.ComplexFloat64).data<System.Numerics.Complex>().Select(v => Complex(v, format, culture))],
            _ => [.. flat.to(ScalarType.Int64).data<long>().Select(v => v.ToString(culture))],
        };
    }

    private static string Complex(System.Numerics.Complex value, string format, CultureInfo culture)
    {
        if (value.Imaginary == 0) return value.Real.ToString(format, culture);
        var imaginary = value.Imaginary.ToString(format, culture) + "i";
        if (value.Real == 0) return imaginary;
        return value.Real.ToString(format, culture) + (value.Imaginary < 0 ? "" : "+") + imaginary;
    }
}
