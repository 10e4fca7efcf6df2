using System.Collections.Immutable;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Data.Pictures;

/// <summary>A photograph with the outline of the thing it shows. Its tensor belongs to it and to the dispose scope in which it was made.</summary>
/// <param name="Name">For example <c>chelsea</c>.</param>
/// <param name="Object">What is outlined, by COCO's name: <c>person</c>, <c>cat</c> or <c>cup</c>.</param>
/// <param name="Image">Red, green, blue in 0..1: [3, height, width], float32.</param>
/// <param name="Outlines">Polygons around the object in pixels, see <see cref="Outline.Fill"/>; drawn by hand, about two pixels true where the object is sharp.</param>
public sealed record Photograph(string Name, string Object, Tensor Image, ImmutableArray<ImmutableArray<(double X, double Y)>> Outlines) : IDisposable
{
    /// <summary>The object's pixels when the photograph is stretched to a size.</summary>
    /// <param name="height">Rows.</param>
    /// <param name="width">Columns.</param>
    /// <returns>Bool [height, width].</returns>
    /// <exception cref="ArgumentOutOfRangeException">Height or width is below 1.</exception>
    public Tensor Mask(int height, int width)
    {
        (double down, double right) = (height / (double)Image.size(1), width / (double)Image.size(2));
        return Outline.Fill([.. Outlines.Select(outline => outline.Select(corner => (corner.X * right, corner.Y * down)).ToImmutableArray())], height, width);
    }

    /// <summary>The object's pixels in the photograph's own size.</summary>
    public Tensor Mask() => Mask((int)Image.size(1), (int)Image.size(2));

    /// <summary>
    /// The photograph in its own proportions in the middle of a grey square, with its outlines: detectors know things smaller than their input, and not stretched.
    /// </summary>
    /// <param name="side">Height and width of the square, 1 or more.</param>
    /// <param name="part">Its longer side as a part of the square's, above 0 and at most 1.</param>
    /// <param name="grey">Level of the margin, 0 black to 1 white.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public Photograph Framed(int side, double part = 0.75, double grey = 0.5)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(side, 1);
        if (!(part > 0 && part <= 1))
            throw new ArgumentOutOfRangeException(nameof(part), part, "Expected a part above 0 and at most 1.");
        if (!(grey >= 0 && grey <= 1))
            throw new ArgumentOutOfRangeException(nameof(grey), grey, "Expected a level from 0 to 1.");
        double scale = side * part / Math.Max(Image.size(1), Image.size(2));
        (int height, int width) = (Math.Max(1, (int)Math.Round(Image.size(1) * scale)), Math.Max(1, (int)Math.Round(Image.size(2) * scale)));
        (int top, int left) = ((side - height) / 2, (side - width) / 2);
        using var scope = NewDisposeScope();
        Tensor square = full([3, side, side], grey, dtype: Image.dtype);
        square.narrow(1, top, height).narrow(2, left, width).copy_(Resizing.Stretch(Image, height, width));
        (double down, double right) = (height / (double)Image.size(1), width / (double)Image.size(2));
        return this with
        {
            Image = square.MoveToOuterDisposeScope(),
            Outlines = [.. Outlines.Select(outline => outline.Select(corner => (left + corner.X * right, top + corner.Y * down)).ToImmutableArray())],
        };
    }

    /// <summary>Frees the image.</summary>
    public void Dispose() => Image.Dispose();

    /// <summary>Name, object and size.</summary>
    public override string ToString() => FormattableString.Invariant($"{Name} ({Object}), {Image.size(1)} x {Image.size(2)}");
}
