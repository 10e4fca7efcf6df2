using Limpid.Data;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Data;

public sealed class ImageSetsTests
{
    private static readonly int[] MnistTrain = [5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949];

    [Fact]
    public void The_shipped_digits_are_the_known_ones()
    {
        using DisposeScope scope = NewDisposeScope();
        ImageSet digits = ImageSets.Digits();
        Assert.Equal([1797, 1, 8, 8], digits.Images.shape);
        Assert.Equal([178, 182, 177, 183, 181, 182, 181, 179, 174, 180], digits.ClassCounts);
        Assert.Equal(1, digits.Images.max().item<float>());
        // First line of the file: 0,0,5,13,9,1,...
        Assert.Equal([0, 0, 5 / 16f, 13 / 16f, 9 / 16f, 1 / 16f, 0, 0], digits.Images[0, 0, 0].data<float>().ToArray());
        Assert.Equal([0, 1, 2], digits.Labels[..3].data<long>().ToArray());
    }

    [Theory]
    [InlineData("mnist", 0.13066, 0.30811, 5L)]
    [InlineData("fashion-mnist", 0.28604, 0.35302, 9L)]
    public void A_fetched_set_has_the_known_statistics(string name, double mean, double deviation, long firstLabel)
    {
        Assert.SkipUnless(DataStore.Default.Status(name).State != DataState.Missing, $"{name} is not at hand; ./limpid data get {name} fetches it");
        using DisposeScope scope = NewDisposeScope();
        ImageSet train = name == "mnist" ? ImageSets.Mnist(Split.Train) : ImageSets.FashionMnist(Split.Train);
        Assert.Equal([60_000, 1, 28, 28], train.Images.shape);
        Assert.Equal((ScalarType.Float32, ScalarType.Int64), (train.Images.dtype, train.Labels.dtype));
        Assert.Equal(mean, train.Images.mean().item<float>(), 2e-5);
        Assert.Equal(deviation, train.Images.std().item<float>(), 2e-5);
        Assert.Equal(firstLabel, train.Labels[0].item<long>());
        Assert.Equal(name == "mnist" ? MnistTrain : [.. Enumerable.Repeat(6000, 10)], train.ClassCounts);
        Assert.Equal(10, train.ClassNames.Count);
    }

    [Fact]
    public void The_test_part_is_the_other_file()
    {
        Assert.SkipUnless(DataStore.Default.Status("mnist").State != DataState.Missing, "mnist is not at hand; ./limpid data get mnist fetches it");
        using ImageSet test = ImageSets.Mnist(Split.Test);
        Assert.Equal([980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009], test.ClassCounts);
        Assert.Equal("mnist test", test.Name);
    }

    [Fact]
    public void Usps_is_the_known_set()
    {
        Assert.SkipUnless(DataStore.Default.Status("usps").State != DataState.Missing, "usps is not at hand; ./limpid data get usps fetches it");
        using ImageSet train = ImageSets.Usps(Split.Train), test = ImageSets.Usps(Split.Test);
        Assert.Equal([7291, 1, 16, 16], train.Images.shape);
        Assert.Equal([1194, 1005, 731, 658, 652, 556, 664, 645, 542, 644], train.ClassCounts);
        Assert.Equal((2007, 6L), (test.Count, train.Labels[0].item<long>()));
        Assert.Equal((0f, 1f), (train.Images.min().item<float>(), train.Images.max().item<float>()));
        // The first line: 8:-0.631 9:0.862 10:-0.167.
        Close.Values([0, 0.1845, 0.931, 0.4165], train.Images[0, 0, 0, TensorIndex.Slice(6, 10)].to(float64).data<double>(), 1e-7);
    }
}
