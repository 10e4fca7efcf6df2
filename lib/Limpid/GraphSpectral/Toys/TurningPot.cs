using System.Numerics;

namespace Limpid.GraphSpectral.Toys;

/// <summary>A teapot-like body (a turned belly with lid, a spout and a handle) seen from all sides, in place of the 400 photographs of the authors' code.</summary>
/// <remarks>
/// Drawn at 76 x 101 pixels in RGB, cut to the middle 76 x 76 and averaged down to 28 x 28, three values from 0 to 1 for each pixel. The pot turns round its
/// vertical axis and is seen from 25 degrees above; the light stays. Deterministic.
/// </remarks>
public static class TurningPot
{
    /// <summary>Rows of a full view.</summary>
    public const int Height = 76;

    /// <summary>Columns of a full view.</summary>
    public const int Width = 101;

    /// <summary>Rows and columns of a view for a network.</summary>
    public const int Side = 28;

    private static readonly Mesh Pot = Build();

    /// <summary>A view for a network.</summary>
    /// <param name="degrees">How far the pot is turned.</param>
    /// <returns>2352 values: row, column, colour.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="degrees"/> is not finite.</exception>
    public static float[] View(double degrees) => Shrink(Draw(degrees));

    /// <summary>A full view, 76 x 101.</summary>
    /// <param name="degrees">How far the pot is turned.</param>
    /// <returns>23 028 values: row, column, colour.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="degrees"/> is not finite.</exception>
    public static float[] Draw(double degrees)
    {
        if (!double.IsFinite(degrees)) throw new ArgumentOutOfRangeException(nameof(degrees), degrees, "The angle is not finite; expected a number of degrees.");
        var turn = Matrix4x4.CreateRotationY((float)(degrees % 360 * Math.PI / 180)) * Matrix4x4.CreateRotationX(25 * MathF.PI / 180);
        var canvas = new Rasterizer(Width, Height, scale: 23);
        Vector3 At(Vector3 point) => Vector3.Transform(point, turn);
        foreach (var (a, b, c, colour) in Pot.Triangles) canvas.Draw(At(a), At(b), At(c), colour);
        return canvas.Pixels;
    }

    /// <summary>A view as a grey picture for charts: 1 less the mean of its colours, so that light shows white and the background black.</summary>
    /// <param name="view">Row, column, colour of a square picture.</param>
    /// <exception cref="ArgumentException">The length is not 3 s^2.</exception>
    public static double[,] Ink(IReadOnlyList<float> view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var side = (int)Math.Round(Math.Sqrt(view.Count / 3.0));
        if (side == 0 || 3 * side * side != view.Count)
            throw new ArgumentException(FormattableString.Invariant($"The view has {view.Count} values; expected 3 s^2 for a square picture."), nameof(view));
        var picture = new double[side, side];
        for (var i = 0; i < view.Count; i++) picture[i / 3 / side, i / 3 % side] += (1 - view[i]) / 3;
        return picture;
    }

    private static Mesh Build()
    {
        Vector2[] belly = [new(0.01f, -0.8f), new(0.55f, -0.8f), new(0.85f, -0.55f), new(1, -0.2f), new(0.95f, 0.15f), new(0.75f, 0.45f), new(0.55f, 0.58f)];
        Vector2[] lid = [new(0.58f, 0.56f), new(0.4f, 0.72f), new(0.1f, 0.8f), new(0.08f, 0.86f), new(0.16f, 0.95f), new(0.1f, 1.05f), new(0.005f, 1.07f)];
        Vector2[] spout = [new(0.8f, -0.35f), new(1.05f, -0.25f), new(1.22f, 0f), new(1.32f, 0.3f), new(1.45f, 0.5f), new(1.62f, 0.58f)];
        var handle = Enumerable.Range(0, 13).Select(k => MathF.SinCos(MathF.PI * (0.5f + k / 12f))).Select(s => new Vector2(-0.85f + 0.65f * s.Cos, 0.48f * s.Sin)).ToArray();
        var (blue, white, red) = (new Vector3(0.3f, 0.5f, 0.95f), new Vector3(0.95f, 0.9f, 0.8f), new Vector3(0.95f, 0.35f, 0.25f));
        return Mesh.Union(
            Mesh.Lathe(belly, 36, blue), Mesh.Lathe(lid, 36, white),
            Mesh.Tube(spout, along => 0.26f - 0.15f * along, 14, white), Mesh.Tube(handle, _ => 0.1f, 12, red));
    }

    private static float[] Shrink(float[] full)
    {
        const int Left = (Width - Height) / 2;
        var small = new float[3 * Side * Side];
        for (var row = 0; row < Height; row++)
            for (var column = 0; column < Height; column++)
                foreach (var (i, down) in Shares(row))
                    foreach (var (j, across) in Shares(column))
                        for (var colour = 0; colour < 3; colour++)
                            small[3 * (i * Side + j) + colour] += down * across * full[3 * (row * Width + Left + column) + colour];
        return small;
    }

    // The area of a full pixel that falls into each small one, as a part of the small one.
    private static IEnumerable<(int Index, float Share)> Shares(int pixel)
    {
        var (from, to) = (pixel * (float)Side / Height, (pixel + 1) * (float)Side / Height);
        for (var i = (int)from; i < to && i < Side; i++)
            if (MathF.Min(to, i + 1) - MathF.Max(from, i) is > 0 and var share) yield return (i, share);
    }
}
