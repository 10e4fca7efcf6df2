using Limpid.Data;
using Xunit;

namespace Limpid.Tests.Data;

public class BatchesTests
{
    [Fact]
    public void APassHoldsEachSampleOnce()
    {
        var batches = Batches.Shuffled(10, 4, 2, new Random(1)).ToArray();
        Assert.Equal([4, 4, 2, 4, 4, 2], batches.Select(batch => batch.Length));
        var passes = batches.Chunk(3).Select(pass => pass.SelectMany(batch => batch).ToArray()).ToArray();
        Assert.All(passes, pass => Assert.Equal(Enumerable.Range(0, 10).Select(i => (long)i), pass.Order()));
        Assert.NotEqual(passes[0], passes[1]);
        Assert.Empty(Batches.Shuffled(10, 4, 0, new Random(1)));
    }

    [Fact]
    public void DrawsAreUniformAndWithoutEnd()
    {
        var counts = new int[5];
        foreach (var index in Batches.Drawn(5, 10, new Random(1)).Take(1000).SelectMany(batch => batch)) counts[index]++;
        // 2000 expected, standard deviation 40.
        Assert.All(counts, count => Assert.InRange(count, 1800, 2200));
    }

    [Fact]
    public void NumbersOutOfRangeAreRefusedAtOnce()
    {
        Assert.Equal("samples", Assert.Throws<ArgumentOutOfRangeException>(() => Batches.Drawn(0, 1, new Random(1))).ParamName);
        Assert.Equal("size", Assert.Throws<ArgumentOutOfRangeException>(() => Batches.Shuffled(1, 0, 1, new Random(1))).ParamName);
        Assert.Equal("epochs", Assert.Throws<ArgumentOutOfRangeException>(() => Batches.Shuffled(1, 1, -1, new Random(1))).ParamName);
    }
}
