using Limpid.Data;
using Limpid.Data.Pictures;
using Limpid.Relevance.Images;
using Limpid.Reproduction;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Relevance.Images;

public class PhotographReaderTests
{
    [Fact]
    public void MapsOfAPhotographAreMeasuredAndKeptAsBlocks()
    {
        foreach (var name in new[] { "nanodet", "photographs" })
            Assert.SkipUnless(DataStore.Default.Status(name).State != DataState.Missing, $"{name} is not at hand; ./limpid data get {name} fetches it");
        Assert.Throws<ArgumentException>(() => new PhotographReader(50));
        using var scope = NewDisposeScope();
        using var coffee = Photographs.Load("coffee");
        using var reader = new PhotographReader(26);
        var readings = reader.Run([coffee], [MapMethod.Plain, MapMethod.Lambda(0.25), new MapMethod(MapKind.Top, 0.25)], new Seed(0), cancel: TestContext.Current.CancellationToken);
        Assert.Equal(["LRP", "PLRP-lambda .25", "top-k .25"], readings.Select(reading => reading.Method.Name));
        Assert.All(readings, reading => Assert.Equal(("coffee", "cup", 26, 26), (reading.Photograph, reading.Object, reading.Map.Length, reading.Map[0].Length)));
        // The recorded score of "cup" by TensorFlow.js is .521 on nearest pixels; here they are interpolated.
        Assert.InRange(readings[0].Score, 0.45, 0.6);
        Assert.Equal(readings[1].Input.NonZero, readings[2].Input.NonZero);
        Assert.InRange(readings[1].Input.NonZero[0], 0.001, 0.5);
        Assert.True(readings[1].Input.Gini[0] > readings[0].Input.Gini[0]);
        var (value, percent) = (readings[0].Map[3][4], readings[0].Percent(4 * readings[0].Map[3][4]));
        Assert.Equal(25, percent[3, 4]);
        Assert.Equal(value > 0 ? 100 : -100, readings[0].Percent(value / 2)[3, 4]);
        using var ink = PhotographReader.Ink(coffee, 40);
        Assert.Equal([40, 40], ink.shape);
        Assert.Equal(1 - coffee.Image.mean().ToDouble(), ink.mean().ToDouble(), 0.01);
    }
}
