using Limpid.Data;
using Limpid.Mahalanobis;
using Limpid.Mahalanobis.ClassifierReading;
using Limpid.Mahalanobis.Reading;
using Limpid.Reproduction;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Mahalanobis.ClassifierReading;

/// <summary>A classifier read neuron by neuron: what is near a hyperplane, sums of readings, controls.</summary>
[Collection(ProcessCollection.Name)]
public class ClassifierReadingTests
{
    [Fact]
    public void NearestAndFarthestByHand()
    {
        using var scope = NewDisposeScope();
        using var layer = Cases.Layer(new double[,] { { 2, 0 }, { 0, -1 } }, [-2, 0]);
        // s of the first unit: -2, 0, 4, -8, 1.
        var inputs = tensor(new double[,] { { 0, 1 }, { 1, 2 }, { 3, 3 }, { -3, 4 }, { 1.5, 5 } });
        var found = HyperplaneImages.Of(layer, 0, inputs, 2);
        Assert.Equal([1L, 4], found.Nearest);
        Assert.Equal([2L, 4], found.Above);
        Assert.Equal([3L, 0], found.Below);
        Assert.Equal([0L], HyperplaneImages.Of(layer, 1, inputs, 1).Above);
        Assert.Throws<ArgumentOutOfRangeException>(() => HyperplaneImages.Of(layer, 2, inputs, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => HyperplaneImages.Of(layer, 0, inputs, 6));
    }

    [Fact]
    public void ShufflingKeepsLengthsAndMovesColumns()
    {
        using var scope = NewDisposeScope();
        using var layer = Cases.RandomLayer(3, 6, 1);
        var before = layer.weight!.clone();
        using var shuffled = PixelShuffle.Of(layer, new Seed(2));
        var order = PixelShuffle.Order(6, new Seed(2));
        Assert.Equal(Enumerable.Range(0, 6).Select(i => (long)i), order.Order());
        Assert.True(Cases.Same(shuffled.weight!, layer.weight!.index_select(1, tensor(order))) && Cases.Same(shuffled.bias!, layer.bias!) && Cases.Same(before, layer.weight!));
        Assert.False(Cases.Same(shuffled.weight!, layer.weight!));
    }

    [Fact]
    public void ASummaryByHand()
    {
        using var scope = NewDisposeScope();
        using var gaussian = Gaussian.Of(tensor(new double[] { 0, 0 }), tensor(new double[,] { { 4, 0 }, { 0, 1 } }));
        // z-offsets 0.1 / 2, 0.5 and 3 / 4; the source's rule sees 0.1, 0.5 and 3.
        using var layer = Cases.Layer(new double[,] { { 1, 0 }, { 0, 1 }, { 2, 0 } }, [0.1, 0.5, 3]);
        var summary = LayerSummary.Of(layer, GaussianReading.Of(layer, gaussian), false);
        Assert.Equal((1, 2, 0), (summary.Coherent, summary.CoherentBySource, summary.Dead));
        Assert.Equal(0.5, summary.Offset, 1e-12);
        Assert.True(double.IsNaN(summary.ClassOffset) && summary.NearestClasses.IsEmpty);
        // Lengths 1, 1, 2 against 1/2, 1, 1/2.
        Assert.Equal(-0.5, summary.Precision, 1e-12);
        // Never above 0 on the data: dead for ReLU, not for absolute values.
        using var low = Cases.Layer(new double[,] { { 1, 0 } }, [-100]);
        var reading = GaussianReading.Of(low, gaussian, gaussian.Sample(50, new Seed(1)));
        Assert.Equal((1, 0), (LayerSummary.Of(low, reading, false).Dead, LayerSummary.Of(low, reading, true).Dead));
    }

    [Fact]
    public void ClassesAreTheirPoints()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new double[,] { { 0, 0 }, { 2, 0 }, { 0, 2 }, { 5, 5 }, { 7, 5 }, { 5, 8 }, { 7, 8 } });
        using var classes = ClassGaussians.Fit(x, tensor(new long[] { 0, 0, 0, 1, 1, 1, 1 }));
        Close.Values([3 / 7.0, 4 / 7.0], classes.Weights, 1e-12);
        Close.Values([6, 6.5], Points.Numbers(classes.Components[1].Mean), 1e-12);
        Assert.Throws<ArgumentException>(() => ClassGaussians.Fit(x, tensor(new long[] { 0, 1 })));
        Assert.Throws<SingularCovarianceException>(() => ClassGaussians.Fit(x, tensor(new long[] { 0, 0, 0, 0, 0, 1, 1 })));
    }

    [Fact]
    public void NetworksLearnAndLeaveConstantPixelsAlone()
    {
        var cancel = TestContext.Current.CancellationToken;
        using var scope = NewDisposeScope();
        using ImageSet train = Images(400, 1), test = Images(200, 2);
        using var experiment = new ReadingExperiment(train, test, Conditioning.EigenvalueFloor(1e-3));
        Assert.Equal(4, experiment.ConstantPixels);
        foreach (var absolute in new[] { false, true })
        {
            var result = experiment.Run(absolute, 12, new Seed(1000), cancel);
            Assert.True(result.Accuracy > 0.9, $"{result.Accuracy}");
            Assert.Equal(0, result.DeadPixelChange);
            Assert.NotEqual(result.Before.Folding, result.After.Folding);
            Assert.Equal(128, result.After.NearestClasses.Length);
            Assert.All(result.After.NearestClasses, k => Assert.InRange(k, 0, 1));
            using DigitNetwork a = experiment.Train(absolute, 2, new Seed(1001), cancel), b = experiment.Train(absolute, 2, new Seed(1001), cancel);
            Assert.True(Cases.Same(a.Hidden.weight!, b.Hidden.weight!));
        }
        // Both kinds start alike.
        using DigitNetwork relu = new(false, new Seed(3)), abs = new(true, new Seed(3));
        Assert.True(Cases.Same(relu.Hidden.weight!, abs.Hidden.weight!));
    }

    [Fact]
    public void ReadingsAreKept()
    {
        using var scope = NewDisposeScope();
        using var images = Images(100, 1);
        using var experiment = new ReadingExperiment(images, images, Conditioning.EigenvalueFloor(1e-3));
        double[] Numbers(LayerSummary s) => [s.Coherent, s.CoherentBySource, s.Dead, s.Folding, s.Offset, s.ClassOffset, s.Precision, .. s.NearestClasses.Select(k => (double)k)];
        Kept.Check(seed => experiment.Run(false, 1, seed, TestContext.Current.CancellationToken), r => [r.Accuracy, r.DeadPixelChange, .. Numbers(r.Before), .. Numbers(r.After), .. Numbers(r.Shuffled)]);
    }

    // Pictures of 16 pixels, the last row black; bright on the left for class 0, on the right for class 1.
    private static ImageSet Images(int count, int seed)
    {
        using var generator = new Generator((ulong)seed);
        var labels = arange(0, count, dtype: int64).remainder(2);
        var right = arange(0, 4, dtype: int64).ge(2).to(int64).view(1, 1, 1, 4);
        var images = empty([count, 1, 4, 4]).uniform_(0, 1, generator).mul(right.eq(labels.view(-1, 1, 1, 1)).to(float32).mul(0.6).add(0.4));
        images.narrow(2, 3, 1).zero_();
        return new("sides", images, labels, ["left", "right"]);
    }
}
