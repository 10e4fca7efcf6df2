using System.Text.Json;
using Limpid.Data;
using Limpid.Evaluation;
using Limpid.Relevance;
using Limpid.Relevance.Images;
using Limpid.Reproduction;
using TorchSharp.Modules;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Relevance.Images;

[Collection(ProcessCollection.Name)]
public class ImageReaderTests
{
    private static readonly ReadingPlan Plan = new() { Compared = [0.25], Sweep = [0.5], SweepImages = 2, FlipImages = 2, BatchSize = 2, BlocksPerStep = 16, TopK = 20 };

    private static readonly double[] Shares = [0.1, 0.5];

    private static (Sequential Network, ImageSet Images, Tensor Masks) Given()
    {
        var network = ImageNetworks.Fashion(new Seed(1));
        network.eval();
        var random = new Random(7);
        var images = tensor(Enumerable.Range(0, 4 * 784).Select(_ => (float)random.NextDouble()).ToArray(), [4, 1, 28, 28]);
        var masks = zeros([4, 28, 28], dtype: ScalarType.Bool);
        masks.narrow(1, 5, 6).narrow(2, 8, 6).fill_(true);
        using var still = no_grad();
        return (network, new ImageSet("noise", images, network.call(images).argmax(1), [.. Enumerable.Range(0, 10).Select(i => $"{i}")]), masks);
    }

    private static ImageReadings Run(Experiment? replicates = null, bool masked = true)
    {
        using var scope = NewDisposeScope();
        var (network, images, masks) = Given();
        return new ImageReader("noise", network, Composite.EpsilonPlus(), Plan).Run(images, masked ? masks : null, new Seed(0), replicates, TestContext.Current.CancellationToken);
    }

    [Fact]
    public void EveryMethodIsReadForTheImagesOfThePlan()
    {
        var readings = Run();
        Assert.Equal(["LRP", "PLRP-lambda .25", "PLRP-lambda .5", "PLRP-M .25", "threshold .25", "top-k .25", "random cut .25"], readings.All.Select(reading => reading.Method.Name));
        Assert.Equal([4, 4, 2, 4, 4, 4, 4], readings.All.Select(reading => reading.Input.Gini.Length));
        Assert.Equal([4, 4, 2, 4, 4, 4, 4], readings.All.Select(reading => reading.Place!.Mass.Length));
        // Four convolutions and two linear layers, the first of them not hidden.
        string[] layers = ["conv 2", "conv 3", "conv 4", "linear 5", "linear 6"];
        Assert.Equal(layers, readings[MapMethod.Plain].Hidden.Select(layer => layer.Layer));
        Assert.Equal([2, 2, 2, 0, 0, 2, 0], readings.All.Select(reading => reading.HiddenGini.Length));
        Assert.Equal([3, 3, 0, 3, 1, 1, 1], readings.All.Select(reading => reading.Flips.Count));
        Assert.Equal([4, 2], readings[MapMethod.Plain].Flips.Take(2).Select(flip => flip.Abpc.Length));
        Assert.Throws<ArgumentException>(() => readings[MapMethod.Lambda(0.5)].Flip(Filling.Mean));
        Assert.Throws<ArgumentException>(() => readings[MapMethod.Lambda(0.1)]);
        Assert.Equal([0, 0.25, 0.5], readings.Shares);
        var over = readings.Over(reading => reading.Input.Gini);
        Assert.Equal((2, 3), (over.GetLength(0), over.GetLength(1)));
        Assert.Equal(readings[MapMethod.Lambda(0.5)].Input.Gini[1], over[1, 2]);
        Assert.Equal(["LRP", "PLRP-lambda .5"], readings.At([0.5]).Select(reading => reading.Method.Name));
        Assert.All(Run(masked: false).All, reading => Assert.Null(reading.Place));
    }

    [Fact]
    public void ControlsHaveAsManyNonZerosAndPruningMakesHiddenLayersSparser()
    {
        var readings = Run();
        var lambda = readings[MapMethod.Lambda(0.25)].Input.NonZero;
        Assert.All(lambda, share => Assert.InRange(share, 0.01, 0.999));
        Assert.Equal(lambda, readings[new MapMethod(MapKind.Top, 0.25)].Input.NonZero);
        Assert.Equal(lambda, readings[new MapMethod(MapKind.Random, 0.25)].Input.NonZero);
        Assert.All(lambda.Zip(readings[new MapMethod(MapKind.Threshold, 0.25)].Input.NonZero), pair => Assert.InRange(pair.Second, pair.First - 0.02, pair.First));
        Assert.All(readings[MapMethod.Lambda(0.25)].HiddenGini.Zip(readings[MapMethod.Plain].HiddenGini), pair => Assert.True(pair.First > pair.Second));
        Assert.Equal(
            readings[MapMethod.Lambda(0.25)].Hidden.SelectMany(layer => layer.Values.NonZero), readings[new MapMethod(MapKind.Top, 0.25)].Hidden.SelectMany(layer => layer.Values.NonZero));
    }

    [Fact]
    public void NumbersAreThoseOfTheMeasuresAndRepeat()
    {
        using var scope = NewDisposeScope();
        var (network, images, masks) = Given();
        var readings = Run();
        using var result = new RelevancePropagation(network, Composite.EpsilonPlus().Pruned(Pruning.Lambda(0.25))).Explain(images.Images);
        Close.Values(Complexity.Gini(result.Input).data<double>().ToArray(), readings[MapMethod.Lambda(0.25)].Input.Gini, 1e-5);
        Close.Values(Localisation.MassAccuracy(result.Input, masks).data<double>().ToArray(), readings[MapMethod.Lambda(0.25)].Place!.Mass, 1e-5);
        Assert.Equal(JsonSerializer.Serialize(readings), JsonSerializer.Serialize(Run()));
    }

    [Fact]
    public void AFinishedBatchIsReadFromTheCheckpoint()
    {
        var folder = Directory.CreateTempSubdirectory("limpid-images-");
        try
        {
            var first = Run(new Experiment("photographs", RunMode.Full, Plan, folder.FullName));
            var second = Run(new Experiment("photographs", RunMode.Full, Plan, folder.FullName));
            Assert.Equal(JsonSerializer.Serialize(first), JsonSerializer.Serialize(second));
            Assert.Equal("PLRP-lambda .25", second.All[1].Method.Name);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void TheEqualThresholdKeepsAtMostSoManyAndTheMassOfEachSign()
    {
        using var scope = NewDisposeScope();
        var map = tensor([8f, 4, 2, 1, -1, -3, 0, 0, 1, 2, 3, 4, 5, 6, -7, 0], [2, 8]);
        var cut = EqualThreshold.Of(map, [3, 8]);
        // p+ = 7/15 cuts 1, 2 and 4 of the first; p- = 7/30 is below the 1/4 that cutting -1 takes.
        Close.Values([15, 0, 0, 0, -1, -3, 0, 0], cut[0].data<float>().ToArray().Select(value => (double)value), 1e-4);
        Assert.Equal(map[1].data<float>().ToArray(), cut[1].data<float>().ToArray());
        Assert.Equal([2L, 2], PrunedMap.NonZeros(EqualThreshold.Of(map, [1, 1])));
    }

    [Fact]
    public void TheBestControlHasTheHighestMedian()
    {
        static MapReading Reading(MapMethod method, params double[] gini) => new() { Method = method, Input = new([.. gini], [], [], []), Hidden = [], Flips = [] };
        var readings = new ImageReadings("x", [Reading(new(MapKind.Threshold, 0.1), 1, 1, 9), Reading(new(MapKind.Top, 0.1), 0, 2, 2), Reading(new(MapKind.Random, 0.1), 0, 0, 5)]);
        Assert.Equal(MapKind.Top, readings.BestControl(0.1, reading => reading.Input.Gini).Method.Kind);
        Assert.Equal(Shares, new ReadingPlan { Compared = [0.5], Sweep = [0.1] }.Methods.Where(method => method.Kind == MapKind.Lambda).Select(method => method.Share));
    }
}
