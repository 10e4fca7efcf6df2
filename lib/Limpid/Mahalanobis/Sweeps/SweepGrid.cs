using System.Collections.Immutable;
using Limpid.Mahalanobis.Layers;

namespace Limpid.Mahalanobis.Sweeps;

/// <summary>Where the authors' code perturbs, and the changes that belong to the values.</summary>
/// <remarks>Source: Oursland 2024, arXiv:2411.17932, and its code.</remarks>
public static class SweepGrid
{
    /// <summary>The list index that the code takes for "no perturbation" in every sweep, where there is one.</summary>
    public const int PublishedBaseline = 50;

    /// <summary>Scales and clips: 100 values from .01 to 10, evenly spaced by their logarithm.</summary>
    public static ImmutableArray<double> Logarithmic { get; } = [.. Enumerable.Range(0, 100).Select(i => i == 66 ? 1 : Math.Pow(10, -2 + 3 * i / 99.0))];

    /// <summary>Offsets: 125 values, from -2 by .05, from -.4 by .01, from .4 to 1 by .05.</summary>
    public static ImmutableArray<double> Offsets { get; } =
        [.. Enumerable.Range(0, 32).Select(i => (5 * i - 200) / 100.0), .. Enumerable.Range(0, 80).Select(i => (i - 40) / 100.0), .. Enumerable.Range(0, 13).Select(i => (5 * i + 40) / 100.0)];

    /// <summary>Clamps: 0 to 1 by .01.</summary>
    public static ImmutableArray<double> Parts { get; } = [.. Enumerable.Range(0, 101).Select(i => i / 100.0)];

    /// <summary>A grid and other values, each once, ascending.</summary>
    /// <param name="grid">One list.</param>
    /// <param name="more">The other.</param>
    public static ImmutableArray<double> With(IEnumerable<double> grid, params IEnumerable<double> more) => [.. grid.Concat(more).Distinct().Order()];

    /// <summary>The value of a sweep that changes nothing: 1 for scales and clips, 0 for offsets and raised floors.</summary>
    /// <param name="kind">Which sweep. A clip at 1 changes nothing only in a unit whose largest sum is its largest activation.</param>
    public static double Neutral(SweepKind kind) => kind is SweepKind.Scale or SweepKind.Clip ? 1 : 0;

    /// <summary>What a value does to the units.</summary>
    /// <param name="kind">Which sweep.</param>
    /// <param name="ranges">The units' ranges.</param>
    /// <param name="value">Where.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite, or there is no such sweep.</exception>
    public static UnitChange Change(SweepKind kind, UnitRanges ranges, double value)
    {
        ArgumentNullException.ThrowIfNull(ranges);
        return kind switch
        {
            SweepKind.Scale => UnitChange.Scaling(ranges.Units, value),
            SweepKind.Clip => UnitChange.Clipping(ranges, value),
            SweepKind.Offset => UnitChange.Offset(ranges, value),
            SweepKind.Raise => UnitChange.Raising(ranges, value),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "expected a sweep of the list."),
        };
    }
}
