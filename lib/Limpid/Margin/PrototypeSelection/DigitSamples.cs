using Limpid.Data;
using static TorchSharp.torch;

namespace Limpid.Margin.PrototypeSelection;

/// <summary>Pictures to choose from and pictures to test the choice on. The tensors belong to the dispose scope in which they were made.</summary>
/// <param name="Name">As shown.</param>
/// <param name="Side">Height and width of a picture.</param>
/// <param name="Train">[n, Side^2], from 0 to 1.</param>
/// <param name="TrainLabels">One for each.</param>
/// <param name="Test">[m, Side^2].</param>
/// <param name="TestLabels">One for each.</param>
public sealed record DigitSamples(string Name, int Side, Tensor Train, int[] TrainLabels, Tensor Test, int[] TestLabels)
{
    /// <summary>gamma times the median squared distance of USPS' training images in [0, 1]: .104 and 59.9.</summary>
    internal const double UspsProduct = 0.104 * 59.9;

    private const int Pairs = 4000;

    /// <summary>USPS as it comes: 7 291 images to choose from, 2 007 to test on.</summary>
    /// <param name="store">Where files come from; null: this user's store.</param>
    /// <exception cref="DataSetException">It can't be had or read: it is in no package.</exception>
    public static DigitSamples Usps(DataStore? store = null)
    {
        using ImageSet train = ImageSets.Usps(Split.Train, store), test = ImageSets.Usps(Split.Test, store);
        return Of("USPS", train, test);
    }

    /// <summary>A draw from MNIST's training images, and one from its test images.</summary>
    /// <param name="train">How many to choose from.</param>
    /// <param name="test">How many to test on.</param>
    /// <param name="seed">Of both draws, in which classes keep their shares.</param>
    /// <param name="store">Where files come from; null: this user's store.</param>
    /// <exception cref="DataSetException">It can't be had or read.</exception>
    public static DigitSamples Mnist(int train, int test, long seed, DataStore? store = null)
    {
        using ImageSet all = ImageSets.Mnist(Split.Train, store), others = ImageSets.Mnist(Split.Test, store), drawn = all.Take(train, seed), tested = others.Take(test, seed);
        return Of("MNIST", drawn, tested);
    }

    /// <summary>The shipped digits of 8 x 8 pixels, which have no split of their own, parted at random.</summary>
    /// <param name="train">How many to choose from; the rest is tested on.</param>
    /// <param name="seed">Of the draw, in which classes keep their shares.</param>
    /// <param name="store">Where files come from; null: this user's store.</param>
    /// <exception cref="DataSetException">They can't be had or read.</exception>
    public static DigitSamples Digits(int train, long seed, DataStore? store = null)
    {
        using var all = ImageSets.Digits(store);
        var labels = Labels(all);
        var chosen = Stratified.Choose([.. labels.Select(label => (long)label)], 10, train, seed);
        using ImageSet drawn = all.Select(chosen), others = all.Select([.. Enumerable.Range(0, all.Count).Select(i => (long)i).Except(chosen)]);
        return Of("digits 8 x 8", drawn, others);
    }

    /// <summary>A random part of the training samples, in their order; the test samples stay.</summary>
    /// <param name="share">How much of them, above 0 to 1.</param>
    /// <param name="random">The draw.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is outside.</exception>
    public DigitSamples Part(double share, Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        if (!(share > 0 && share <= 1)) throw new ArgumentOutOfRangeException(nameof(share), share, FormattableString.Invariant($"The share is {share}; expected above 0 to 1."));
        int[] all = [.. Enumerable.Range(0, TrainLabels.Length)];
        random.Shuffle(all);
        int[] kept = [.. all.Take(Math.Max(1, (int)Math.Round(share * all.Length))).Order()];
        return this with { Train = Train.index_select(0, tensor(kept.Select(i => (long)i).ToArray())), TrainLabels = [.. kept.Select(i => TrainLabels[i])] };
    }

    /// <summary>The kernel's gamma by the rule ours: that of USPS, .104 for pixels in [0, 1], times the ratio of the median squared distances, of 4 000 pairs along the training samples.</summary>
    public double Gamma()
    {
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var n = TrainLabels.Length;
        // Pairs at all strides, without a generator: the same for the same samples.
        var first = Enumerable.Range(0, Pairs).Select(p => (long)(p % n)).ToArray();
        var second = Enumerable.Range(0, Pairs).Select(p => (p % n + 1 + p * 7919L % (n - 1)) % n).ToArray();
        var distances = (Train.index_select(0, tensor(first)) - Train.index_select(0, tensor(second))).to(float64).square().sum(1).data<double>().ToArray();
        Array.Sort(distances);
        return UspsProduct / distances[Pairs / 2];
    }

    /// <summary>A training picture, in whole percent.</summary>
    /// <param name="sample">Which, from 0.</param>
    public double[,] Picture(int sample)
    {
        using var scope = NewDisposeScope();
        var (values, picture) = (Train[sample].to(float64).data<double>().ToArray(), new double[Side, Side]);
        for (var i = 0; i < values.Length; i++) picture[i / Side, i % Side] = Math.Round(100 * values[i]);
        return picture;
    }

    /// <summary>For example "USPS: 7291 training images of 16 x 16, 2007 test images".</summary>
    public override string ToString() => $"{Name}: {TrainLabels.Length} training images of {Side} x {Side}, {TestLabels.Length} test images";

    private static DigitSamples Of(string name, ImageSet train, ImageSet test) =>
        new(name, (int)train.Images.size(2), train.Images.flatten(1).clone(), Labels(train), test.Images.flatten(1).clone(), Labels(test));

    private static int[] Labels(ImageSet set) => [.. set.Labels.data<long>().ToArray().Select(label => (int)label)];
}
