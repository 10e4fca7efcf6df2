using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.GraphSpectral.Capsules;

/// <summary>Moves one entry of the shown capsule and draws again, as the paper's figure does.</summary>
public static class CapsuleShift
{
    /// <summary>The paper's eleven shifts: -0.25, -0.2, ... 0.25.</summary>
    public static IReadOnlyList<double> Steps { get; } = [.. Enumerable.Range(-5, 11).Select(i => i * 0.05)];

    /// <summary>The drawings of some capsules after a shift.</summary>
    /// <param name="network">The network; its mode does not matter.</param>
    /// <param name="capsules">v [B, C, D].</param>
    /// <param name="classes">The class shown and shifted of each [B].</param>
    /// <param name="dimension">Which entry.</param>
    /// <param name="shift">What is added to it.</param>
    /// <returns>[B, 1, 28, 28], without gradient.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such dimension.</exception>
    public static Tensor Draw(CapsNet network, Tensor capsules, Tensor classes, int dimension, double shift)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(capsules);
        ArgumentOutOfRangeException.ThrowIfNegative(dimension);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(dimension, network.Layout.Entries);
        using var scope = NewDisposeScope();
        using var still = no_grad();
        // All classes move: the decoder sees one of them only.
        var step = nn.functional.one_hot(tensor(new long[] { dimension }), network.Layout.Entries).to(capsules.dtype).mul(shift);
        return network.Reconstruct(capsules.add(step), classes).MoveToOuterDisposeScope();
    }

    /// <summary>The paper's panel for one dimension: a row for each digit, by its first image that was read right, a column for each of <see cref="Steps"/>.</summary>
    /// <param name="network">The network.</param>
    /// <param name="reading">What it made of test images.</param>
    /// <param name="dimension">Which entry.</param>
    /// <param name="border">Pixels left out at each side: MNIST leaves them empty.</param>
    /// <returns>Pictures [10][11] of ink in whole per cent; a digit that was never read right is left blank (NaN).</returns>
    public static IReadOnlyList<IReadOnlyList<double[,]>> Panel(CapsNet network, CapsuleReading reading, int dimension, int border = 3)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(reading);
        return [.. Enumerable.Range(0, network.Layout.Classes).Select(digit =>
        {
            var image = reading.ReadRight(digit, 1);
            return (IReadOnlyList<double[,]>)[.. Steps.Select(shift => Picture(image, shift, digit))];
        })];

        double[,] Picture(IReadOnlyList<int> image, double shift, int digit)
        {
            using var scope = NewDisposeScope();
            var inner = network.Layout.Side - (2 * border);
            var pixels = image.Count == 0
                ? full([inner, inner], double.NaN)
                : Draw(network, reading.Capsules.narrow(0, image[0], 1), tensor(new long[] { digit }), dimension, shift)[0, 0].narrow(0, border, inner).narrow(1, border, inner);
            var values = pixels.mul(100).round().to(float64).contiguous().data<double>().ToArray();
            var picture = new double[inner, inner];
            Buffer.BlockCopy(values, 0, picture, 0, values.Length * sizeof(double));
            return picture;
        }
    }

    /// <summary>The ink slopes of all digits and dimensions.</summary>
    /// <param name="network">The network.</param>
    /// <param name="reading">What it made of test images.</param>
    /// <param name="perDigit">The first so many images of each digit that were read right.</param>
    /// <returns>The slopes; 0 for a digit that was never read right.</returns>
    public static InkSlopes Slopes(CapsNet network, CapsuleReading reading, int perDigit = 100)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(reading);
        ArgumentOutOfRangeException.ThrowIfLessThan(perDigit, 1);
        return new InkSlopes([.. Enumerable.Range(0, network.Layout.Classes).Select(digit => Slopes(network, reading, digit, perDigit))]);
    }

    private static double[] Slopes(CapsNet network, CapsuleReading reading, int digit, int perDigit)
    {
        using var scope = NewDisposeScope();
        long[] images = [.. reading.ReadRight(digit, perDigit).Select(i => (long)i)];
        if (images.Length == 0) return new double[network.Layout.Entries];
        var (capsules, classes) = (reading.Capsules.index_select(0, tensor(images)), full([images.Length], digit, int64));
        double Ink(int d, double shift) => Draw(network, capsules, classes, d, shift).sum().ToDouble() / images.Length;
        return [.. Enumerable.Range(0, network.Layout.Entries).Select(d => (Ink(d, Steps[^1]) - Ink(d, Steps[0])) / (Steps[^1] - Steps[0]))];
    }
}
