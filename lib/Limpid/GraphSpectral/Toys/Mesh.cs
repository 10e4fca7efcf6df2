using System.Numerics;

namespace Limpid.GraphSpectral.Toys;

/// <summary>A body of coloured triangles.</summary>
/// <param name="Triangles">Corners and colour of each; y is up.</param>
internal sealed record Mesh(IReadOnlyList<(Vector3 A, Vector3 B, Vector3 C, Vector3 Colour)> Triangles)
{
    /// <summary>A profile (radius, height) turned round the vertical axis.</summary>
    public static Mesh Lathe(IReadOnlyList<Vector2> profile, int segments, Vector3 colour) =>
        Sheet(profile.Count, segments + 1, (ring, segment) =>
        {
            var (sine, cosine) = MathF.SinCos(2 * MathF.PI * segment / segments);
            return new Vector3(profile[ring].X * cosine, profile[ring].Y, profile[ring].X * sine);
        }, colour);

    /// <summary>A round tube along a curve in the plane z = 0.</summary>
    public static Mesh Tube(IReadOnlyList<Vector2> curve, Func<float, float> radius, int segments, Vector3 colour) =>
        Sheet(curve.Count, segments + 1, (k, segment) =>
        {
            var along = Vector2.Normalize(curve[Math.Min(k + 1, curve.Count - 1)] - curve[Math.Max(k - 1, 0)]);
            var (sine, cosine) = MathF.SinCos(2 * MathF.PI * segment / segments);
            var r = radius(k / (curve.Count - 1f));
            return new Vector3(curve[k].X - along.Y * r * cosine, curve[k].Y + along.X * r * cosine, r * sine);
        }, colour);

    /// <summary>The triangles of several bodies.</summary>
    public static Mesh Union(params Mesh[] bodies) => new([.. bodies.SelectMany(body => body.Triangles)]);

    private static Mesh Sheet(int rows, int columns, Func<int, int, Vector3> at, Vector3 colour)
    {
        var triangles = new List<(Vector3, Vector3, Vector3, Vector3)>();
        for (var i = 0; i + 1 < rows; i++)
            for (var j = 0; j + 1 < columns; j++)
            {
                triangles.Add((at(i, j), at(i + 1, j), at(i + 1, j + 1), colour));
                triangles.Add((at(i, j), at(i + 1, j + 1), at(i, j + 1), colour));
            }
        return new Mesh(triangles);
    }
}
