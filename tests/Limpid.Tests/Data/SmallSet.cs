using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using ICSharpCode.SharpZipLib.BZip2;
using Limpid.Data;

namespace Limpid.Tests.Data;

/// <summary>A data set of two small files and the ways to serve it.</summary>
internal static class SmallSet
{
    public const string Name = "small";

    public static readonly byte[] First = [.. Enumerable.Range(0, 200_000).Select(i => (byte)(i * 7 + i / 251))];

    public static readonly byte[] Second = "second"u8.ToArray();

    public static DataCatalog Catalog(TempFolder folder, params object[] sources) => Catalog(folder, [("first", First), ("second", Second)], sources);

    public static DataCatalog Catalog(TempFolder folder, (string Name, byte[] Content)[] files, params object[] sources)
    {
        var manifest = new
        {
            sets = new[]
            {
                new { name = Name, description = "d", licence = "l", citation = "c", files = files.Select(file => Entry(file.Name, file.Content)), sources },
            },
        };
        string path = folder.File("datasets.json");
        File.WriteAllText(path, JsonSerializer.Serialize(manifest));
        return DataCatalog.Load(path);
    }

    public static object Folder() => new { kind = "folder" };

    public static object Url(string url) => new { kind = "url", url };

    public static object Npm(byte[] tarball) =>
        new { kind = "npm", package = "@scope/pack", version = "1.2.3", path = "package/data/{file}", size = tarball.Length, sha256 = Hash(tarball) };

    public static byte[] Zip(byte[] content)
    {
        using var target = new MemoryStream();
        using (var zip = new GZipStream(target, CompressionLevel.Fastest))
            zip.Write(content);
        return target.ToArray();
    }

    public static byte[] Bzip(byte[] content)
    {
        using var target = new MemoryStream();
        using (var zip = new BZip2OutputStream(target) { IsStreamOwner = false })
            zip.Write(content);
        return target.ToArray();
    }

    public static byte[] Tarball(params (string Name, byte[] Content)[] entries)
    {
        using var target = new MemoryStream();
        using (var tar = new TarWriter(target, TarEntryFormat.Pax, leaveOpen: true))
            foreach ((string name, byte[] content) in entries)
                tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(content) });
        return Zip(target.ToArray());
    }

    public static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private static object Entry(string name, byte[] content) => new { name, size = content.Length, sha256 = Hash(content) };
}
