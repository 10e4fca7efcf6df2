using Limpid.Evaluation;
using Limpid.Tests.GraphSpectral;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Evaluation;

public class MasksTests
{
    [Fact]
    public void ResizingTakesTheNearestPixel()
    {
        using var scope = NewDisposeScope();
        var line = tensor(new long[] { 1, 2, 3, 4 });
        Assert.Equal([2, 4], Masks.Resize(line, 2).data<long>().ToArray());
        Assert.Equal([1, 1, 2, 2, 3, 3, 4, 4], Masks.Resize(line, 8).data<long>().ToArray());
        Assert.Equal([1, 3, 4], Masks.Resize(line, 3).data<long>().ToArray());
        Assert.Equal([1, 2, 3, 4], Masks.Resize(line, 4).data<long>().ToArray());
    }

    [Theory]
    [InlineData(5, 7, 3, 11)]
    [InlineData(8, 8, 4, 4)]
    [InlineData(1, 6, 9, 1)]
    public void ResizingEqualsItsSlowTwin(int height, int width, int newHeight, int newWidth)
    {
        using var scope = NewDisposeScope();
        var masks = Twin.Mask(height, 2, height, width).to(ScalarType.Bool);
        var resized = Masks.Resize(masks, newHeight, newWidth);
        Assert.Equal([2, newHeight, newWidth], resized.shape);
        Assert.Equal(ScalarType.Bool, resized.dtype);
        for (var n = 0; n < 2; n++)
            for (var y = 0; y < newHeight; y++)
                for (var x = 0; x < newWidth; x++)
                    Assert.Equal(masks[n, (int)((y + 0.5) * height / newHeight), (int)((x + 0.5) * width / newWidth)].item<bool>(), resized[n, y, x].item<bool>());
    }

    [Fact]
    public void BadSizesAreNamedAndNothingIsLeftBehind()
    {
        using var masks = ones(2, 4, 4);
        Assert.Equal("size", Assert.Throws<ArgumentOutOfRangeException>(() => Masks.Resize(masks, 3, 0)).ParamName);
        Assert.Contains("expected at least 4 axes", Assert.Throws<ArgumentException>(() => Masks.Resize(masks, 2, 2, 2, 2)).Message);
        Assert.Equal("masks", Assert.Throws<ArgumentException>(() => Masks.Resize(masks)).ParamName);
        Check.LeavesNothing(() => Masks.Resize(masks, 2, 7).Dispose());
    }
}
