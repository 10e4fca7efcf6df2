using System.Buffers.Binary;
using System.Text;
using Limpid.Data;
using Xunit;

namespace Limpid.Tests.Data;

public sealed class FcsReaderTests
{
    private static readonly float[] Numbers = [1.5f, -2, 3, 4, 5, 6.25f];

    private static byte[] Floats(bool littleEndian)
    {
        byte[] data = new byte[4 * Numbers.Length];
        for (int i = 0; i < Numbers.Length; i++)
            if (littleEndian)
                BinaryPrimitives.WriteSingleLittleEndian(data.AsSpan(4 * i), Numbers[i]);
            else
                BinaryPrimitives.WriteSingleBigEndian(data.AsSpan(4 * i), Numbers[i]);
        return data;
    }

    private static Dictionary<string, string> Keywords() => FcsFileWriter.Keywords("F", 32, 3, "CD4", "CD8");

    private static byte[] Small() => FcsFileWriter.File(Keywords(), Floats(false));

    private static string Refused(byte[] content)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        string message = Assert.Throws<DataFormatException>(() => FcsReader.Read(content)).Message;
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 500_000);
        return message;
    }

    private static string Refused(string keyword, string? value)
    {
        Dictionary<string, string> keywords = Keywords();
        keywords.Remove(keyword);
        if (value is not null)
            keywords[keyword] = value;
        return Refused(FcsFileWriter.File(keywords, Floats(false)));
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public void Reads_channels_and_events(bool littleEndian, bool offsetsInText)
    {
        Dictionary<string, string> keywords = Keywords();
        keywords["$BYTEORD"] = littleEndian ? "1,2,3,4" : "4,3,2,1";
        keywords["$P2S"] = "T/killer";
        FcsFile file = FcsReader.Read(FcsFileWriter.File(keywords, Floats(littleEndian), offsetsInText: offsetsInText));
        Assert.Equal("FCS3.1", file.Version);
        Assert.Equal(["CD4", "T/killer"], file.Channels.Select(channel => channel.ToString()));
        Assert.Equal("CD8", file.Channels[1].Name);
        Assert.Equal(new double[,] { { 1.5, -2 }, { 3, 4 }, { 5, 6.25 } }, file.Values);
        Assert.Equal("3", file.Keywords["$TOT"]);
    }

    [Fact]
    public void Reads_doubles()
    {
        byte[] data = new byte[16];
        BinaryPrimitives.WriteDoubleBigEndian(data, Math.PI);
        BinaryPrimitives.WriteDoubleBigEndian(data.AsSpan(8), 1e300);
        Assert.Equal(new double[,] { { Math.PI }, { 1e300 } }, FcsReader.Read(FcsFileWriter.File(FcsFileWriter.Keywords("D", 64, 2, "a"), data)).Values);
    }

    [Fact]
    public void Reads_integers_and_leaves_bits_beyond_the_range()
    {
        byte[] file = FcsFileWriter.File(FcsFileWriter.Keywords("I", 16, 2, "a"), [0xFC, 0x01, 0x03, 0xFF], delimiter: '|');
        Assert.Equal(new double[,] { { 1 }, { 1023 } }, FcsReader.Read(file).Values);
    }

    [Fact]
    public void Every_truncation_is_refused()
    {
        byte[] whole = Small();
        for (int length = 0; length < whole.Length; length++)
            Refused(whole[..length]);
    }

    [Theory]
    [InlineData("FCS2.0")]
    [InlineData("RDX3\nX")]
    public void Another_magic_is_refused(string magic)
    {
        byte[] file = Small();
        Encoding.ASCII.GetBytes(magic).CopyTo(file, 0);
        Assert.Contains("expected FCS3.0 or FCS3.1", Refused(file));
    }

    [Theory]
    [InlineData("$TOT", "9223372036854775807")]
    [InlineData("$TOT", "4")]
    [InlineData("$TOT", "2")]
    [InlineData("$TOT", "-1")]
    [InlineData("$TOT", null)]
    [InlineData("$PAR", "2000000000")]
    [InlineData("$PAR", "0")]
    [InlineData("$PAR", "3")]
    [InlineData("$MODE", "H")]
    [InlineData("$DATATYPE", "A")]
    [InlineData("$BYTEORD", "3,4,1,2")]
    [InlineData("$P1B", "16")]
    [InlineData("$P2N", null)]
    public void Keywords_that_do_not_fit_are_refused(string keyword, string? value) => Refused(keyword, value);

    [Fact]
    public void Any_damaged_bytes_either_read_or_are_refused()
    {
        byte[] whole = Small();
        // Everything but the padding between text and data, where a change means nothing.
        int[] places = [.. Enumerable.Range(0, whole.Length).Where(i => i < 400 || i >= 4096)];
        var random = new Random(5);
        for (int i = 0; i < 10_000; i++)
        {
            byte[] content = whole.ToArray();
            for (int k = random.Next(1, 5); k > 0; k--)
                content[places[random.Next(places.Length)]] = random.Next(2) == 0 ? (byte)random.Next(256) : (byte)('0' + random.Next(10));
            try
            {
                Assert.InRange(FcsReader.Read(content).Values.LongLength, 0, 100);
            }
            catch (DataFormatException)
            {
                // The typed refusal is the other allowed outcome.
            }
        }
    }
}
