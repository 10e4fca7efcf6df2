using System.Buffers.Binary;
using Limpid.Data;
using Xunit;

namespace Limpid.Tests.Data;

public sealed class IdxReaderTests
{
    private static byte[] Idx(uint magic, int values, params uint[] shape)
    {
        byte[] bytes = new byte[4 + 4 * shape.Length + values];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, magic);
        for (int i = 0; i < shape.Length; i++)
            BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(4 + 4 * i), shape[i]);
        for (int i = 0; i < values; i++)
            bytes[4 + 4 * shape.Length + i] = (byte)i;
        return bytes;
    }

    [Fact]
    public void Reads_shape_and_values()
    {
        IdxArray array = IdxReader.Read(Idx(0x803, 12, 2, 3, 2), 3);
        Assert.Equal([2, 3, 2], array.Shape);
        Assert.Equal(Enumerable.Range(0, 12).Select(i => (byte)i), array.Values.ToArray());
        Assert.Equal(0, IdxReader.Read(Idx(0x801, 0, 0), 1).Values.Length);
    }

    [Fact]
    public void Refuses_every_truncation_and_any_extra_byte()
    {
        byte[] whole = Idx(0x803, 12, 2, 3, 2);
        for (int length = 0; length < whole.Length; length++)
            Assert.Throws<DataFormatException>(() => IdxReader.Read(whole.AsMemory(0, length), 3));
        Assert.Throws<DataFormatException>(() => IdxReader.Read((byte[])[.. whole, 0], 3));
    }

    [Theory]
    [InlineData(0x801u)]
    [InlineData(0x804u)]
    [InlineData(0xD03u)]
    [InlineData(0x1000803u)]
    [InlineData(0x10803u)]
    [InlineData(0x1F8B0803u)]
    public void Refuses_another_magic_number(uint magic) =>
        Assert.Contains("expected 00000803", Assert.Throws<DataFormatException>(() => IdxReader.Read(Idx(magic, 12, 2, 3, 2), 3)).Message);

    [Theory]
    [InlineData(uint.MaxValue, 1u, 1u)]
    [InlineData(0x7FFFFFFFu, 0x7FFFFFFFu, 0x7FFFFFFFu)]
    [InlineData(65536u, 65536u, 65536u)]
    [InlineData(0u, 0xFFFFFFFFu, 1u)]
    [InlineData(2u, 3u, 3u)]
    [InlineData(2u, 3u, 1u)]
    public void Refuses_counts_that_the_file_can_not_hold_without_allocating(uint a, uint b, uint c)
    {
        byte[] content = Idx(0x803, 12, a, b, c);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<DataFormatException>(() => IdxReader.Read(content, 3));
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 100_000);
    }

    [Fact]
    public void Any_bytes_either_read_or_throw_the_typed_exception()
    {
        var random = new Random(1);
        for (int i = 0; i < 20_000; i++)
        {
            byte[] content = Idx(0x803, 12, 2, 3, 2);
            for (int k = 0; k < 3; k++)
                content[random.Next(16)] = (byte)random.Next(256);
            content = content[..random.Next(content.Length + 1)];
            try
            {
                Assert.Equal(content.Length - 16, IdxReader.Read(content, 3).Values.Length);
            }
            catch (DataFormatException)
            {
                // The typed refusal is the other allowed outcome.
            }
        }
    }
}
