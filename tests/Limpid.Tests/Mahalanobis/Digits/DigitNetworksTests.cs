using Limpid.Data;
using Limpid.Mahalanobis;
using Limpid.Mahalanobis.Batched;
using Limpid.Mahalanobis.Digits;
using Limpid.Reproduction;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Mahalanobis.Digits;

/// <summary>Digit networks: what they compute, that they learn, that they are their seeds and resume where they stopped.</summary>
public class DigitNetworksTests
{
    private static readonly Seed[] Seeds = [new(1000), new(1001)];

    /// <summary>Small pictures: a class is a bright row.</summary>
    internal static DigitImages Images(int count, int seed)
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator((ulong)seed);
        var labels = arange(0, count, dtype: int64).remainder(10);
        var pixels = empty([count, 1, 10, 4]).uniform_(0, 0.4, generator).add(nn.functional.one_hot(labels, 10).to(float32).mul(0.6).view(count, 1, 10, 1));
        using var set = new ImageSet("rows", pixels, labels, [.. "0123456789".Select(c => c.ToString())]);
        return DigitImages.Of(set);
    }

    public static TheoryData<DigitPlan> Plans => [.. DigitPlan.Pair, .. DigitPlan.Six, .. DigitPlan.Offsets];

    [Theory]
    [MemberData(nameof(Plans))]
    public void TogetherAndOneByOne(DigitPlan plan)
    {
        using var scope = NewDisposeScope();
        using var images = Images(30, 1);
        using var networks = new DigitNetworks(plan, Seeds, 40, 12, dtype: float64);
        var pixels = images.Pixels.to(float64);
        var outputs = networks.call(pixels);
        for (var model = 0; model < 2; model++)
        {
            var alone = networks.Finish(networks.Scores(networks.Activate(networks.Sums(pixels, model)), model));
            Assert.True(Cases.Gap(outputs[model].t(), alone) < 1e-6);
            var hidden = networks.Hidden.Layer(model).call(pixels);
            Assert.True(Cases.Gap(networks.Sums(pixels, model), hidden) < 1e-9);
        }
        if (plan.Output is DigitOutput.Negated or DigitOutput.OffsetNegated) Assert.True(outputs.le(0).all().ToBoolean());
        if (plan.Output is DigitOutput.Activated or DigitOutput.Offset) Assert.True(outputs.ge(0).all().ToBoolean());
        Assert.Equal(plan.OutputBias, networks.Second?.Bias is not null);
        using var one = new DigitNetworks(plan, [Seeds[1]], 40, 12, dtype: float64);
        Assert.True(Cases.Gap(one.call(pixels)[0], outputs[1]) < 1e-9);
    }

    [Fact]
    public void DistancesOfManyAreThoseOfEach()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(5);
        using var layer = BatchedOffsetL2.Start(Seeds, 7, 4, dtype: float64);
        var input = empty([2, 7, 9], dtype: float64).normal_(0, 3, generator);
        var output = layer.call(input);
        for (var model = 0; model < 2; model++)
        {
            using var one = layer.Layer(model);
            Assert.True(Cases.Gap(one.call(input[model].t()), output[model].t()) < 1e-9);
            Assert.True(Cases.Gap(layer.Of(input[model].t(), model), output[model].t()) < 1e-9);
        }
        output.sum().backward();
        Assert.All(layer.parameters(), parameter => Assert.True(parameter.grad!.isfinite().all().ToBoolean()));
        Assert.Throws<ArgumentOutOfRangeException>(() => layer.Layer(2));
        Assert.Throws<ArgumentException>(() => BatchedOffsetL2.Start([], 7, 4));
    }

    [Fact]
    public void PixelsAreRaw()
    {
        using var images = Images(20, 2);
        Assert.Equal([20L, 40L], images.Pixels.shape);
        using var scope = NewDisposeScope();
        Assert.True(images.Pixels.eq(images.Pixels.round()).all().ToBoolean());
        Assert.InRange(images.Pixels.max().ToSingle(), 200, 255);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void TheyLearnAndAreTheirSeeds(bool absolute)
    {
        var cancel = TestContext.Current.CancellationToken;
        using var train = Images(60, 1);
        using var test = Images(20, 2);
        var plan = new DigitPlan("any", absolute);
        using var together = new DigitNetworks(plan, Seeds, 40, 12);
        // Even these small pictures are bright: the author's rate would overshoot on so few pixels.
        var options = new DigitOptions(45) { Every = 20, Chunk = 25, Rate = 2e-5 };
        var curve = DigitTraining.Train(together, train, test, options, cancel: cancel);
        Assert.Equal([0, 20, 40, 45], curve.Epochs);
        Assert.True(curve.Losses[^1].Zip(curve.Losses[0]).All(pair => pair.First < pair.Second));
        Close.Values(curve.Train[^1], DigitTraining.Right(together, train), 1e-12);
        using var alone = new DigitNetworks(plan, [Seeds[1]], 40, 12);
        var single = DigitTraining.Train(alone, train, test, options with { Chunk = 1000 }, cancel: cancel);
        Close.Values(single.Losses.Select(losses => losses[0]), curve.Losses.Select(losses => losses[1]), 0.02);
        Assert.Throws<OperationCanceledException>(() => DigitTraining.Train(alone, train, test, options, cancel: new(true)));
    }

    [Fact]
    public void ATrainingResumes()
    {
        var cancel = TestContext.Current.CancellationToken;
        using var train = Images(60, 1);
        using var test = Images(20, 2);
        var options = new DigitOptions(30) { Every = 10, Rate = 2e-5 };
        var folder = Directory.CreateTempSubdirectory("limpid-digits-").FullName;
        try
        {
            using var whole = new DigitNetworks(new("any", true), Seeds, 40, 12);
            var expected = DigitTraining.Train(whole, train, test, options, cancel: cancel);
            using var first = new DigitNetworks(new("any", true), Seeds, 40, 12);
            DigitTraining.Train(first, train, test, options with { Epochs = 10 }, new Checkpoint(folder, TimeSpan.Zero), cancel);
            using var second = new DigitNetworks(new("any", true), Seeds, 40, 12);
            var resumed = DigitTraining.Train(second, train, test, options, new Checkpoint(folder, TimeSpan.Zero), cancel);
            Assert.Equal(expected.Epochs, resumed.Epochs);
            Close.Values(expected.Losses.SelectMany(losses => losses), resumed.Losses.SelectMany(losses => losses), 1e-5);
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }
}
