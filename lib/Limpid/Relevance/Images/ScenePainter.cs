namespace Limpid.Relevance.Images;

/// <summary>Paints one scene.</summary>
internal sealed class ScenePainter
{
    private const int Size = Scenes.Size;
    private const double LeastContrast = 0.45, Noise = 0.04, Turn = Math.PI / 9;

    private readonly Random random;
    private readonly SceneTexture texture;
    private readonly double[]?[] paint = new double[Size * Size][];

    internal ScenePainter(Random random)
    {
        this.random = random;
        texture = new SceneTexture(random);
        Shape = (SceneShape)random.Next(4);
        var colour = Contrasting();
        Mask = Figure();
        for (var at = 0; at < Mask.Length; at++)
            if (Mask[at]) paint[at] = colour;
        var dots = 6 + random.Next(7);
        for (var dot = 0; dot < dots; dot++) Dot(dot % 2 == 0 ? colour : Contrasting());
    }

    internal SceneShape Shape { get; }

    /// <summary>The pixels of the figure, row by row: those whose middle lies inside.</summary>
    internal bool[] Mask { get; }

    /// <summary>Writes the colours [3, 64, 64]: texture, figure and dots, each pixel with a little noise, cut to 0..1.</summary>
    internal void Colours(Span<float> pixels)
    {
        for (var at = 0; at < paint.Length; at++)
        {
            var mix = paint[at] is null ? texture.Mix(at % Size, at / Size) : 0;
            for (var channel = 0; channel < 3; channel++)
            {
                var value = paint[at] is { } colour ? colour[channel] : texture.Channel(channel, mix);
                pixels[channel * paint.Length + at] = (float)Math.Clamp(value + Noise * (2 * random.NextDouble() - 1), 0, 1);
            }
        }
    }

    private double[] Contrasting()
    {
        while (true)
        {
            var colour = SceneTexture.Colour(random, 0.4, 1);
            if (Math.Sqrt(colour.Zip(texture.Mean, (a, b) => (a - b) * (a - b)).Sum()) >= LeastContrast) return colour;
        }
    }

    private bool[] Figure()
    {
        var (radius, turn) = (9 + 5 * random.NextDouble(), Turn * (2 * random.NextDouble() - 1));
        var reach = radius * SceneOutline.Reach(Shape);
        double Place() => reach + (Size - 1 - 2 * reach) * random.NextDouble();
        var (x, y) = (Place(), Place());
        var (cos, sin) = (Math.Cos(turn) / radius, Math.Sin(turn) / radius);
        return [.. Enumerable.Range(0, Size * Size).Select(at =>
        {
            var (dx, dy) = (at % Size - x, at / Size - y);
            return SceneOutline.Contains(Shape, cos * dx + sin * dy, cos * dy - sin * dx);
        })];
    }

    /// <summary>A dot that keeps two pixels off the figure; drawn again where it doesn't.</summary>
    private void Dot(double[] colour)
    {
        while (true)
        {
            var (x, y, radius) = (Size * random.NextDouble(), Size * random.NextDouble(), 1.2 + 1.3 * random.NextDouble());
            if (Disc(x, y, radius + 2).Any(at => Mask[at])) continue;
            foreach (var at in Disc(x, y, radius)) paint[at] = colour;
            return;
        }
    }

    private static IEnumerable<int> Disc(double x, double y, double radius)
    {
        for (var row = Math.Max(0, (int)(y - radius)); row < Math.Min(Size, y + radius + 1); row++)
            for (var column = Math.Max(0, (int)(x - radius)); column < Math.Min(Size, x + radius + 1); column++)
                if ((row - y) * (row - y) + (column - x) * (column - x) <= radius * radius)
                    yield return row * Size + column;
    }
}
