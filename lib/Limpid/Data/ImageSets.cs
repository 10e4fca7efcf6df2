using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Data;

/// <summary>The image data sets of the manifest as tensors; fetched on first use, checked on every use.</summary>
public static class ImageSets
{
    private static readonly string[] Digit = [.. Enumerable.Range(0, 10).Select(i => FormattableString.Invariant($"{i}"))];

    private static readonly string[] Clothing = ["T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot"];

    /// <summary>MNIST: 60 000 or 10 000 grey images of 28 x 28, pixels divided by 255.</summary>
    /// <param name="split">The part.</param>
    /// <param name="store">Where files come from; null: this user's store.</param>
    /// <exception cref="DataSetException">It can't be had, stored or read.</exception>
    public static ImageSet Mnist(Split split, DataStore? store = null) => Idx("mnist", split, Digit, store);

    /// <summary>Fashion-MNIST: 60 000 or 10 000 grey images of 28 x 28, pixels divided by 255.</summary>
    /// <param name="split">The part.</param>
    /// <param name="store">Where files come from; null: this user's store.</param>
    /// <exception cref="DataSetException">It can't be had, stored or read.</exception>
    public static ImageSet FashionMnist(Split split, DataStore? store = null) => Idx("fashion-mnist", split, Clothing, store);

    /// <summary>The shipped digits: 1 797 grey images of 8 x 8, pixels divided by 16; they have no split of their own.</summary>
    /// <param name="store">Where files come from; null: this user's store.</param>
    /// <exception cref="DataSetException">It can't be had or read.</exception>
    public static ImageSet Digits(DataStore? store = null)
    {
        const int Pixels = 64;
        byte[] cells = SmallIntegerCsv.Read((store ?? DataStore.Default).Read("digits", "digits.csv"), Pixels + 1, 16);
        int count = cells.Length / (Pixels + 1);
        byte[] pixels = [.. Enumerable.Range(0, count).SelectMany(row => cells.Skip(row * (Pixels + 1)).Take(Pixels))];
        byte[] labels = [.. Enumerable.Range(0, count).Select(row => cells[row * (Pixels + 1) + Pixels])];
        return Build("digits", new IdxArray([count, 8, 8], pixels), labels, 16, Digit);
    }

    /// <summary>USPS: 7 291 or 2 007 grey images of 16 x 16 from envelopes, pixels from -1..1 brought to 0..1. They aren't in any package: fetched from LIBSVM's site or the user's own copy.</summary>
    /// <param name="split">The part.</param>
    /// <param name="store">Where files come from; null: this user's store.</param>
    /// <exception cref="DataSetException">It can't be had, stored or read.</exception>
    public static ImageSet Usps(Split split, DataStore? store = null)
    {
        const int Side = 16;
        string file = split switch
        {
            Split.Train => "usps",
            Split.Test => "usps.t",
            _ => throw new ArgumentOutOfRangeException(nameof(split), split, "Expected Train or Test."),
        };
        (int[] labels, float[] values) = LibsvmText.Read((store ?? DataStore.Default).Read("usps", file, new FetchNotice()), Side * Side);
        // Labels are the digit plus 1.
        if (Array.Find(labels, label => label is < 1 or > 10) is not 0 and int wrong)
            throw new DataFormatException("data set", $"'{file}' has the label {wrong}, expected 1 to 10");
        using Tensor flat = tensor(Array.ConvertAll(values, value => (value + 1) / 2)), pixels = flat.view(-1, 1, Side, Side), digits = tensor(Array.ConvertAll(labels, label => label - 1L));
        return new ImageSet($"usps {split.ToString().ToLowerInvariant()}", pixels, digits, Digit);
    }

    private static ImageSet Idx(string set, Split split, string[] classes, DataStore? store)
    {
        store ??= DataStore.Default;
        string part = split switch
        {
            Split.Train => "train",
            Split.Test => "t10k",
            _ => throw new ArgumentOutOfRangeException(nameof(split), split, "Expected Train or Test."),
        };
        var progress = new FetchNotice();
        IdxArray images = IdxReader.Read(store.Read(set, $"{part}-images-idx3-ubyte", progress), 3);
        IdxArray labels = IdxReader.Read(store.Read(set, $"{part}-labels-idx1-ubyte", progress), 1);
        return Build($"{set} {split.ToString().ToLowerInvariant()}", images, labels.Values.Span, 255, classes);
    }

    private static ImageSet Build(string name, IdxArray images, ReadOnlySpan<byte> labels, int white, string[] classes)
    {
        if (labels.Length != images.Shape[0])
            throw new DataFormatException("data set", $"'{name}' has {images.Shape[0]} images and {labels.Length} labels");
        using Tensor pixels = Pixels(images, white);
        using Tensor classIndices = tensor(Widen(labels));
        return new ImageSet(name, pixels, classIndices, classes);
    }

    private static Tensor Pixels(IdxArray images, int white)
    {
        Tensor pixels = empty([images.Shape[0], 1, images.Shape[1], images.Shape[2]], dtype: ScalarType.Float32);
        // Written once, straight into the tensor: a detour over a byte tensor would hold and touch the memory twice.
        Span<float> target = MemoryMarshal.Cast<byte, float>(pixels.bytes);
        Scale(images.Values.Span, target, white);
        return pixels;
    }

    // It runs once, over 47 million pixels: too early for the just-in-time compiler to notice that it matters.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Scale(ReadOnlySpan<byte> source, Span<float> target, int white)
    {
        Span<float> grey = stackalloc float[256];
        for (int i = 0; i < grey.Length; i++)
            grey[i] = i / (float)white;
        for (int i = 0; i < source.Length; i++)
            target[i] = grey[source[i]];
    }

    private static long[] Widen(ReadOnlySpan<byte> labels)
    {
        long[] wide = new long[labels.Length];
        for (int i = 0; i < labels.Length; i++)
            wide[i] = labels[i];
        return wide;
    }
}
