using System.Formats.Tar;
using System.Text;
using Limpid.Data;
using Limpid.Data.Mails;
using Xunit;

namespace Limpid.Tests.Data.Mails;

public class TarFilesTests
{
    private static readonly string Long = "package/" + string.Concat(Enumerable.Repeat("folder/", 12)) + "a-name-beyond-a-hundred-characters.txt";

    private static readonly (string, string?)[] Entries = [("a/", null), ("a/one.txt", "first"), ("a/empty.txt", ""), ("a/two.txt", new string('x', 1000)), ("../../out.txt", "y")];

    private static (string Path, string Text)[] Read(ReadOnlyMemory<byte> archive) => [.. TarFiles.Of(archive).Select(file => (file.Path, Encoding.Latin1.GetString(file.Content.Span)))];

    [Theory]
    [InlineData(TarEntryFormat.V7)]
    [InlineData(TarEntryFormat.Ustar)]
    public void ReadsWhatThePlatformWrites(TarEntryFormat format) =>
        Assert.Equal(Entries.Where(entry => entry.Item2 is not null).Select(entry => (entry.Item1, entry.Item2!)), Read(Archives.Tar(format, Entries)));

    [Fact]
    public void JoinsALongPathFromItsTwoFields() => Assert.Equal([(Long, "z")], Read(Archives.Tar(TarEntryFormat.Ustar, (Long, "z"))));

    [Fact]
    public void RefusesExtendedHeadersInsteadOfMisnamingTheFile() =>
        Assert.Contains("of the kind '78'", Assert.Throws<DataFormatException>(() => Read(Archives.Tar(TarEntryFormat.Pax, ("ä.txt", "z")))).Message);

    [Fact]
    public void EveryCutIsAnError()
    {
        var archive = Archives.Tar(TarEntryFormat.Ustar, Entries);
        var content = Array.FindLastIndex(archive, b => b != 0) + 1;
        for (var length = 0; length < content; length += 37)
            Assert.Throws<DataFormatException>(() => Read(archive.AsMemory(0, length)));
    }

    [Fact]
    public void AClaimedSizeIsNeverAllocated()
    {
        var archive = Archives.Tar(TarEntryFormat.Ustar, ("a.txt", "first"));
        "77777777777"u8.CopyTo(archive.AsSpan(124));
        Checksum(archive);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains("claims 8589934591 bytes", Assert.Throws<DataFormatException>(() => Read(archive)).Message);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }

    [Fact]
    public void DamageIsReadOrRefusedButNeverCrashes()
    {
        var (archive, random) = (Archives.Tar(TarEntryFormat.Ustar, Entries), new Random(1));
        for (var round = 0; round < 2000; round++)
        {
            var damaged = (byte[])archive.Clone();
            for (var i = random.Next(1, 6); i > 0; i--) damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            if (round % 2 == 0) Checksum(damaged);
            try
            {
                Assert.All(Read(damaged), file => Assert.InRange(file.Text.Length, 0, damaged.Length));
            }
            catch (DataFormatException)
            {
            }
        }
    }

    [Fact]
    public void UnzipsAndRefusesDamage()
    {
        byte[] content = [.. Enumerable.Range(0, 100_000).Select(i => (byte)(i * i >> 3))];
        var zipped = Archives.Zip(content);
        Assert.Equal(content, TarFiles.Unzip(zipped));
        Assert.Throws<DataFormatException>(() => TarFiles.Unzip([1, 2, 3, 4]));
        zipped[zipped.Length / 2] ^= 0x55;
        Assert.Throws<DataFormatException>(() => TarFiles.Unzip(zipped));
    }

    /// <summary>Makes the checksum of the first header right again.</summary>
    private static void Checksum(byte[] archive)
    {
        "        "u8.CopyTo(archive.AsSpan(148));
        var sum = archive.Take(512).Sum(b => b);
        Encoding.ASCII.GetBytes(Convert.ToString(sum, 8).PadLeft(6, '0') + "\0 ").CopyTo(archive, 148);
    }
}
