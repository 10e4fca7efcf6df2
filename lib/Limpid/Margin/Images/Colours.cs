namespace Limpid.Margin.Images;

/// <summary>Colours in a space in which distances are what the eye sees.</summary>
internal static class Colours
{
    /// <summary>Pixel after pixel: CIELAB of sRGB values (white point D65), or one value times 100, which is near CIELAB's lightness.</summary>
    internal static double[][] Of(double[] planes, int channels, int pixels) =>
        [.. Enumerable.Range(0, pixels).Select(at => channels == 1 ? [100 * planes[at]] : Lab(planes[at], planes[pixels + at], planes[2 * pixels + at]))];

    private static double[] Lab(double red, double green, double blue)
    {
        var (r, g, b) = (Linear(red), Linear(green), Linear(blue));
        var x = Curve((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.950456);
        var y = Curve(0.2126729 * r + 0.7151522 * g + 0.0721750 * b);
        var z = Curve((0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.088754);
        return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
    }

    private static double Linear(double value) => value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);

    private static double Curve(double value) => value > 216.0 / 24389 ? Math.Cbrt(value) : (24389.0 / 27 * value + 16) / 116;
}
