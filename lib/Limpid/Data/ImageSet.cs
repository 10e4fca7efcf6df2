using Limpid.Display;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Data;

/// <summary>
/// Images with their classes. Immutable as long as nobody writes into its tensors; a selection is a new set. Its tensors belong to it and
/// to the dispose scope in which it was made, as every tensor does.
/// </summary>
[TypeFormatterSource(typeof(ImageSetFormatters), PreferredMimeTypes = ["text/plain"])]
public sealed class ImageSet : IDisposable
{
    private readonly long[] _classes;

    /// <summary>Makes a set of one's own data; the tensors are shared, not copied, and stay the caller's to dispose.</summary>
    /// <param name="name">A name for titles and messages.</param>
    /// <param name="images">Images, [n, channels, height, width], floating point; white is 1, black is 0.</param>
    /// <param name="labels">Class of each image, [n], int64, from 0 to below the number of class names.</param>
    /// <param name="classNames">A name per class.</param>
    /// <exception cref="ArgumentException">A shape, type or label is not as said.</exception>
    public ImageSet(string name, Tensor images, Tensor labels, IReadOnlyList<string> classNames)
    {
        if (images.ndim != 4 || !images.is_floating_point())
            throw new ArgumentException($"images is {Form(images)}; expected floating point [n, channels, height, width].", nameof(images));
        if (labels.ndim != 1 || labels.dtype != ScalarType.Int64 || labels.shape[0] != images.shape[0])
            throw new ArgumentException($"labels is {Form(labels)}; expected Int64 [{images.shape[0]}], one per image.", nameof(labels));
        using Tensor onCpu = labels.cpu();
        using var elements = onCpu.data<long>();
        _classes = elements.ToArray();
        if (Array.FindIndex(_classes, label => label < 0 || label >= classNames.Count) is >= 0 and int wrong)
            throw new ArgumentException($"labels[{wrong}] is {_classes[wrong]}; expected 0 to {classNames.Count - 1}.", nameof(labels));
        Name = name;
        Images = images.alias();
        Labels = labels.alias();
        ClassNames = [.. classNames];
    }

    /// <summary>A name for titles and messages, for example <c>mnist train</c>.</summary>
    public string Name { get; }

    /// <summary>Images, [n, channels, height, width], float32 in 0..1 for the sets of the manifest.</summary>
    public Tensor Images { get; }

    /// <summary>Class of each image, [n], int64.</summary>
    public Tensor Labels { get; }

    /// <summary>A name per class.</summary>
    public IReadOnlyList<string> ClassNames { get; }

    /// <summary>Number of images.</summary>
    public int Count => _classes.Length;

    /// <summary>Number of images per class.</summary>
    public IReadOnlyList<int> ClassCounts => [.. Enumerable.Range(0, ClassNames.Count).Select(k => _classes.Count(label => label == k))];

    /// <summary>
    /// A random part in which every class has its share of the whole, exactly up to rounding (largest remainders first, then the lower
    /// class), in the order of this set. The same seed gives the same part on every machine.
    /// </summary>
    /// <param name="count">How many images, 1 to <see cref="Count"/>.</param>
    /// <param name="seed">The seed; the global generator is neither read nor changed.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is outside 1 to <see cref="Count"/>.</exception>
    public ImageSet Take(int count, long seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Count);
        return count == Count ? new ImageSet(Name, Images, Labels, ClassNames) : Select(Stratified.Choose(_classes, ClassNames.Count, count, seed));
    }

    /// <summary>The images at these positions, in this order.</summary>
    /// <param name="positions">Positions from 0; one may occur more than once.</param>
    /// <exception cref="ArgumentOutOfRangeException">A position is outside the set.</exception>
    public ImageSet Select(IReadOnlyList<long> positions)
    {
        foreach (long position in positions)
            if (position < 0 || position >= Count)
                throw new ArgumentOutOfRangeException(nameof(positions), position, $"Expected positions from 0 to {Count - 1}.");
        using Tensor index = tensor(positions.ToArray(), device: Images.device);
        using Tensor images = Images.index_select(0, index), labels = Labels.index_select(0, index);
        return new ImageSet(Name, images, labels, ClassNames);
    }

    /// <summary>Frees the tensors.</summary>
    public void Dispose()
    {
        Images.Dispose();
        Labels.Dispose();
    }

    /// <summary>Name, number and form in one line.</summary>
    public override string ToString() =>
        $"{Name}: {Count} images of {string.Join(" x ", Images.shape.Skip(1))}; {string.Join(", ", ClassNames.Zip(ClassCounts, (name, count) => $"{name}: {count}"))}";

    private static string Form(Tensor tensor) => $"{tensor.dtype} [{string.Join(", ", tensor.shape)}]";
}
