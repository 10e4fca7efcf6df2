using MathNet.Numerics.Statistics;

namespace Limpid.Relevance.Ablations;

/// <summary>The readings of one network.</summary>
/// <param name="Network">Its name.</param>
/// <param name="All">One for each variant and control.</param>
public sealed record AblationReadings(string Network, IReadOnlyList<AblationReading> All)
{
    /// <summary>The reading of a variant or control.</summary>
    /// <param name="family">The family of rules.</param>
    /// <param name="name">The variant's name.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public AblationReading this[string family, string name] => All.FirstOrDefault(reading => reading.Family == family && reading.Name == name)
        ?? throw new ArgumentException($"{Network} has no '{name}' of {family}; it has {string.Join(", ", All.Where(reading => reading.Family == family).Select(reading => $"'{reading.Name}'"))}.", nameof(name));

    /// <summary>Of the three controls with as many non-zeros as the family's PLRP-lambda, the one with the highest median.</summary>
    /// <param name="family">The family of rules.</param>
    /// <param name="measure">What is measured.</param>
    public AblationReading BestControl(string family, Func<AblationReading, double[]> measure) =>
        Control.Names.Select(name => this[family, name]).MaxBy(reading => measure(reading).Median())!;
}
