using Limpid.GraphSpectral.Capsules;
using Xunit;

namespace Limpid.Tests.GraphSpectral.Capsules;

public class InkSlopesTests
{
    /// <summary>Three digits; the first dimension thickens all, the second thins all, the third divides them, the fourth leaves one alone.</summary>
    private static InkSlopes Small => new([[3, -1, 2, 0], [5, -9, -2, 4], [4, -7, 1, 6]]);

    [Fact]
    public void AgreementByHand()
    {
        Assert.Equal([3, 3, 2, 2], Small.Agreement);
        Assert.Equal(2, Small.Unanimous);
        Close.Value(10 / 12.0, Small.MeanAgreement, 1e-12);
        Assert.Equal([3, 1, -2, 0], Small.Shared);
        Assert.Equal((3, 0), (Small.Thickness, Small.ThicknessDimension));
    }

    [Fact]
    public void CoinsByHand()
    {
        Assert.Equal(1, InkSlopes.Coins(1));
        // Of two coins: both alike half of the time.
        Close.Value(0.75, InkSlopes.Coins(2), 1e-12);
        Close.Value(0.623046875, InkSlopes.Coins(10), 1e-12);
    }

    [Fact]
    public void ThePermutedDimensionsAreTheNull()
    {
        var slopes = new InkSlopes([.. Enumerable.Range(0, 10).Select(_ => (double[])[1, 2, 3, 4, -1, -2, -3, -4])]);
        var before = slopes.Values.SelectMany(x => x).ToArray();
        var agreement = slopes.AgreementNull(new Random(1), 300);
        Assert.Equal(1, agreement.Observed);
        Assert.InRange(agreement.Mean, 0.6, 0.66);
        Close.Value(1 / 301.0, agreement.PValue, 1e-12);
        Assert.True(slopes.ThicknessNull(new Random(1), 300).Mean < slopes.Thickness);
        Assert.Equal(agreement.Values, slopes.AgreementNull(new Random(1), 300).Values);
        Assert.Equal(before, slopes.Values.SelectMany(x => x));
    }
}
