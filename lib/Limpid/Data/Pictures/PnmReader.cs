using System.Globalization;
using System.Text;

namespace Limpid.Data.Pictures;

/// <summary>Reads binary PGM (P5, grey) and PPM (P6, colour) pictures of 8 bits a channel.</summary>
public static class PnmReader
{
    private const string Format = "PGM or PPM";

    /// <summary>Reads a picture.</summary>
    /// <param name="content">The whole file; left as it is.</param>
    /// <exception cref="DataFormatException">It is no such file, is damaged, or is of a kind that is not read.</exception>
    public static Picture Read(ReadOnlySpan<byte> content)
    {
        int channels = content is [(byte)'P', (byte)'5', ..] ? 1 : content is [(byte)'P', (byte)'6', ..] ? 3 : throw Fault($"it doesn't begin with P5 or P6");
        int place = 2;
        int width = Number(content, ref place), height = Number(content, ref place), white = Number(content, ref place);
        if (white != 255)
            throw Fault($"its largest value is {white}, expected 255");
        // A single white space ends the header.
        place++;
        long length = (long)width * height * channels;
        if (width < 1 || height < 1 || place > content.Length || length != content.Length - place)
            throw Fault($"it is said to be {height} x {width} with {channels} channels, {content.Length - place} bytes follow");
        return new Picture(height, width, channels, content[place..].ToArray());
    }

    private static int Number(ReadOnlySpan<byte> content, ref int place)
    {
        while (place < content.Length && (IsSpace(content[place]) || content[place] == '#'))
        {
            // A comment goes to the end of its line.
            if (content[place] == '#')
                while (place < content.Length && content[place] != '\n')
                    place++;
            else
                place++;
        }
        int start = place;
        while (place < content.Length && !IsSpace(content[place]))
            place++;
        return int.TryParse(Encoding.Latin1.GetString(content[start..place]), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : throw Fault($"a whole number is expected at byte {start}");
    }

    private static bool IsSpace(byte value) => value is 32 or (>= 9 and <= 13);

    private static DataFormatException Fault(FormattableString problem) => new(Format, FormattableString.Invariant(problem));
}
