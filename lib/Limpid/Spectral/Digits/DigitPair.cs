using Limpid.Data;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Spectral.Digits;

/// <summary>Two digits of MNIST, each image a row of 784 numbers from 0 to 1, in the order of the data set.</summary>
/// <param name="First">The lower digit.</param>
/// <param name="Second">The higher digit.</param>
/// <param name="TrainInputs">X [n, 784].</param>
/// <param name="TrainDigits">The digits themselves as classes, int64 [n].</param>
/// <param name="TestInputs">X of the test images.</param>
/// <param name="TestDigits">Their digits.</param>
public sealed record DigitPair(int First, int Second, Tensor TrainInputs, Tensor TrainDigits, Tensor TestInputs, Tensor TestDigits)
{
    /// <summary>Height and width of an image.</summary>
    public const int Side = 28;

    /// <summary>Pixels of an image.</summary>
    public const int Pixels = Side * Side;

    /// <summary>Reads two digits.</summary>
    /// <param name="first">0 to 8.</param>
    /// <param name="second">Larger than the first, up to 9.</param>
    /// <param name="train">How many training images at most, the first ones; null for all.</param>
    /// <param name="store">Where files come from; null: this user's store.</param>
    /// <exception cref="ArgumentOutOfRangeException">A digit or the number of images is out of range.</exception>
    /// <exception cref="DataSetException">MNIST can't be had or read.</exception>
    public static DigitPair Read(int first = 0, int second = 1, int? train = null, DataStore? store = null)
    {
        if (first < 0 || second <= first || second > 9) throw new ArgumentOutOfRangeException(nameof(second), second, $"The digits are {first} and {second}; expected two from 0 to 9 in rising order.");
        if (train is < 10) throw new ArgumentOutOfRangeException(nameof(train), train, $"{train} training images; expected at least 10.");
        var (x, y) = Of(ImageSets.Mnist(Split.Train, store), first, second, train);
        var (testX, testY) = Of(ImageSets.Mnist(Split.Test, store), first, second, null);
        return new(first, second, x, y, testX, testY);
    }

    /// <summary>The variance of each pixel over the training images: what the data alone say, without a network.</summary>
    public double[] Variances()
    {
        using var scope = NewDisposeScope();
        return TrainInputs.to(float64).var(0, unbiased: false).data<double>().ToArray();
    }

    /// <summary>A number per pixel as a picture, in whole percent of 1.</summary>
    /// <param name="pixels">784 numbers.</param>
    /// <returns>[28, 28].</returns>
    /// <exception cref="ArgumentException">Another number of them.</exception>
    public static double[,] Picture(IReadOnlyList<double> pixels)
    {
        ArgumentNullException.ThrowIfNull(pixels);
        if (pixels.Count != Pixels) throw new ArgumentException($"There are {pixels.Count} numbers; expected {Pixels}, one per pixel.", nameof(pixels));
        var picture = new double[Side, Side];
        for (var i = 0; i < Pixels; i++) picture[i / Side, i % Side] = Math.Round(100 * pixels[i]);
        return picture;
    }

    /// <summary>For example "digits 0 and 1: 12665 training images of 784 pixels, 2115 test images (980 and 1135)".</summary>
    public override string ToString()
    {
        using var scope = NewDisposeScope();
        return $"digits {First} and {Second}: {TrainInputs.size(0)} training images of {Pixels} pixels, {TestInputs.size(0)} test images ({TestDigits.eq(First).sum().ToInt64()} and {TestDigits.eq(Second).sum().ToInt64()})";
    }

    private static (Tensor X, Tensor Y) Of(ImageSet all, int first, int second, int? most)
    {
        using var set = all;
        using var scope = NewDisposeScope();
        var rows = set.Labels.eq(first).logical_or(set.Labels.eq(second)).nonzero().squeeze(1);
        if (most is { } count && count < rows.size(0)) rows = rows.narrow(0, 0, count);
        return (set.Images.index_select(0, rows).flatten(1).MoveToOuterDisposeScope(), set.Labels.index_select(0, rows).MoveToOuterDisposeScope());
    }
}
