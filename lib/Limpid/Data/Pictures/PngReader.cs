using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Limpid.Data.Pictures;

/// <summary>Reads PNG pictures of 8 bits a channel: grey or colour, with or without opacity, not interlaced.</summary>
/// <remarks>Every chunk's checksum is compared and the compressed data must give exactly the announced pixels. Source: W3C, Portable Network Graphics.</remarks>
public static class PngReader
{
    private const string Format = "PNG";

    // So that a small file can't ask for all memory.
    private const long LargestPicture = 1L << 28;

    /// <summary>The bytes with which each PNG file begins.</summary>
    internal static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Reads a picture.</summary>
    /// <param name="content">The whole file; left as it is.</param>
    /// <exception cref="DataFormatException">It is no such file, is damaged, or is of a kind that is not read.</exception>
    public static Picture Read(ReadOnlySpan<byte> content)
    {
        if (!content.StartsWith(Signature))
            throw Fault($"it begins with {Convert.ToHexString(content[..Math.Min(8, content.Length)])}, expected {Convert.ToHexString(Signature)}");
        ReadOnlySpan<byte> rest = content[Signature.Length..];
        var (kind, header) = (Chunk(ref rest, out ReadOnlySpan<byte> data), data.ToArray());
        if (kind != "IHDR" || header.Length != 13)
            throw Fault($"its first part is '{kind}' of {header.Length} bytes, expected IHDR of 13");
        (int height, int width, int channels) = Header(header);
        using var compressed = new MemoryStream();
        for (kind = ""; kind != "IEND";)
        {
            kind = Chunk(ref rest, out data);
            if (kind == "IDAT")
                compressed.Write(data);
            else if (kind[0] is >= 'A' and <= 'Z' && kind is not ("IEND" or "PLTE"))
                throw Fault($"it has a part '{kind}', which can't be left out and isn't known");
        }
        return new Picture(height, width, channels, Pixels(compressed, height, width * channels, channels));
    }

    private static (int Height, int Width, int Channels) Header(ReadOnlySpan<byte> header)
    {
        long width = BinaryPrimitives.ReadUInt32BigEndian(header), height = BinaryPrimitives.ReadUInt32BigEndian(header[4..]);
        int channels = header[9] switch { 0 => 1, 4 => 2, 2 => 3, 6 => 4, _ => 0 };
        if (header[8] != 8 || channels == 0)
            throw Fault($"it has {header[8]} bits and colour type {header[9]}, expected 8 bits and grey (0, 4) or red, green, blue (2, 6); save it as such");
        if (header[10] != 0 || header[11] != 0 || header[12] != 0)
            throw Fault($"its compression, filter and interlace methods are {header[10]}, {header[11]}, {header[12]}, expected 0, 0, 0 (not interlaced)");
        if (width == 0 || height == 0 || width > LargestPicture || height > LargestPicture || width * height * channels > LargestPicture)
            throw Fault($"it is said to be {height} x {width}, expected 1 x 1 or more and at most {LargestPicture} bytes");
        return ((int)height, (int)width, channels);
    }

    private static string Chunk(ref ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> data)
    {
        if (rest.Length < 12 || BinaryPrimitives.ReadUInt32BigEndian(rest) is var length && length > (uint)(rest.Length - 12))
            throw Fault($"it ends within a part");
        data = rest.Slice(8, (int)length);
        if (Crc32.Of(rest.Slice(4, (int)length + 4)) != BinaryPrimitives.ReadUInt32BigEndian(rest[((int)length + 8)..]))
            throw Fault($"the checksum of the part '{Encoding.Latin1.GetString(rest.Slice(4, 4))}' is wrong");
        string kind = Encoding.Latin1.GetString(rest.Slice(4, 4));
        rest = rest[((int)length + 12)..];
        return kind;
    }

    private static byte[] Pixels(MemoryStream compressed, int height, int rowBytes, int step)
    {
        compressed.Position = 0;
        // No file shrinks by more than this, so that a longer announcement is wrong.
        if ((long)height * rowBytes > 1032 * (compressed.Length + 1))
            throw Fault($"{(long)height * rowBytes} bytes of pixels are announced, {compressed.Length} compressed bytes can't hold them");
        byte[] pixels = new byte[height * rowBytes];
        try
        {
            using var stream = new ZLibStream(compressed, CompressionMode.Decompress);
            for (int row = 0; row < height; row++)
            {
                int filter = stream.ReadByte();
                Span<byte> line = pixels.AsSpan(row * rowBytes, rowBytes);
                stream.ReadExactly(line);
                PngFilter.Undo(filter, line, row == 0 ? [] : pixels.AsSpan((row - 1) * rowBytes, rowBytes), step);
            }
            if (stream.ReadByte() >= 0)
                throw Fault($"its compressed data hold more than {height} rows of {rowBytes} bytes");
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            throw Fault($"its compressed data are damaged or too short");
        }
        return pixels;
    }

    internal static DataFormatException Fault(FormattableString problem) => new(Format, FormattableString.Invariant(problem));
}
