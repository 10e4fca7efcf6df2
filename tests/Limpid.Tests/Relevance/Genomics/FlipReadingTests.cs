using Limpid.Relevance.Genomics;
using Limpid.Reproduction;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Relevance.Genomics;

public sealed class FlipReadingTests
{
    // The score is the number of G in the first half.
    private static nn.Module<Tensor, Tensor> Counter()
    {
        var weights = zeros(1, 4, 10);
        weights[0, 2].narrow(0, 0, 5).fill_(1);
        var linear = nn.Linear(40, 1, hasBias: false);
        using (no_grad()) linear.weight!.copy_(weights.reshape(1, 40));
        return nn.Sequential(nn.Flatten(), linear);
    }

    [Fact]
    public void The_score_falls_with_what_is_flipped()
    {
        using DisposeScope scope = NewDisposeScope();
        using var network = Counter();
        Tensor map = tensor(new float[,] { { 1, 2, 3, 4, 5, 0, 0, 0, 0, 0 } });
        var readings = FlipReading.Of(network, ["GGGGGCCCCC"], zeros(1, dtype: int64), [(MapMethod.Plain, map)], "nothing", 1, new Seed(1));
        FlipReading reading = Assert.Single(readings);
        Assert.Equal([5, 4, 3, 2, 1, 0, 0, 0, 0, 0, 0], reading.MostFirst);
        Assert.Equal([5, 5, 5, 5, 5, 5, 4, 3, 2, 1, 0], reading.LeastFirst);
        Assert.Equal(2.5, reading.Between, 9);
        Assert.Equal(4.5, reading.FirstTenth, 9);
        Assert.Equal(new double[,] { { 5, 4, 3, 2, 1, 0, 0, 0, 0, 0, 0 } }, Rows.Of(readings, each => each.MostFirst));
        var quarter = FlipReading.Of(network, ["GGGGGCCCCC"], zeros(1, dtype: int64), [(MapMethod.Plain, map)], "any base", 5, new Seed(1))[0];
        Assert.Equal([5, 1.25, 1.25], quarter.MostFirst);
        Assert.Throws<ArgumentException>(() => FlipReading.Of(network, ["GGGGGCCCCC"], zeros(1, dtype: int64), [], "noise", 1, new Seed(1)));
    }

    [Fact]
    public void Shuffled_letters_come_from_the_sequence()
    {
        using DisposeScope scope = NewDisposeScope();
        using var network = Counter();
        var reading = FlipReading.Of(network, ["CCCCCCCCCC"], zeros(1, dtype: int64), [(MapMethod.Plain, ones(1, 10))], "shuffled", 5, new Seed(1))[0];
        Assert.Equal([0, 0, 0], reading.MostFirst);
    }
}
