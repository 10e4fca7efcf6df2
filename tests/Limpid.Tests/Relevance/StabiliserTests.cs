using Limpid.Relevance;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Relevance;

public sealed class StabiliserTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(13)]
    [InlineData(40_001)]
    [InlineData(200_003)]
    public void One_pass_gives_the_bits_of_the_formula(int count)
    {
        using var scope = NewDisposeScope();
        var random = new Random(count);
        float[] Draw() => [.. Enumerable.Range(0, count).Select(i => i % 7 == 0 ? 0 : i % 11 == 0 ? -0f : (float)((random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-9, 3))))];
        float[] r = Draw(), z = Draw();
        var stabiliser = new Stabiliser(1e-6);
        var fast = stabiliser.Divide(tensor(r), tensor(z));
        Assert.True(StabilisedQuotient.Takes(tensor(r), tensor(z)));
        var expected = r.Zip(z, (own, of) => own / (of + (of >= 0 ? 1e-6f : -1e-6f)));
        Assert.Equal(expected, fast.data<float>());
        Assert.Equal(stabiliser.DivideByOperations(tensor(r), tensor(z)).data<float>(), fast.data<float>());
    }

    [Fact]
    public void Other_types_shapes_and_layouts_go_by_operations()
    {
        using var scope = NewDisposeScope();
        Tensor z = tensor(new float[,] { { 1, -2 }, { 0, 4 } }), r = ones(2, 2);
        Assert.False(StabilisedQuotient.Takes(r.to(float64), z.to(float64)));
        Assert.False(StabilisedQuotient.Takes(r, z.t()));
        Assert.False(StabilisedQuotient.Takes(r, z[0]));
        var half = new Stabiliser(0.5);
        Assert.Equal([1 / 1.5f, 1 / 0.5f, 1 / -2.5f, 1 / 4.5f], half.Divide(r, z.t()).contiguous().data<float>());
        Assert.Equal([1 / 1.5f, 1 / -2.5f, 1 / 0.5f, 1 / 4.5f], half.Divide(r, z).data<float>());
        Assert.Equal([1, -0.5f, 0, 0.25f], Stabiliser.None.Divide(r, z).data<float>());
        // Relative: epsilon times the root mean square of a sample.
        Close.Value(1 / (1 + 0.5 * Math.Sqrt(2.5)), new Stabiliser(0.5, Relative: true).Divide(r, z)[0, 0].ToDouble(), 1e-6);
    }
}
