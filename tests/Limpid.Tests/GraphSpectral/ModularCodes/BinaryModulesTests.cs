using Limpid.GraphSpectral.ModularCodes;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.GraphSpectral.ModularCodes;

[Collection(ProcessCollection.Name)]
public class BinaryModulesTests
{
    [Fact]
    public void CodesAreTheirBitsAndEachBitFillsItsFeatures()
    {
        using var scope = NewDisposeScope();
        var modules = new BinaryModules(3);
        Assert.Equal((8, 400), (modules.Codes, modules.Features));
        Assert.Equal([1.0, 0, 1], Check.Values(modules.UsedBits()[5]));
        var five = Check.Values(modules.Patterns()[5]);
        Assert.All(Enumerable.Range(0, 400), feature => Assert.Equal(feature is >= 250 and < 300 or >= 350 ? 10 : 0, five[feature]));
    }

    [Fact]
    public void SamplesAreTheirCodesWithNoiseOfTheRightSize()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        var modules = new BinaryModules(2);
        var samples = modules.Samples(20);
        Assert.Equal([80, 400], samples.shape);
        var noise = Check.Values(samples.sub(modules.Patterns().repeat_interleave(20, 0)));
        Close.Value(0, noise.Average(), 0.03);
        Close.Value(1, Math.Sqrt(noise.Average(value => value * value)), 0.03);
        manual_seed(1);
        Assert.Equal(Check.Values(samples), Check.Values(modules.Samples(20)));
    }

    [Fact]
    public void EightModulesAreAllTheBits()
    {
        using var scope = NewDisposeScope();
        var modules = new BinaryModules(8) { FeaturesPerBit = 1, Noise = 0 };
        Assert.Equal([256, 8], modules.Samples(1).shape);
        Assert.Equal(Check.Values(modules.UsedBits().mul(10)), Check.Values(modules.Samples(1)));
    }

    [Fact]
    public void WrongInputIsNamedAndNothingIsLeft()
    {
        Assert.Contains("9 modules", Assert.Throws<ArgumentOutOfRangeException>(() => new BinaryModules(9)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => new BinaryModules(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BinaryModules(1).Samples(0));
        Check.LeavesNothing(() => new BinaryModules(2).Samples(2).Dispose(), 20);
    }
}
