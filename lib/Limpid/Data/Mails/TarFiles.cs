using System.IO.Compression;
using System.Text;

namespace Limpid.Data.Mails;

/// <summary>The files of a tar archive in memory, as parts of it: whatever sizes an archive claims, nothing is allocated for them, and no name becomes a path.</summary>
internal static class TarFiles
{
    // Sixteen times what the corpora need.
    private const int MostBytes = 1 << 30;

    private const int Block = 512;

    /// <summary>Path and content of each plain file; folders are passed over.</summary>
    /// <exception cref="DataFormatException">An entry is damaged, longer than the archive, or of a kind that none of the corpora has.</exception>
    public static IEnumerable<(string Path, ReadOnlyMemory<byte> Content)> Of(ReadOnlyMemory<byte> archive)
    {
        for (var at = 0; ;)
        {
            if (at > archive.Length - Block) throw new DataFormatException("tar", "it ends without an empty block");
            var header = archive.Slice(at, Block);
            if (header.Span.IndexOfAnyExcept((byte)0) < 0) yield break;
            var (path, size, kind) = Header(header.Span, at);
            at += Block;
            if (size > archive.Length - at) throw new DataFormatException("tar", FormattableString.Invariant($"the entry at byte {at - Block} claims {size} bytes, {archive.Length - at} are left"));
            if (kind is '0' or '\0') yield return (path, archive.Slice(at, (int)size));
            // A long path or other extended header would belong to the next entry; folders (5) and global headers (g) change nothing.
            else if (kind is not ('5' or 'g')) throw new DataFormatException("tar", FormattableString.Invariant($"the entry at byte {at - Block} is of the kind '{(int)kind:x2}'; expected a file or a folder"));
            at = (int)Math.Min(archive.Length, (at + size + Block - 1) / Block * Block);
        }
    }

    /// <summary>Undoes gzip in memory.</summary>
    /// <exception cref="DataFormatException">The data is damaged, cut short or longer than 1 GB.</exception>
    public static byte[] Unzip(byte[] zipped)
    {
        using var content = new MemoryStream();
        try
        {
            using var unzip = new GZipStream(new MemoryStream(zipped), CompressionMode.Decompress);
            var buffer = new byte[1 << 16];
            for (int n; (n = unzip.Read(buffer)) > 0;)
            {
                if (content.Length + n > MostBytes) throw new DataFormatException("gzip", FormattableString.Invariant($"it holds more than {MostBytes} bytes"));
                content.Write(buffer, 0, n);
            }
        }
        catch (InvalidDataException e)
        {
            throw new DataFormatException("gzip", e.Message);
        }
        return content.ToArray();
    }

    private static (string Path, long Size, char Kind) Header(ReadOnlySpan<byte> header, int at)
    {
        var sum = 8 * ' ';
        for (var i = 0; i < Block; i++)
            if (i is < 148 or >= 156) sum += header[i];
        if (Octal(header[148..156]) != sum || Octal(header[124..136]) is not { } size)
            throw new DataFormatException("tar", FormattableString.Invariant($"byte {at} begins no entry"));
        var (name, prefix) = (Text(header[..100]), header.Slice(257, 6).SequenceEqual("ustar\0"u8) ? Text(header[345..500]) : "");
        return (prefix.Length > 0 ? $"{prefix}/{name}" : name, size, (char)header[156]);
    }

    private static long? Octal(ReadOnlySpan<byte> field)
    {
        long value = 0;
        var digits = field.Trim(" \0"u8);
        foreach (var digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'7') return null;
            value = value * 8 + digit - '0';
        }
        return digits.IsEmpty ? null : value;
    }

    private static string Text(ReadOnlySpan<byte> field) => Encoding.UTF8.GetString(field.IndexOf((byte)0) is >= 0 and var end ? field[..end] : field);
}
