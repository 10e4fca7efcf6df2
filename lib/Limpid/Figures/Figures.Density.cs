using System.Collections.Immutable;

namespace Limpid.Figures;

public static partial class Figures
{
    private const int DensityPoints = 240;

    /// <summary>How densely values lie, one smooth curve of area 1 for each group.</summary>
    /// <param name="groups">Name and values of each group; NaN are left out and counted in the caption.</param>
    /// <param name="caption">The finding, in one sentence; the bandwidths are added to it.</param>
    /// <param name="xName">What the values are, with their unit.</param>
    /// <param name="bandwidth">The standard deviation h of the Gaussian kernel, in the unit of the values; by default Silverman's
    /// 0.9 min(s, (q₃ − q₁)/1.34) n^(−1/5) for each group.</param>
    /// <param name="observed">Where a line stands; null for none.</param>
    /// <param name="observedName">What stands beside the line.</param>
    /// <param name="title">The heading.</param>
    /// <returns>The figure. Of equal values the bandwidth is a hundredth of their size (0.01 for zeros).</returns>
    /// <exception cref="ArgumentException">No groups, a group without any number, an infinity, an observed value that is not finite, an empty caption.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bandwidth"/> is not a finite number above 0.</exception>
    public static Figure Density(IReadOnlyList<(string Name, double[] Values)> groups, string caption, string xName, double? bandwidth = null,
        double? observed = null, string observedName = "observed", string? title = null)
    {
        ArgumentNullException.ThrowIfNull(groups);
        ArgumentNullException.ThrowIfNull(observedName);
        Check.Caption(caption);
        var missing = CheckGroups(groups);
        Check.Finite(observed, nameof(observed));
        Check.Positive(bandwidth, nameof(bandwidth));
        var densities = groups.Select(g => new KernelDensity(g.Values.Where(v => !double.IsNaN(v)), bandwidth)).ToArray();
        var (low, high) = (densities.Min(d => d.Support.From), densities.Max(d => d.Support.To));
        var traces = groups.Select((g, k) => DensityTrace(g.Name, densities[k], k)).ToArray();
        var layout = Plane(title, xName, "density (area 1)", groups.Count > 1);
        ((Props)layout["yaxis"]!)["rangemode"] = "tozero";
        (low, high) = (Math.Min(low, observed ?? low), Math.Max(high, observed ?? high));
        ((Props)layout["xaxis"]!)["range"] = new[] { low - 0.02 * (high - low), high + 0.02 * (high - low) };
        if (observed is { } at)
            Mark(layout, at, observedName, onTheLeft: at > (low + high) / 2);
        var data = groups.Select(g => FigureSeries.Of(g.Name, g.Values)).ToImmutableArray();
        return new Figure(() => ChartBuilder.Build(traces, layout), Check.WithMissing(caption, missing) + Bandwidths(densities),
            $"Density of {xName}: {string.Join(", ", groups.Select(g => g.Name))}"
            + (observed is { } w ? FormattableString.Invariant($"; a line at {w:G4}, {observedName}.") : "."), data, PlaneSize);
    }

    /// <summary>How densely the values of one group lie.</summary>
    /// <inheritdoc cref="Density(IReadOnlyList{ValueTuple{string, double[]}}, string, string, double?, double?, string, string?)"/>
    public static Figure Density(double[] values, string caption, string xName, double? bandwidth = null, double? observed = null,
        string observedName = "observed", string? title = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        return Density([(xName, values)], caption, xName, bandwidth, observed, observedName, title);
    }

    private static int CheckGroups(IReadOnlyList<(string Name, double[] Values)> groups)
    {
        Check.NotEmpty(groups.Count, nameof(groups), "group");
        Check.Names([.. groups.Select(g => g.Name)], groups.Count, nameof(groups));
        foreach (var (_, values) in groups)
            ArgumentNullException.ThrowIfNull(values, nameof(groups));
        return groups.Sum(g => Check.Values(g.Values, nameof(groups), $"group '{g.Name}'"));
    }

    private static Props DensityTrace(string name, KernelDensity density, int k)
    {
        var (from, to) = density.Support;
        var x = Enumerable.Range(0, DensityPoints).Select(i => from + (to - from) * i / (DensityPoints - 1)).ToArray();
        return new Props
        {
            ["type"] = "scatter", ["mode"] = "lines", ["name"] = Label.Plain(name), ["fill"] = "tozeroy", ["fillcolor"] = Palette.Faint(k, 0.2),
            ["x"] = x, ["y"] = x.Select(density.At).ToArray(),
            ["line"] = new Props { ["color"] = Palette.OfSeries(k), ["width"] = 2.5, ["dash"] = Dash(k), ["simplify"] = false },
            ["hovertemplate"] = $"{Label.InTemplate(name)}<br>%{{x:.4g}}: %{{y:.4g}}<extra></extra>",
        };
    }

    private static string Bandwidths(IReadOnlyList<KernelDensity> densities) => FormattableString.Invariant(
        $" (Gaussian kernel, bandwidth {string.Join(", ", densities.Select(d => FormattableString.Invariant($"{d.Bandwidth:G3}")).Distinct())}.)");
}
