using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Limpid.Data.Pictures;

/// <summary>Brings pictures to a size.</summary>
public static class Resizing
{
    /// <summary>Stretches a picture: bilinear where it grows, the mean of the pixels covered where it shrinks along both axes.</summary>
    /// <param name="image">[C, H, W], floating point.</param>
    /// <param name="height">Rows, 1 or more.</param>
    /// <param name="width">Columns.</param>
    /// <returns>[C, height, width].</returns>
    /// <exception cref="ArgumentOutOfRangeException">A size is below 1.</exception>
    public static Tensor Stretch(Tensor image, int height, int width)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        using var scope = NewDisposeScope();
        var batch = image.unsqueeze(0);
        bool shrinks = height <= image.size(1) && width <= image.size(2);
        return (shrinks
            ? F.interpolate(batch, [height, width], mode: InterpolationMode.Area)
            : F.interpolate(batch, [height, width], mode: InterpolationMode.Bilinear, align_corners: false)).squeeze(0).MoveToOuterDisposeScope();
    }

    /// <summary>The middle of a picture as networks for ImageNet want it: stretched so that the shorter side is side / part, then cut out.</summary>
    /// <param name="image">[C, H, W], floating point.</param>
    /// <param name="side">Height and width of the result, for example 224.</param>
    /// <param name="part">Which part of the shorter side is kept, above 0 and at most 1; 224 of 256 by default.</param>
    /// <returns>[C, side, side].</returns>
    /// <exception cref="ArgumentOutOfRangeException">The side is below 1 or the part is not above 0 and at most 1.</exception>
    public static Tensor Centre(Tensor image, int side, double part = 224.0 / 256)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentOutOfRangeException.ThrowIfLessThan(side, 1);
        if (!(part > 0 && part <= 1))
            throw new ArgumentOutOfRangeException(nameof(part), part, "Expected a part above 0 and at most 1.");
        double scale = side / part / Math.Min(image.size(1), image.size(2));
        (int height, int width) = ((int)Math.Round(image.size(1) * scale), (int)Math.Round(image.size(2) * scale));
        using var scope = NewDisposeScope();
        Tensor whole = Stretch(image, Math.Max(side, height), Math.Max(side, width));
        return whole.narrow(1, (whole.size(1) - side) / 2, side).narrow(2, (whole.size(2) - side) / 2, side).clone().MoveToOuterDisposeScope();
    }
}
