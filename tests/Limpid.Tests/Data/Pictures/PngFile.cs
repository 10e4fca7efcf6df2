using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Limpid.Data.Pictures;

namespace Limpid.Tests.Data.Pictures;

/// <summary>Writes PNG files whose every part a test can spoil; each row with the filter asked for.</summary>
internal static class PngFile
{
    public static byte[] Write(int height, int width, int channels, byte[] pixels, Func<int, int> filterOfRow) =>
        [.. Signature, .. Chunk("IHDR", Header(height, width, channels)), .. Chunk("tEXt", Encoding.ASCII.GetBytes("Title\0a picture")),
         .. Chunk("IDAT", Compressed(Filtered(height, width, channels, pixels, filterOfRow))), .. Chunk("IEND", [])];

    public static byte[] Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public static byte[] Header(int height, int width, int channels)
    {
        byte[] header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, (byte)(channels switch { 1 => 0, 2 => 4, 3 => 2, _ => 6 }));
        return header;
    }

    public static byte[] Chunk(string kind, byte[] data)
    {
        byte[] chunk = new byte[12 + data.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        Encoding.ASCII.GetBytes(kind).CopyTo(chunk, 4);
        data.CopyTo(chunk, 8);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + data.Length), Crc32.Of(chunk.AsSpan(4, data.Length + 4)));
        return chunk;
    }

    public static byte[] Compressed(byte[] data)
    {
        using var compressed = new MemoryStream();
        using (var stream = new ZLibStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
            stream.Write(data);
        return compressed.ToArray();
    }

    public static byte[] Filtered(int height, int width, int channels, byte[] pixels, Func<int, int> filterOfRow)
    {
        int Pixel(int row, int at) => row < 0 || at < 0 ? 0 : pixels[row * width * channels + at];
        var data = new List<byte>();
        for (int row = 0; row < height; row++)
        {
            data.Add((byte)filterOfRow(row));
            for (int at = 0; at < width * channels; at++)
            {
                (int left, int up, int corner) = (Pixel(row, at - channels), Pixel(row - 1, at), at < channels ? 0 : Pixel(row - 1, at - channels));
                int guess = filterOfRow(row) switch { 1 => left, 2 => up, 3 => (left + up) / 2, 4 => Nearest(left + up - corner, left, up, corner), _ => 0 };
                data.Add((byte)(Pixel(row, at) - guess));
            }
        }
        return [.. data];
    }

    // Of equally near ones the first.
    private static int Nearest(int value, params int[] candidates) => candidates.MinBy(candidate => Math.Abs(candidate - value));
}
