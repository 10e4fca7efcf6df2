using Limpid.Data;
using Limpid.GraphSpectral.Capsules;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.GraphSpectral.Capsules;

[Collection(ProcessCollection.Name)]
public class CapsuleReadingTests
{
    [Fact]
    public void ReadingIsTheNetworkInBatches()
    {
        using var scope = NewDisposeScope();
        var data = TinyDigits.Data(25, 1);
        using var network = new CapsNet(TinyDigits.Layout);
        network.train();
        var before = network.parameters().SelectMany(Check.Values).ToArray();
        using var reading = CapsuleReading.Of(network, data, batchSize: 10);
        var v = network.Capsules(data.Images);
        var drawn = network.Reconstruct(v, CapsNet.Longest(v));
        Close.Values(Check.Values(v), Check.Values(reading.Capsules), 1e-6);
        Close.Value((drawn - data.Images).square().sum().ToDouble() / 25, reading.ReconstructionError, 1e-4);
        Close.Value(network.call(data.Images).argmax(1).eq(data.Labels).to(float64).mean().ToDouble(), reading.Accuracy, 1e-12);
        Assert.All(reading.ReadRight(1, 3), i => Assert.Equal((1, 1), (reading.Labels[i], reading.Predictions[i])));
        Assert.ThrowsAny<Exception>(() => CapsuleReading.Of(network, new ImageSet("two channels", zeros(3, 2, 9, 9), zeros(3, int64), ["0"])));
        Assert.True(network.training);
        Assert.False(reading.Capsules.requires_grad);
        Assert.Equal(before, network.parameters().SelectMany(Check.Values));
    }

    [Fact]
    public void LengthsAreTheMeansOverImages()
    {
        using var scope = NewDisposeScope();
        var (v, labels) = (Check.Random(3, 7, 4, 3), new[] { 0, 1, 2, 3, 0, 1, 0 });
        double[] At(int b, int c) => Check.Values(v[b, c]);
        double Dot(double[] a, double[] b) => a.Zip(b, (x, y) => x * y).Sum();
        double Length(int b, int c) => Math.Sqrt(Dot(At(b, c), At(b, c)));
        var others = (int b) => Enumerable.Range(0, 4).Where(c => c != labels[b]);
        var images = Enumerable.Range(0, 7).ToArray();
        var measured = CapsuleLengths.Of(v, labels, new Random(1));
        Close.Value(images.Average(b => Length(b, labels[b])), measured.True, 1e-9);
        Close.Value(images.Average(b => others(b).Max(c => Length(b, c))), measured.Other, 1e-9);
        Close.Value(images.Average(b => others(b).Average(c => Dot(At(b, labels[b]), At(b, c)) / Length(b, labels[b]) / Length(b, c))), measured.Cosine, 1e-9);
    }

    [Fact]
    public void AlignedCapsulesHaveCosineOneAndPermutedOnesLess()
    {
        using var scope = NewDisposeScope();
        var aligned = tensor(new double[] { 1, -1, 2, -2 }).mul(tensor(new double[] { 0.9, 0.1, 0.2 }).unsqueeze(1)).expand(5, 3, 4);
        var measured = CapsuleLengths.Of(aligned, [0, 0, 1, 2, 1], new Random(2), 400);
        Close.Value(1, measured.Cosine, 1e-9);
        Assert.InRange(measured.PermutedCosine, -0.2, 0.2);
        Assert.Contains("[5, 3, 4]; expected [2,", Assert.Throws<ArgumentException>(() => CapsuleLengths.Of(aligned, [0, 1], new Random(1))).Message);
    }

    [Fact]
    public void SlopesAreTheInkOfThePanelsEnds()
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        var data = TinyDigits.Data(30, 1);
        using var network = new CapsNet(TinyDigits.Layout);
        CapsuleTraining.Train(network, data, null, TinyDigits.Settings(20), new Limpid.Reproduction.Seed(1), cancel: TestContext.Current.CancellationToken);
        using var reading = CapsuleReading.Of(network, data);
        var slopes = CapsuleShift.Slopes(network, reading, perDigit: 1);
        for (var d = 0; d < 2; d++)
        {
            var panel = CapsuleShift.Panel(network, reading, d, border: 0);
            Assert.Equal((3, 11, 9), (panel.Count, panel[0].Count, panel[0][0].GetLength(0)));
            for (var digit = 0; digit < 3; digit++)
            {
                var ink = panel[digit].Select(picture => picture.Cast<double>().Sum() / 100).ToArray();
                // Pixels of the panel are rounded to whole per cent.
                Close.Value((ink[10] - ink[0]) / 0.5, slopes.Values[digit][d], 81 * 0.005 * 2 / 0.5);
            }
        }
        var image = reading.ReadRight(2, 1);
        var unshifted = CapsuleShift.Draw(network, reading.Capsules.narrow(0, image[0], 1), tensor(new long[] { 2 }), 1, 0);
        Assert.Equal(Check.Values(network.Reconstruct(reading.Capsules.narrow(0, image[0], 1), tensor(new long[] { 2 }))), Check.Values(unshifted));
        Assert.Equal("dimension", Assert.Throws<ArgumentOutOfRangeException>(() => CapsuleShift.Draw(network, reading.Capsules, data.Labels, 2, 0)).ParamName);
    }

    [Fact]
    public void NothingIsLeftBehind()
    {
        using var data = TinyDigits.Data(10, 4);
        using var network = new CapsNet(TinyDigits.Layout);
        Check.LeavesNothing(() =>
        {
            using var reading = CapsuleReading.Of(network, data);
            CapsuleLengths.Of(reading.Capsules, reading.Labels, new Random(1), 2);
            CapsuleShift.Slopes(network, reading, 2);
            CapsuleShift.Panel(network, reading, 0, 2);
        }, times: 10);
    }
}
