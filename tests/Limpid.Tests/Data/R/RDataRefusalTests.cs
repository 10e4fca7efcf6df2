using Limpid.Data;
using Limpid.Data.R;
using Xunit;

namespace Limpid.Tests.Data.R;

public sealed class RDataRefusalTests
{
    private const long LargeAllocation = 2_000_000;

    private static string Refused(byte[] content, int maxBytes = 1 << 29)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        string message = Assert.Throws<DataFormatException>(() => RData.Read(content, maxBytes)).Message;
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < LargeAllocation);
        return message;
    }

    private static string Refused(Action<RFileWriter> write) => Refused(RFileWriter.Object(write));

    [Fact]
    public void Every_truncation_and_an_extra_byte()
    {
        byte[] whole = RFileWriter.Object(RSamples.Set);
        for (int length = 0; length < whole.Length; length++)
            Refused(whole[..length]);
        Assert.Contains("1 bytes follow", Refused([.. whole, 0]));
    }

    [Fact]
    public void Every_truncation_of_a_compressed_file()
    {
        byte[] whole = SmallSet.Zip(RFileWriter.Object(RSamples.Set));
        // Without the checksum, the length and the mark of the end the content may still be complete.
        for (int length = 0; length < whole.Length - 16; length++)
            Refused(whole[..length]);
    }

    [Theory]
    [InlineData("RDX4\nX\n")]
    [InlineData("RDA3\nA\n")]
    [InlineData("X\n\0\0\0\0\u0003")]
    [InlineData("PK\u0003\u0004abc")]
    public void Another_magic_number(string magic) => Assert.Contains("expected RDX2 or RDX3", Refused(new RFileWriter().Ascii(magic).Bytes));

    [Fact]
    public void Another_version() => Assert.Contains("version is 4", Refused(new RFileWriter().Ascii("RDX3\nX\n").Int(4).Int(0).Int(0).Bytes));

    [Theory]
    [InlineData(10, int.MaxValue)]
    [InlineData(13, 100_000_000)]
    [InlineData(14, int.MaxValue)]
    [InlineData(16, 500_000_000)]
    [InlineData(19, int.MaxValue)]
    [InlineData(24, 2_000_000_000)]
    [InlineData(14, -2)]
    public void Counts_that_the_file_can_not_hold(int type, int count) => Assert.Contains("elements are announced", Refused(f => f.Int(type).Int(count).Int(0).Int(0)));

    [Fact]
    public void A_long_count_that_the_file_can_not_hold() => Refused(f => f.Int(14).Int(-1).Int(int.MaxValue).Int(-1));

    [Fact]
    public void A_text_longer_than_the_file() => Refused(f => f.Int(16).Int(1).Int(9).Int(int.MaxValue).Int(0).Int(0));

    [Theory]
    [InlineData(1e15, 1, 1)]
    [InlineData(-1, 1, 1)]
    [InlineData(2.5, 1, 1)]
    [InlineData(double.NaN, 1, 1)]
    [InlineData(3, 2e9, 2e9)]
    public void A_sequence_that_can_not_be(double count, double first, double step) =>
        Assert.Contains("a sequence has", Refused(f => RSamples.Compact(f, "compact_intseq", g => g.Doubles(count, first, step))));

    [Fact]
    public void Values_nested_without_end()
    {
        void Nest(RFileWriter file, int depth)
        {
            for (int i = 0; i < depth; i++)
                file.Int(19).Int(1);
            file.Int(RFileWriter.Null);
        }
        Assert.NotNull(RData.Read(RFileWriter.Object(f => Nest(f, 400))));
        Assert.Contains("nested more than", Refused(f => Nest(f, 100_000)));
    }

    [Fact]
    public void A_list_may_be_long_though()
    {
        byte[] file = RFileWriter.File(f =>
        {
            for (int i = 0; i < 20_000; i++)
                f.Int(2).Int(RFileWriter.Null);
            f.Int(RFileWriter.Null);
        });
        Assert.Equal(20_000, RData.Read(file).Values.Length);
    }

    [Theory]
    [InlineData(255 | 9 << 8)]
    [InlineData(255 | 2 << 8)]
    public void A_reference_to_what_is_not_there(int flags) => Assert.Contains("refers to item", Refused(f => f.Int(flags)));

    [Theory]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(21)]
    [InlineData(22)]
    public void Functions_code_and_pointers(int type) => Assert.Contains($"type {type}", Refused(f => f.Int(type).Int(0).Int(0)));

    [Fact]
    public void More_than_the_limit_once_decompressed() =>
        Assert.Contains("longer than 100000 bytes", Refused(SmallSet.Zip(RFileWriter.Object(f => f.Vector(14, 0, 100_000, _ => f.Double(0)))), 100_000));

    [Fact]
    public void Any_damaged_bytes_either_read_or_are_refused()
    {
        byte[] plain = RFileWriter.File(f => f.Pair("s", RSamples.Set).Pair("q", g => RSamples.Compact(g, "compact_intseq", h => h.Doubles(3, 1, 1))).Int(RFileWriter.Null));
        byte[] zipped = SmallSet.Zip(plain);
        var random = new Random(7);
        for (int i = 0; i < 6_000; i++)
        {
            byte[] content = (i % 3 == 0 ? zipped : plain).ToArray();
            for (int k = random.Next(1, 4); k > 0; k--)
                content[random.Next(content.Length)] ^= (byte)(1 << random.Next(8));
            long before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                RData.Read(content);
            }
            catch (DataFormatException)
            {
                // The typed refusal is the other allowed outcome.
            }
            // A flipped bit may make a valid compact sequence of up to 16 MiB.
            Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 64_000_000);
        }
    }
}
