using System.Formats.Tar;
using System.IO.Compression;
using System.Text;

namespace Limpid.Tests.Data.Mails;

/// <summary>Archives made by the platform's own writer.</summary>
internal static class Archives
{
    public static byte[] Tar(TarEntryFormat format, params (string Name, string? Content)[] entries)
    {
        using var target = new MemoryStream();
        using (var tar = new TarWriter(target, format, leaveOpen: true))
            foreach (var (name, content) in entries)
                tar.WriteEntry(Entry(format, name, content));
        return target.ToArray();
    }

    public static byte[] Zip(byte[] content)
    {
        using var target = new MemoryStream();
        using (var zip = new GZipStream(target, CompressionLevel.Fastest)) zip.Write(content);
        return target.ToArray();
    }

    private static TarEntry Entry(TarEntryFormat format, string name, string? content)
    {
        var kind = content is null ? TarEntryType.Directory : format == TarEntryFormat.V7 ? TarEntryType.V7RegularFile : TarEntryType.RegularFile;
        TarEntry entry = format switch
        {
            TarEntryFormat.V7 => new V7TarEntry(kind, name),
            TarEntryFormat.Ustar => new UstarTarEntry(kind, name),
            _ => new PaxTarEntry(kind, name),
        };
        if (content is not null) entry.DataStream = new MemoryStream(Encoding.Latin1.GetBytes(content));
        return entry;
    }
}
