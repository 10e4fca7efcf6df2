using Limpid.Relevance;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Relevance;

[Collection(ProcessCollection.Name)]
public class PrunedMapTests
{
    private static double[] Values(Tensor map) => map.flatten().to(float64).data<double>().ToArray();

    [Fact]
    public void Top_keeps_the_largest_and_of_equal_ones_the_first()
    {
        using var scope = NewDisposeScope();
        var map = tensor(new float[,] { { 1, -4, 2, 2 }, { 0, 0, -1, 3 } });
        Assert.Equal([0, -4, 2, 0, 0, 0, 0, 3], Values(PrunedMap.Top(map, [2, 1])));
        Assert.Equal([0, 0, 0, 0, 0, 0, -1, 3], Values(PrunedMap.Top(map, [0, 2])));
        Assert.Equal([1, -4, 2, 2, 0, 0, -1, 3], Values(map));
    }

    [Fact]
    public void Random_keeps_so_many_that_are_not_zero_and_repeats_by_seed()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        var map = randn(3, 5, 7) * rand(3, 5, 7).gt(0.5).to(float32);
        var kept = PrunedMap.Random(map, [4, 0, 6], 9);
        Assert.Equal([4, 0, 6], PrunedMap.NonZeros(kept));
        Assert.True((kept * (kept - map)).abs().max().ToDouble() == 0);
        Assert.True(kept.equal(PrunedMap.Random(map, [4, 0, 6], 9)).all().ToBoolean());
        Assert.False(kept.equal(PrunedMap.Random(map, [4, 0, 6], 10)).all().ToBoolean());
    }

    [Fact]
    public void Threshold_is_the_cut_of_PLRP_lambda_on_a_copy()
    {
        using var scope = NewDisposeScope();
        var map = tensor(new[,] { { 1.0, 1, 2, 4, -1, -3 } });
        Close.Values([0, 0, 2 * 8 / 6.0, 4 * 8 / 6.0, -1, -3], Values(PrunedMap.Threshold(map, 0.25)), 1e-12);
        Close.Values([0, 0, 2 * 8 / 6.0, 4 * 8 / 6.0, 0, -4], Values(PrunedMap.Threshold(map, 0.25, 0.25)), 1e-12);
        Assert.Equal([1, 1, 2, 4, -1, -3], Values(map));
    }

    [Fact]
    public void Bad_input_is_named()
    {
        using var scope = NewDisposeScope();
        var map = ones(2, 3);
        Assert.Contains("expected 2, one per sample", Assert.Throws<ArgumentException>(() => PrunedMap.Top(map, [1])).Message, StringComparison.Ordinal);
        Assert.Contains("expected 0 to 3", Assert.Throws<ArgumentException>(() => PrunedMap.Random(map, [1, 4], 0)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => PrunedMap.Threshold(map / 0, 0.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => PrunedMap.Threshold(map, 1));
    }
}
