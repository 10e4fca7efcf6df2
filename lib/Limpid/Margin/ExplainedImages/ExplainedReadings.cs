namespace Limpid.Margin.ExplainedImages;

/// <summary>What was measured of all methods on one image.</summary>
/// <param name="Image">The image's name.</param>
/// <param name="Class">The number of its class, as the image says it.</param>
/// <param name="Score">The model's probability of its class.</param>
/// <param name="EmptyKeeps">Whether an image without anything has the same class: then what a copy shows need not be why it has the class.</param>
/// <param name="Fill">What stood where nothing was shown.</param>
/// <param name="Copies">How the model took the copies, by kind.</param>
/// <param name="Maps">One for each method.</param>
/// <param name="Fractions">Share of blocks deleted at each point of the curves.</param>
public sealed record ExplainedReadings(
    string Image, int Class, double Score, bool EmptyKeeps, double Fill, IReadOnlyList<CopyFacts> Copies, IReadOnlyList<ExplanationReading> Maps, double[] Fractions)
{
    /// <summary>The reading of a method.</summary>
    /// <param name="method">Its name.</param>
    /// <exception cref="ArgumentException">It was not read.</exception>
    public ExplanationReading this[string method] => Maps.FirstOrDefault(map => map.Method == method)
        ?? throw new ArgumentException($"There is no map '{method}' of {Image}; there are {string.Join(", ", Maps.Select(map => map.Method))}.", nameof(method));
}
