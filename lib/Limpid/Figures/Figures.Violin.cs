using System.Collections.Immutable;
using System.Globalization;

namespace Limpid.Figures;

public static partial class Figures
{
    private const int ViolinPoints = 60;
    private const int MaxDots = 25;
    private const double HalfWidth = 0.4;

    /// <summary>Groups of values side by side, each as wide as its values are dense, with its median and quartiles; up to 25 values also as dots.</summary>
    /// <param name="groups">Name and values of each group; NaN are left out and counted in the caption.</param>
    /// <param name="caption">The finding, in one sentence; the bandwidths are added to it.</param>
    /// <param name="yName">What the values are, with their unit.</param>
    /// <param name="bandwidth">As in <see cref="Density(IReadOnlyList{ValueTuple{string, double[]}}, string, string, double?, double?, string, string?)"/>.</param>
    /// <param name="title">The heading.</param>
    /// <returns>The figure. A shape ends at the smallest and the largest value; equal areas mean equal numbers of groups, not of values: each has
    /// the area 1. A quantile p is the value at position p (n − 1) of the sorted values, straight between its neighbours.</returns>
    /// <exception cref="ArgumentException">No groups, a group without any number, an infinity, an empty caption.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bandwidth"/> is not a finite number above 0.</exception>
    public static Figure Violin(IReadOnlyList<(string Name, double[] Values)> groups, string caption, string yName, double? bandwidth = null,
        string? title = null)
    {
        ArgumentNullException.ThrowIfNull(groups);
        Check.Caption(caption);
        var missing = CheckGroups(groups);
        Check.Positive(bandwidth, nameof(bandwidth));
        var sorted = groups.Select(g => g.Values.Where(v => !double.IsNaN(v)).Order().ToArray()).ToArray();
        var densities = sorted.Select(v => new KernelDensity(v, bandwidth)).ToArray();
        var outlines = sorted.Select((v, k) => Outline(v, densities[k])).ToArray();
        var scale = HalfWidth / outlines.SelectMany(o => o.Density).Max();
        var traces = groups.SelectMany((g, k) => ViolinTraces(g.Name, sorted[k], outlines[k], densities[k], scale, k)).ToArray();
        var layout = Plane(title, "", yName, legend: false);
        var xaxis = (Props)layout["xaxis"]!;
        (xaxis["tickvals"], xaxis["ticktext"]) = (Enumerable.Range(0, groups.Count).ToArray(), groups.Select(g => Label.Wrapped(g.Name, 14)).ToArray());
        (xaxis["range"], xaxis["showgrid"], xaxis["ticks"]) = (new[] { -0.6, groups.Count - 0.4 }, false, "");
        var data = groups.Select(g => FigureSeries.Of(g.Name, g.Values)).ToImmutableArray();
        return new Figure(() => ChartBuilder.Build(traces, layout), Check.WithMissing(caption, missing) + Bandwidths(densities),
            $"Violins of {yName}, median and quartiles: {string.Join("; ", groups.Select((g, k) => $"{g.Name} {Quartiles(sorted[k])}"))}.", data, PlaneSize);
    }

    private static (double[] Value, double[] Density) Outline(double[] sorted, KernelDensity density)
    {
        var value = Enumerable.Range(0, ViolinPoints).Select(i => sorted[0] + (sorted[^1] - sorted[0]) * i / (ViolinPoints - 1)).ToArray();
        return (value, [.. value.Select(density.At)]);
    }

    private static IEnumerable<Props> ViolinTraces(string name, double[] sorted, (double[] Value, double[] Density) outline, KernelDensity density, double scale, int k)
    {
        yield return new Props
        {
            ["type"] = "scatter", ["mode"] = "lines", ["name"] = Label.Plain(name), ["fill"] = "toself", ["fillcolor"] = Palette.Faint(k, 0.35), ["hoverinfo"] = "skip",
            ["x"] = outline.Density.Select(d => k + d * scale).Concat(outline.Density.Reverse().Select(d => k - d * scale)).Append(k + outline.Density[0] * scale).ToArray(),
            ["y"] = outline.Value.Concat(outline.Value.Reverse()).Append(outline.Value[0]).ToArray(),
            ["line"] = new Props { ["color"] = Palette.OfSeries(k), ["width"] = 1.5 },
        };
        var (lower, median, upper) = (Quantile.Of(sorted, 0.25), Quantile.Of(sorted, 0.5), Quantile.Of(sorted, 0.75));
        yield return new Props
        {
            ["type"] = "scatter", ["mode"] = "lines", ["x"] = new[] { k, k }, ["y"] = new[] { lower, upper }, ["hoverinfo"] = "skip",
            ["line"] = new Props { ["color"] = Palette.OfSeries(k), ["width"] = 8 },
        };
        if (sorted.Length <= MaxDots)
            yield return Dots(sorted, density, scale, k);
        yield return new Props
        {
            ["type"] = "scatter", ["mode"] = "markers", ["name"] = Label.Plain(name), ["x"] = new[] { k }, ["y"] = new[] { median },
            ["marker"] = new Props { ["color"] = "#ffffff", ["symbol"] = "circle", ["size"] = 10, ["line"] = new Props { ["color"] = "#3c3f42", ["width"] = 2 } },
            ["hovertemplate"] = $"{Label.InTemplate(name)}<br>{Quartiles(sorted)}<br>{Extent(sorted)}<extra></extra>",
        };
    }

    // Spread over the width by the van der Corput sequence, so that equal values stay apart and every run draws the same.
    private static Props Dots(double[] sorted, KernelDensity density, double scale, int k) => new()
    {
        ["type"] = "scatter", ["mode"] = "markers", ["y"] = sorted, ["hovertemplate"] = "%{y:.4g}<extra></extra>",
        ["x"] = sorted.Select((v, i) => k + 1.4 * (Halves(i + 1) - 0.5) * density.At(v) * scale).ToArray(),
        ["marker"] = new Props { ["color"] = Palette.OfSeries(k), ["size"] = 6, ["line"] = new Props { ["color"] = "#ffffff", ["width"] = 0.8 } },
    };

    private static double Halves(int i)
    {
        var (sum, part) = (0.0, 0.5);
        for (; i > 0; i /= 2, part /= 2)
            sum += part * (i % 2);
        return sum;
    }

    private static string Quartiles(double[] sorted) => FormattableString.Invariant(
        $"{Quantile.Of(sorted, 0.5):G4} ({Quantile.Of(sorted, 0.25):G4} to {Quantile.Of(sorted, 0.75):G4})");

    private static string Extent(double[] sorted) =>
        string.Create(CultureInfo.InvariantCulture, $"{sorted.Length} values from {sorted[0]:G4} to {sorted[^1]:G4}");
}
