namespace Limpid.Figures;

/// <summary>The square that all panels of a plane show.</summary>
internal readonly record struct PlaneBox(double X, double Y, double Reach)
{
    public double[] Across => [X - Reach, X + Reach];

    public double[] Up => [Y - Reach, Y + Reach];

    public static PlaneBox Around(IEnumerable<double[,]> clouds, (double X, double Y)? centre, double? reach)
    {
        var points = clouds.SelectMany(cloud => Enumerable.Range(0, cloud.GetLength(0)).Select(i => (X: cloud[i, 0], Y: cloud[i, 1]))).ToArray();
        double Middle(IEnumerable<double> values) => (values.Min() + values.Max()) / 2;
        var (x, y) = centre ?? (Middle(points.Select(p => p.X)), Middle(points.Select(p => p.Y)));
        var farthest = points.Max(p => Math.Max(Math.Abs(p.X - x), Math.Abs(p.Y - y)));
        return new(x, y, reach ?? (farthest > 0 ? 1.1 * farthest : 1));
    }

    /// <summary>Where a line enters and leaves the square, and NaN behind it; nothing if it passes by.</summary>
    public IEnumerable<(double X, double Y)> Cut(PlaneLine line)
    {
        // From the point of the line nearest to the centre both ways.
        var square = line.X * line.X + line.Y * line.Y;
        var value = (line.X * X + line.Y * Y + line.Bias) / square;
        var (footX, footY, alongX, alongY) = (-value * line.X, -value * line.Y, -line.Y / Math.Sqrt(square), line.X / Math.Sqrt(square));
        var (from, to) = (double.NegativeInfinity, double.PositiveInfinity);
        foreach (var (foot, along) in new[] { (footX, alongX), (footY, alongY) })
        {
            if (along == 0 && Math.Abs(foot) > Reach) return [];
            if (along == 0) continue;
            var (a, b) = ((-Reach - foot) / along, (Reach - foot) / along);
            (from, to) = (Math.Max(from, Math.Min(a, b)), Math.Min(to, Math.Max(a, b)));
        }
        return from >= to ? [] : [(X + footX + from * alongX, Y + footY + from * alongY), (X + footX + to * alongX, Y + footY + to * alongY), (double.NaN, double.NaN)];
    }
}
