namespace Limpid.Relevance.Images;

/// <summary>A background: a dark colour and another within 0.3 of it in each channel, mixed by three plane waves of random direction and length.</summary>
internal sealed class SceneTexture
{
    private const double Difference = 0.3;

    private readonly (double X, double Y, double Phase)[] waves;
    private readonly double[] from, to;

    internal SceneTexture(Random random)
    {
        from = Colour(random, 0.05, 0.45);
        to = [.. from.Select(channel => Math.Max(0, channel + Difference * (2 * random.NextDouble() - 1)))];
        waves = [.. Enumerable.Range(0, 3).Select(_ =>
        {
            var (angle, length) = (2 * Math.PI * random.NextDouble(), 6 + 18 * random.NextDouble());
            return (2 * Math.PI / length * Math.Cos(angle), 2 * Math.PI / length * Math.Sin(angle), 2 * Math.PI * random.NextDouble());
        })];
    }

    /// <summary>The mean of the two colours.</summary>
    internal double[] Mean => [.. from.Zip(to, (a, b) => (a + b) / 2)];

    /// <summary>A colour with each channel uniform.</summary>
    internal static double[] Colour(Random random, double low, double high) => [.. Enumerable.Range(0, 3).Select(_ => low + (high - low) * random.NextDouble())];

    /// <summary>How far the pixel's colour has gone from the first to the second: 0 to 1.</summary>
    internal double Mix(int x, int y) => waves.Sum(wave => 1 + Math.Sin(wave.X * x + wave.Y * y + wave.Phase)) / (2 * waves.Length);

    internal double Channel(int channel, double mix) => from[channel] + (to[channel] - from[channel]) * mix;
}
