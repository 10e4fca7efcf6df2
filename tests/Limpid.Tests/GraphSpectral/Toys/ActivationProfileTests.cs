using Limpid.GraphSpectral.Toys;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.GraphSpectral.Toys;

public class ActivationProfileTests
{
    [Fact]
    public void MeansByHandAndEmptyBinsTakeTheirNeighbours()
    {
        using var scope = NewDisposeScope();
        var data = new ToyData("three", zeros(4, 2), [3, 3.5, 6, 10], 0, 10);
        var profile = ActivationProfile.Of(tensor(new double[,] { { 1, 10 }, { 3, 20 }, { 7, 30 }, { 9, 40 } }), data, bins: 5);
        // Bins of two: 0 empty (takes the last one's), 1 holds 3 and 3.5, 2 empty, 3 holds 6, 4 holds 10.
        Close.Values([9, 40, 2, 15, 2, 15, 7, 30, 9, 40], profile.Cast<double>(), 1e-12);
        Assert.Contains("of 2 samples; expected 4", Assert.Throws<ArgumentException>(() => ActivationProfile.Of(zeros(2, 2), data)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => ActivationProfile.Of(zeros(4, 2), data, 1));
    }
}
