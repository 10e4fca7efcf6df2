using System.Text;
using Limpid.Data;
using Xunit;

namespace Limpid.Tests.Data;

public sealed class CompressedTests
{
    private static readonly byte[] Content = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, 3000).Select(i => $"{i}:{i % 7} ")));

    private static byte[] Pack(string ending) => ending == ".gz" ? SmallSet.Zip(Content) : SmallSet.Bzip(Content);

    private static byte[] Read(byte[] packed, string name)
    {
        using Stream stream = Compressed.Undo(new MemoryStream(packed), name);
        using var read = new MemoryStream();
        stream.CopyTo(read);
        return read.ToArray();
    }

    [Theory]
    [InlineData(".gz")]
    [InlineData(".bz2")]
    public void Undoes_what_the_name_says(string ending) => Assert.Equal(Content, Read(Pack(ending), $"usps{ending}"));

    [Fact]
    public void Leaves_other_names_alone() => Assert.Equal(Pack(".gz"), Read(Pack(".gz"), "usps"));

    [Fact]
    public void Damaged_bzip2_is_invalid_data_or_other_content()
    {
        var packed = Pack(".bz2");
        Assert.Throws<InvalidDataException>(() => Read([.. "BZh9"u8, .. new byte[40]], "a.bz2"));
        for (var at = 0; at < packed.Length; at += 41)
        {
            var bad = (byte[])packed.Clone();
            bad[at] ^= 0x55;
            Try(bad);
            Try(packed[..at]);
        }

        static void Try(byte[] bad)
        {
            try
            {
                Assert.NotEqual(Content, Read(bad, "a.bz2"));
            }
            catch (Exception e) when (e is InvalidDataException or IOException)
            {
            }
        }
    }
}
