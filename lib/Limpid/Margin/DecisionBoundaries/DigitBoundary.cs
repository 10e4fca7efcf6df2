using Limpid.Data;
using Limpid.Margin.LatentNetworks;
using Limpid.Reproduction;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Margin.DecisionBoundaries;

/// <summary>Two digits of MNIST, told apart by a small network whose last hidden layer says which images are alike.</summary>
/// <param name="First">The lower digit, class 0.</param>
/// <param name="Second">The higher digit, class 1.</param>
/// <param name="Train">Training images of both.</param>
/// <param name="Test">Test images of both: the samples.</param>
public sealed record DigitBoundary(int First, int Second, ImageSet Train, ImageSet Test)
{
    /// <summary>For example <c>4 and 9</c>.</summary>
    public string Name => $"{First} and {Second}";

    /// <summary>Reads two digits.</summary>
    /// <param name="first">0 to 8.</param>
    /// <param name="second">Larger than the first, up to 9.</param>
    /// <param name="store">Where files come from; null: this user's store.</param>
    /// <exception cref="ArgumentOutOfRangeException">A digit is out of range.</exception>
    /// <exception cref="DataSetException">MNIST can't be had or read.</exception>
    public static DigitBoundary Read(int first, int second, DataStore? store = null)
    {
        if (first < 0 || second <= first || second > 9) throw new ArgumentOutOfRangeException(nameof(second), second, $"The digits are {first} and {second}; expected two from 0 to 9 in rising order.");
        return new(first, second, Of(ImageSets.Mnist(Split.Train, store), first, second), Of(ImageSets.Mnist(Split.Test, store), first, second));
    }

    /// <summary>Trains a network for each seed and reads its boundary.</summary>
    /// <param name="seeds">The seeds; each draws its own training images, weights and controls.</param>
    /// <param name="settings">Sizes.</param>
    /// <param name="replicates">Keeps each finished seed, or null.</param>
    /// <param name="log">Gets a line when one is finished.</param>
    /// <param name="cancel">Stops between two steps.</param>
    public IReadOnlyList<BoundaryReading> Run(IReadOnlyList<Seed> seeds, BoundarySettings settings, Experiment? replicates = null, TextWriter? log = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(seeds);
        ArgumentNullException.ThrowIfNull(settings);
        return [.. seeds.Select(seed =>
        {
            var reading = replicates.Replicate($"digits-{First}-{Second}", seed, each => Run(each, settings, cancel));
            log?.WriteLine($"{Name}, {reading}");
            return reading;
        })];
    }

    /// <summary>A test image as a picture, ink 0 to 1.</summary>
    /// <param name="sample">Which.</param>
    /// <returns>[28, 28].</returns>
    public double[,] Picture(int sample)
    {
        using var scope = NewDisposeScope();
        var pixels = Test.Images[sample, 0].to(float64).contiguous().data<double>().ToArray();
        var picture = new double[28, 28];
        // Two digits: a figure is stored as text.
        for (var i = 0; i < pixels.Length; i++) picture[i / 28, i % 28] = Math.Round(pixels[i], 2);
        return picture;
    }

    /// <summary>For example "4 and 9: 11791 training images, 1991 test images".</summary>
    public override string ToString() => $"{Name}: {Train.Count} training images, {Test.Count} test images";

    private BoundaryReading Run(Seed seed, BoundarySettings settings, CancellationToken cancel)
    {
        using var scope = NewDisposeScope();
        using var drawn = Train.Take(Math.Min(settings.TrainImages, Train.Count), seed.Of("images"));
        using var network = settings.Training.Train(drawn, seed, $"network for {Name}, seed {seed}", cancel);
        var (features, scores) = network.Read(Test.Images);
        var margins = scores.to(float64).select(1, 1).sub(scores.to(float64).select(1, 0)).data<double>().ToArray();
        int[] labels = [.. Test.Labels.data<long>().ToArray().Select(label => (int)label)];
        return BoundaryReader.Read(features, Array.ConvertAll(margins, Math.Abs), Array.ConvertAll(margins, margin => margin > 0 ? 1 : 0), labels, seed, settings);
    }

    private static ImageSet Of(ImageSet all, int first, int second)
    {
        using var set = all;
        var labels = set.Labels.data<long>().ToArray();
        using var both = set.Select([.. Enumerable.Range(0, labels.Length).Where(i => labels[i] == first || labels[i] == second).Select(i => (long)i)]);
        using var isSecond = both.Labels.eq(second);
        using var classes = isSecond.to(int64);
        return new ImageSet($"{set.Name}, {first} and {second}", both.Images, classes, [$"{first}", $"{second}"]);
    }
}
