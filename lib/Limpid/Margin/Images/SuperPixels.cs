using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Margin.Images;

/// <summary>An image's pixels in connected groups of one colour.</summary>
/// <remarks>
/// SLIC (Achanta et al. 2012): k-means in five dimensions, colour (CIELAB for three channels, the value times 100 for one) and place, each centre competing only within two steps of the grid
/// it started on. The distance of a pixel from a centre is <c>sqrt(d_colour^2 + (m d_place / S)^2)</c> with the grid's step <c>S = sqrt(pixels / segments)</c>. Groups that fell apart are
/// then joined to a neighbour until each is connected and none is smaller than a quarter of S^2. Nothing is random.
/// </remarks>
public sealed class SuperPixels
{
    private readonly int[] labels;

    private SuperPixels(int[] labels, int height, int width, int count) => (this.labels, Height, Width, Count) = (labels, height, width, count);

    /// <summary>Rows of the image.</summary>
    public int Height { get; }

    /// <summary>Columns of the image.</summary>
    public int Width { get; }

    /// <summary>How many groups there are; near the number asked for, seldom equal.</summary>
    public int Count { get; }

    /// <summary>The group of a pixel, 0 to <see cref="Count"/> - 1, numbered in the order in which rows meet them.</summary>
    /// <param name="row">Row.</param>
    /// <param name="column">Column.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such pixel.</exception>
    public int this[int row, int column]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(row);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, Height);
            ArgumentOutOfRangeException.ThrowIfNegative(column);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(column, Width);
            return labels[row * Width + column];
        }
    }

    /// <summary>The groups as a tensor [H, W], int64.</summary>
    public Tensor ToTensor() => tensor(Array.ConvertAll(labels, label => (long)label)).view(Height, Width);

    /// <summary>Divides an image.</summary>
    /// <param name="image">[1, H, W] or [3, H, W] (sRGB), values 0 to 1; left as it is.</param>
    /// <param name="segments">About how many groups, 1 to the number of pixels.</param>
    /// <param name="compactness">m, above 0: the larger, the squarer the groups.</param>
    /// <param name="iterations">Rounds of k-means, at least 1.</param>
    /// <exception cref="ArgumentException">The image has another shape or values outside.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static SuperPixels Of(Tensor image, int segments, double compactness = 10, int iterations = 10)
    {
        ArgumentNullException.ThrowIfNull(image);
        if (image.ndim != 3 || image.size(0) is not (1 or 3) || image.numel() == 0)
            throw new ArgumentException($"The image has shape [{string.Join(", ", image.shape)}]; expected [1, H, W] or [3, H, W].", nameof(image));
        var (height, width) = ((int)image.size(1), (int)image.size(2));
        if (segments < 1 || segments > height * width)
            throw new ArgumentOutOfRangeException(nameof(segments), segments, $"{segments} segments; expected 1 to {height * width}, the number of pixels.");
        PositiveNumber.Checked(compactness);
        ArgumentOutOfRangeException.ThrowIfLessThan(iterations, 1);
        using var scope = NewDisposeScope();
        var values = image.detach().to(float64).cpu().contiguous().data<double>().ToArray();
        var bad = Array.FindIndex(values, value => !(value >= 0 && value <= 1));
        if (bad >= 0) throw new ArgumentException(FormattableString.Invariant($"A value of the image is {values[bad]}; expected 0 to 1."), nameof(image));
        var clusters = new PixelClusters(Colours.Of(values, (int)image.size(0), height * width), height, width, segments, compactness);
        for (var iteration = 0; iteration < iterations; iteration++) clusters.Step();
        var (labels, count) = ConnectedRegions.Of(clusters.Labels, height, width, Math.Max(1, height * width / (4 * segments)));
        return new SuperPixels(labels, height, width, count);
    }

    /// <summary>For example "48 super-pixels of 160 x 160".</summary>
    public override string ToString() => $"{Count} super-pixels of {Width} x {Height}";
}
