namespace Limpid.Data.Pictures;

/// <summary>The checksum of PNG's chunks: the remainder of a division by the polynomial 0xEDB88320 (bits reversed).</summary>
internal static class Crc32
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(Entry)];

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        uint remainder = uint.MaxValue;
        foreach (byte value in bytes)
            remainder = Table[(byte)(remainder ^ value)] ^ (remainder >> 8);
        return ~remainder;
    }

    private static uint Entry(int index)
    {
        uint remainder = (uint)index;
        for (int bit = 0; bit < 8; bit++)
            remainder = (remainder & 1) != 0 ? (remainder >> 1) ^ 0xEDB88320 : remainder >> 1;
        return remainder;
    }
}
