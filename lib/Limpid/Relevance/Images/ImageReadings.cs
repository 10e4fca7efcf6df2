using MathNet.Numerics.Statistics;

namespace Limpid.Relevance.Images;

/// <summary>What was measured of all methods on the images of one network.</summary>
/// <param name="Name">The network's, with its composite where it has several.</param>
/// <param name="All">The readings, LRP first.</param>
public sealed record ImageReadings(string Name, IReadOnlyList<MapReading> All)
{
    /// <summary>The reading of a method.</summary>
    /// <param name="method">Which.</param>
    /// <exception cref="ArgumentException">It was not read.</exception>
    public MapReading this[MapMethod method] => All.FirstOrDefault(reading => reading.Method == method)
        ?? throw new ArgumentException($"{Name} has no maps of {method}; it has {string.Join(", ", All.Select(reading => reading.Method))}.", nameof(method));

    /// <summary>The maps of LRP and of PLRP-lambda by rising share.</summary>
    public IReadOnlyList<MapReading> Sweep => [.. All.Where(reading => reading.Method.Kind is MapKind.Plain or MapKind.Lambda)];

    /// <summary>Of the three controls with as many non-zeros as a PLRP-lambda, the one with the highest median.</summary>
    /// <param name="share">p+ of that PLRP-lambda.</param>
    /// <param name="measure">What is measured.</param>
    public MapReading BestControl(double share, Func<MapReading, double[]> measure) => MapMethod.Controls(share).Select(control => this[control]).MaxBy(reading => measure(reading).Median())!;

    internal static ImageReadings Join(string name, IReadOnlyList<MapReading[]> batches) =>
        new(name, [.. batches[0].Select(first => MapReading.Join([.. batches.SelectMany(batch => batch.Where(reading => reading.Method == first.Method))]))]);
}
