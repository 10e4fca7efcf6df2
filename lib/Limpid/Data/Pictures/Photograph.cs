using System.Collections.Immutable;
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

    /// <summary>Frees the image.</summary>
    public void Dispose() => Image.Dispose();

    /// <summary>Name, object and size.</summary>
    public override string ToString() => FormattableString.Invariant($"{Name} ({Object}), {Image.size(1)} x {Image.size(2)}");
}
