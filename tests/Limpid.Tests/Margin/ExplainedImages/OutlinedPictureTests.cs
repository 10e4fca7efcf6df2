using Limpid.Margin.ExplainedImages;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Margin.ExplainedImages;

/// <summary>Pictures of 6 x 6 pixels.</summary>
public class OutlinedPictureTests
{
    [Fact]
    public void TheOutlineIsTheEdgeOfTheMask()
    {
        using var scope = NewDisposeScope();
        var mask = zeros(6, 6);
        mask.narrow(0, 0, 4).narrow(1, 1, 4).fill_(1);
        var picture = OutlinedPicture.Of(full(3, 6, 6, 0.2), mask, 6);
        // The object touches the upper edge, which is no outline.
        Assert.Equal((44.0, 100.0, 44.0, 100.0, 44.0), (picture[0, 0], picture[0, 1], picture[0, 2], picture[3, 2], picture[4, 2]));
        Assert.Equal(10, picture.Cast<double>().Count(ink => ink == 100));
    }

    [Fact]
    public void BrightIsPaleUnlessAskedOtherwise()
    {
        using var scope = NewDisposeScope();
        var image = cat([ones(1, 6, 3), zeros(1, 6, 3)], 2);
        Assert.Equal((0.0, 55.0), (OutlinedPicture.Of(image, null, 2)[0, 0], OutlinedPicture.Of(image, null, 2)[1, 1]));
        Assert.Equal((55.0, 0.0), (OutlinedPicture.Of(image, null, 2, brightIsInk: true)[0, 0], OutlinedPicture.Of(image, null, 2, brightIsInk: true)[1, 1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => OutlinedPicture.Of(image, null, 0));
    }
}
