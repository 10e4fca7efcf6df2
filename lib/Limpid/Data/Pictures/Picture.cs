using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Data.Pictures;

/// <summary>A picture of 8 bits a channel. Immutable.</summary>
public sealed class Picture
{
    private readonly byte[] _pixels;

    internal Picture(int height, int width, int channels, byte[] pixels) => (Height, Width, Channels, _pixels) = (height, width, channels, pixels);

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>Columns.</summary>
    public int Width { get; }

    /// <summary>1 grey, 2 grey and opacity, 3 red, green, blue, 4 the same and opacity.</summary>
    public int Channels { get; }

    /// <summary>The channels of a pixel lie together, pixels run along rows, rows from the top.</summary>
    public ReadOnlyMemory<byte> Pixels => _pixels;

    /// <summary>Red, green and blue as a tensor, [3, height, width], float32 in 0..1; grey three times; opacity is left out.</summary>
    public Tensor ToColour() => ToTensor(3);

    /// <summary>The grey level as a tensor, [height, width], float32 in 0..1; the mean of red, green and blue; opacity is left out.</summary>
    public Tensor ToGrey()
    {
        using var scope = NewDisposeScope();
        return ToTensor(Channels < 3 ? 1 : 3).mean([0]).MoveToOuterDisposeScope();
    }

    /// <summary>For example "picture of 300 x 451, 3 channels".</summary>
    public override string ToString() => FormattableString.Invariant($"picture of {Height} x {Width}, {Channels} channels");

    private Tensor ToTensor(int planes)
    {
        float[] values = new float[planes * Height * Width];
        for (int plane = 0, k = 0; plane < planes; plane++)
            for (int pixel = 0; pixel < Height * Width; pixel++)
                values[k++] = _pixels[pixel * Channels + (Channels < 3 ? 0 : plane)] / 255f;
        return tensor(values, [planes, Height, Width]);
    }
}
