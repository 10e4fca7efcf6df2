using Limpid.Data;
using Limpid.Data.Pictures;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Data.Pictures;

public sealed class PhotographsTests
{
    private static void NeedsData() =>
        Assert.SkipUnless(DataStore.Default.Status("photographs").State != DataState.Missing, "photographs is not at hand; ./limpid data get photographs fetches it");

    // Share of the picture, points (row, column) inside and outside, all read off the pictures by eye.
    [Theory]
    [InlineData("astronaut", "person", 0.40, 0.52, new[] { 110, 225, 300, 250, 480, 60, 50, 280 }, new[] { 100, 40, 100, 400, 420, 400, 20, 20 })]
    [InlineData("chelsea", "cat", 0.65, 0.80, new[] { 110, 170, 240, 265, 290, 20, 5, 390 }, new[] { 60, 10, 100, 430, 250, 400, 120, 390 })]
    [InlineData("coffee", "cup", 0.17, 0.26, new[] { 110, 280, 230, 290, 280, 215, 248, 336 }, new[] { 350, 250, 280, 370, 200, 120, 90, 415 })]
    public void Masks_lie_on_the_objects(string name, string thing, double smallest, double largest, int[] inside, int[] outside)
    {
        NeedsData();
        using DisposeScope scope = NewDisposeScope();
        Photograph photograph = Photographs.Load(name);
        Assert.Equal((name, thing), (photograph.Name, photograph.Object));
        Tensor mask = photograph.Mask();
        Assert.Equal(photograph.Image.shape[1..], mask.shape);
        Assert.InRange(mask.to(float64).mean().item<double>(), smallest, largest);
        for (int i = 0; i < inside.Length; i += 2)
            Assert.True(mask[inside[i], inside[i + 1]].item<bool>());
        for (int i = 0; i < outside.Length; i += 2)
            Assert.False(mask[outside[i], outside[i + 1]].item<bool>());
    }

    [Fact]
    public void A_mask_follows_the_photographs_size()
    {
        NeedsData();
        using DisposeScope scope = NewDisposeScope();
        foreach (Photograph photograph in Photographs.Load())
        {
            double whole = photograph.Mask().to(float64).mean().item<double>();
            Assert.Equal(whole, photograph.Mask(416, 416).to(float64).mean().item<double>(), 0.002);
            Assert.Equal(whole, photograph.Mask(52, 52).to(float64).mean().item<double>(), 0.02);
        }
    }

    [Fact]
    public void A_framed_photograph_keeps_its_form_and_takes_its_mask_along()
    {
        using DisposeScope scope = NewDisposeScope();
        // A picture of 4 x 8 in red whose right half is outlined, in a square of 16: 6 x 12 from row 5 and column 2 on.
        var photograph = new Photograph("test", "cup", tensor(new[] { 1f, 0, 0 }).view(3, 1, 1).expand(3, 4, 8), [[(4, 0), (8, 0), (8, 4), (4, 4)]]);
        Photograph framed = photograph.Framed(16);
        Assert.Equal([3, 16, 16], framed.Image.shape);
        Assert.Equal((1f, 0f, 0.5f, 0.5f), (framed.Image[0, 5, 2].item<float>(), framed.Image[1, 10, 13].item<float>(), framed.Image[0, 4, 2].item<float>(), framed.Image[1, 5, 1].item<float>()));
        Tensor mask = framed.Mask();
        Assert.Equal(36, mask.sum().item<long>());
        Assert.True(mask[5, 8].item<bool>() && mask[10, 13].item<bool>() && !mask[5, 7].item<bool>() && !mask[11, 13].item<bool>());
        Assert.Equal([3, 4, 8], photograph.Image.shape);
        Assert.Throws<ArgumentOutOfRangeException>(() => photograph.Framed(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => photograph.Framed(16, 1.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => photograph.Framed(16, 1, double.NaN));
    }

    [Fact]
    public void Another_name_is_refused() => Assert.Contains("chelsea", Assert.Throws<ArgumentException>(() => Photographs.Load("dog")).Message, StringComparison.Ordinal);
}
