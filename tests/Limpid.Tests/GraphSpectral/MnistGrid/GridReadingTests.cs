using Limpid.Data;
using Limpid.Graphs;
using Limpid.GraphSpectral;
using Limpid.GraphSpectral.MnistGrid;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.GraphSpectral.MnistGrid;

[Collection(ProcessCollection.Name)]
public class GridReadingTests
{
    /// <summary>Four nines and a seven on ten neurons: read as 9 (sure), 9 (barely), 7, 4 and 7.</summary>
    private static GridReading Small()
    {
        var probabilities = zeros(5, 10);
        probabilities[0, 9] = tensor(1f);
        (probabilities[1, 9], probabilities[1, 4]) = (tensor(0.5f), tensor(0.45f));
        (probabilities[2, 7], probabilities[3, 4], probabilities[4, 7]) = (tensor(0.6f), tensor(0.9f), tensor(1f));
        var activations = zeros(5, 10);
        for (var i = 0; i < 5; i++) activations[i, new[] { 0, 1, 8, 2, 9 }[i]] = tensor(1f);
        return new GridReading(activations, probabilities, [9, 9, 9, 9, 7]);
    }

    [Fact]
    public void ExamplesHaveTheirRoles()
    {
        using var scope = NewDisposeScope();
        using var reading = Small();
        var data = Toy.Data(5, 1);
        Assert.Equal([9, 9, 7, 4, 7], reading.Predictions);
        Assert.Equal(0.6, reading.Accuracy, 12);
        Assert.Equal([(ExampleRole.Ordinary, 0, 9), (ExampleRole.Transitional, 1, 9), (ExampleRole.Misclassified, 2, 7)],
            GridExample.Find(reading, data, 9, misreadAs: 7).Select(e => (e.Role, e.Image, e.ReadAs)));
        Assert.Equal(3, GridExample.Find(reading, data, 9)[2].Image);
        Assert.Equal([ExampleRole.Ordinary], GridExample.Find(reading, data, 7).Select(e => e.Role));
        Assert.Empty(GridExample.Find(reading, data, 3));
        var misread = GridExample.Find(reading, data, 9, 7)[2];
        Assert.Equal("9 read as 7 (60%)", misread.Title.Replace(" %", "%"));
        Assert.Equal((data.Images[2, 0, 3, 5].ToDouble(), 28), (misread.Picture[3, 5], misread.Picture.GetLength(1)));
        Assert.Equal([8], GridExample.Find(reading, data, 9, 7)[2].Top.Select((marked, i) => (marked, i)).Where(x => x.marked).Select(x => x.i));
    }

    [Fact]
    public void RegionShareByHand()
    {
        using var scope = NewDisposeScope();
        using var reading = Small();
        // Neurons 0 to 7 belong to class 9, neurons 8 and 9 to class 7.
        var maps = new double[10, 10];
        for (var v = 0; v < 10; v++) maps[v < 8 ? 9 : 7, v] = 1;
        var share = RegionShare.Of(reading, Segmentation.Of(tensor(maps), Graph.Path(10)), digit: 9, other: 7);
        Assert.Equal(new RegionShare(ReadRight: 0, Misread: 1, MisreadImages: 1, ByChance: 0.2), share);
        var none = RegionShare.Of(reading, Segmentation.Of(tensor(maps), Graph.Path(10)), digit: 9, other: 3);
        Assert.Equal(new RegionShare(ReadRight: 0, Misread: 0, MisreadImages: 0, ByChance: 0), none);
        var unread = RegionShare.Of(reading, Segmentation.Of(tensor(maps), Graph.Path(10)), digit: 3, other: 7);
        Assert.Equal(new RegionShare(ReadRight: 0.2, Misread: 0.2, MisreadImages: 0, ByChance: 0.2), unread);
    }

    [Fact]
    public void ReadingLeavesTheNetworkAsItWas()
    {
        using var scope = NewDisposeScope();
        var data = Toy.Data(30, 4);
        using var network = new GridClassifier();
        var before = network.parameters().SelectMany(Check.Values).ToArray();
        network.train();
        using (var reading = GridReading.Of(network, data, 25, batchSize: 10))
        {
            Assert.Equal([25, 64], reading.Activations.shape);
            Assert.False(reading.Activations.requires_grad);
            network.eval();
            using var direct = network.Grid(data.Images.narrow(0, 0, 25));
            Close.Values(Check.Values(direct), Check.Values(reading.Activations), 1e-5);
        }
        network.train();
        Assert.Equal("count", Assert.Throws<ArgumentOutOfRangeException>(() => GridReading.Of(network, data, 0)).ParamName);
        Assert.ThrowsAny<Exception>(() => GridReading.Of(network, new ImageSet("two channels", zeros(3, 2, 28, 28), zeros(3, int64), ["0"])));
        Assert.True(network.training);
        Assert.Equal(before, network.parameters().SelectMany(Check.Values));
        Assert.All(network.parameters(), parameter => Assert.True(parameter.requires_grad));
    }

    [Fact]
    public void NothingIsLeftBehind()
    {
        var data = Toy.Data(10, 4);
        using var network = new GridClassifier();
        using (data)
            Check.LeavesNothing(() =>
            {
                using var reading = GridReading.Of(network, data);
                GridExample.Find(reading, data, 3);
            });
    }
}
