using System.Text;
using Limpid.Reproduction;
using Xunit;

namespace Limpid.Tests.Reproduction;

public sealed class SeedTests
{
    [Fact]
    public void A_stream_is_the_documented_hash()
    {
        byte[] hash = System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes("7/subset"));
        long expected = 0;
        for (int i = 7; i >= 0; i--)
            expected = (expected << 8) | hash[i];
        Assert.Equal(expected & long.MaxValue, new Seed(7).Of("subset").Value);
        Assert.Equal(RecordedStream, new Seed(0).Of("weights").Value);
    }

    // python3: int.from_bytes(hashlib.sha256(b"0/weights").digest()[:8], "little") & (2**63 - 1)
    private const long RecordedStream = 8389579401446667267;

    [Fact]
    public void Streams_differ_and_repeat()
    {
        long[] values = [.. from seed in Seed.Reported(20) from name in (string[])["a", "b", "weights"] select seed.Of(name).Value];
        Assert.Equal(values.Length, values.Distinct().Count());
        Assert.All(values, value => Assert.True(value >= 0));
        Assert.Equal(new Seed(3).Of("a"), new Seed(3).Of("a"));
    }

    [Fact]
    public void A_generator_follows_its_stream()
    {
        Assert.Equal(new Random((int)(RecordedStream & int.MaxValue)).Next(), new Seed(0).Random("weights").Next());
        Assert.NotEqual(new Seed(0).Random("weights").NextInt64(), new Seed(0).Random("order").NextInt64());
    }

    [Fact]
    public void Reported_and_choosing_seeds_never_meet()
    {
        Assert.Equal([0L, 1, 2], Seed.Reported(3).Select(seed => seed.Value));
        Assert.Equal([1000L, 1001], Seed.Choosing(2).Select(seed => seed.Value));
        Assert.True(Seed.Reported(1000)[^1] < Seed.FirstChoosing);
        Assert.Throws<ArgumentOutOfRangeException>(() => Seed.Reported(1001));
        Assert.Throws<ArgumentOutOfRangeException>(() => Seed.Choosing(0));
    }
}
