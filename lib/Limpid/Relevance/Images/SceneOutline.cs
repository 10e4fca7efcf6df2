namespace Limpid.Relevance.Images;

/// <summary>What lies inside a figure. All have the area of the unit disc, so that the number of pixels does not tell the class.</summary>
internal static class SceneOutline
{
    private static readonly double HalfSquare = Math.Sqrt(Math.PI) / 2;
    private static readonly double TriangleRadius = Math.Sqrt(4 * Math.PI / (3 * Math.Sqrt(3)));
    private static readonly double CrossArm = Math.Sqrt(Math.PI * 9 / 20);

    /// <summary>The farthest that a figure reaches from its middle, in radii of the disc of equal area.</summary>
    internal static double Reach(SceneShape shape) => shape switch
    {
        SceneShape.Disc => 1,
        SceneShape.Square => HalfSquare * Math.Sqrt(2),
        SceneShape.Triangle => TriangleRadius,
        _ => CrossArm * Math.Sqrt(10) / 3,
    };

    /// <summary>Whether a point is inside; u to the right and v down, in radii of the disc of equal area.</summary>
    internal static bool Contains(SceneShape shape, double u, double v)
    {
        var (a, b) = (Math.Abs(u), Math.Abs(v));
        return shape switch
        {
            SceneShape.Disc => u * u + v * v <= 1,
            SceneShape.Square => Math.Max(a, b) <= HalfSquare,
            SceneShape.Triangle => v <= TriangleRadius / 2 && Math.Sqrt(3) * a - v <= TriangleRadius,
            _ => Math.Max(a, b) <= CrossArm && Math.Min(a, b) <= CrossArm / 3,
        };
    }
}
