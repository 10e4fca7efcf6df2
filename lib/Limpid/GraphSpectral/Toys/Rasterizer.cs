using System.Numerics;

namespace Limpid.GraphSpectral.Toys;

/// <summary>Draws triangles into an RGB picture in parallel projection, the nearest surface at each pixel, lit from one side.</summary>
internal sealed class Rasterizer(int width, int height, float scale)
{
    private static readonly Vector3 Light = Vector3.Normalize(new Vector3(-0.55f, 0.6f, 0.6f));

    private readonly float[] colours = new float[3 * width * height];
    private readonly float[] depths = [.. Enumerable.Repeat(float.NegativeInfinity, width * height)];

    /// <summary>Rows from the top, three values from 0 (also the background) to 1 for each pixel.</summary>
    public float[] Pixels => colours;

    /// <summary>Draws a triangle; the viewer looks along -z, y is up, the origin is the centre of the picture.</summary>
    public void Draw(Vector3 a, Vector3 b, Vector3 c, Vector3 colour)
    {
        var normal = Vector3.Cross(b - a, c - a);
        if (normal.LengthSquared() < 1e-12f) return;
        normal = Vector3.Normalize(normal);
        // Both sides are shown, the one that faces the viewer lit.
        if (normal.Z < 0) normal = -normal;
        var shade = colour * (0.25f + 0.75f * MathF.Max(0, Vector3.Dot(normal, Light)));
        var (p, q, r) = (Screen(a), Screen(b), Screen(c));
        var area = Cross(p, q, r);
        if (area == 0) return;
        var (left, right) = (MathF.Min(p.X, MathF.Min(q.X, r.X)), MathF.Max(p.X, MathF.Max(q.X, r.X)));
        var (top, bottom) = (MathF.Min(p.Y, MathF.Min(q.Y, r.Y)), MathF.Max(p.Y, MathF.Max(q.Y, r.Y)));
        for (var y = Math.Max(0, (int)top); y <= Math.Min(height - 1, (int)bottom); y++)
            for (var x = Math.Max(0, (int)left); x <= Math.Min(width - 1, (int)right); x++)
            {
                var at = new Vector2(x + 0.5f, y + 0.5f);
                var (u, v, w) = (Cross(at, q, r) / area, Cross(p, at, r) / area, Cross(p, q, at) / area);
                if (u >= 0 && v >= 0 && w >= 0) Put(y * width + x, u * a.Z + v * b.Z + w * c.Z, shade);
            }
    }

    private static float Cross(Vector2 a, Vector2 b, Vector2 c) => (b.X - a.X) * (c.Y - a.Y) - (b.Y - a.Y) * (c.X - a.X);

    private Vector2 Screen(Vector3 point) => new(width / 2f + scale * point.X, height / 2f - scale * point.Y);

    private void Put(int pixel, float depth, Vector3 shade)
    {
        if (depth <= depths[pixel]) return;
        depths[pixel] = depth;
        (colours[3 * pixel], colours[3 * pixel + 1], colours[3 * pixel + 2]) = (shade.X, shade.Y, shade.Z);
    }
}
