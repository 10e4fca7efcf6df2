using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Margin.ExplainedImages;

/// <summary>Images as small pictures of ink with the object's outline, to lay maps over.</summary>
public static class OutlinedPicture
{
    private const double Palest = 55;

    /// <summary>A picture in percent of ink: the image from 0 to 55, the outline 100.</summary>
    /// <param name="image">[channels, H, W], values 0 to 1.</param>
    /// <param name="mask">Where the object is [H, W]; null for no outline.</param>
    /// <param name="side">Edge of the picture.</param>
    /// <param name="brightIsInk">Whether bright pixels are dark ones of the picture, as suits bright figures on dark ground.</param>
    /// <returns>[side, side], whole numbers.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="side"/> is below 1.</exception>
    public static double[,] Of(Tensor image, Tensor? mask, int side, bool brightIsInk = false)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentOutOfRangeException.ThrowIfLessThan(side, 1);
        using var scope = NewDisposeScope();
        using var pool = nn.AdaptiveAvgPool2d(side);
        var light = Values(pool.call(image.detach().to(float64).mean([0], keepdim: true)));
        var inside = mask is null ? null : Values(pool.call(mask.detach().to(float64).unsqueeze(0)));
        var picture = new double[side, side];
        for (var r = 0; r < side; r++)
            for (var c = 0; c < side; c++)
                picture[r, c] = IsOutline(inside, side, r, c) ? 100 : Math.Round(Palest * Math.Clamp(brightIsInk ? light[r * side + c] : 1 - light[r * side + c], 0, 1));
        return picture;
    }

    private static double[] Values(Tensor map) => map.to(float64).cpu().flatten().data<double>().ToArray();

    // A pixel of the object with one beside it that isn't; the picture's edge is no outline.
    private static bool IsOutline(double[]? inside, int side, int row, int column)
    {
        bool At(int r, int c) => inside![Math.Clamp(r, 0, side - 1) * side + Math.Clamp(c, 0, side - 1)] >= 0.5;
        return inside is not null && At(row, column) && !(At(row - 1, column) && At(row + 1, column) && At(row, column - 1) && At(row, column + 1));
    }
}
