using System.Collections.Immutable;

namespace Limpid.Figures;

public static partial class Figures
{
    /// <summary>How often values fall into bins of one width, with a line at an observed value: a statistic against its permutation null, say.</summary>
    /// <param name="values">The values; NaN are left out and counted in the caption.</param>
    /// <param name="caption">The finding, in one sentence.</param>
    /// <param name="xName">What the values are, with their unit.</param>
    /// <param name="observed">Where the line stands; null for none.</param>
    /// <param name="observedName">What stands beside the line.</param>
    /// <param name="bins">The number of bins; by default the rounded-up square root of the number of values, from 5 to 50.</param>
    /// <param name="title">The heading.</param>
    /// <returns>The figure. A value on an edge counts in the bin above it, the largest in the last bin; equal values give one bin of width 1.</returns>
    /// <exception cref="ArgumentException">No number among the values, an infinity, an observed value that is not finite, an empty caption.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bins"/> is below 1.</exception>
    public static Figure Histogram(double[] values, string caption, string xName, double? observed = null, string observedName = "observed",
        int? bins = null, string? title = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(observedName);
        Check.Caption(caption);
        var missing = Check.Values(values, nameof(values), "the values");
        Check.Finite(observed, nameof(observed));
        if (bins is { } b)
            ArgumentOutOfRangeException.ThrowIfLessThan(b, 1, nameof(bins));
        var numbers = values.Where(v => !double.IsNaN(v)).ToArray();
        var (centres, counts, width) = Count(numbers, bins ?? Math.Clamp((int)Math.Ceiling(Math.Sqrt(numbers.Length)), 5, 50));

        Props[] traces =
        [
            new()
            {
                ["type"] = "bar", ["x"] = centres, ["y"] = counts, ["width"] = width, ["marker"] = new Props { ["color"] = Palette.Null },
                ["hovertemplate"] = "%{x:.4g}: %{y}<extra></extra>",
            },
        ];
        var layout = Plane(title, xName, "count", legend: false);
        layout["bargap"] = 0.03;
        var low = Math.Min(centres[0] - width / 2, observed ?? double.PositiveInfinity);
        var high = Math.Max(centres[^1] + width / 2, observed ?? double.NegativeInfinity);
        ((Props)layout["xaxis"]!)["range"] = new[] { low - 0.03 * (high - low), high + 0.03 * (high - low) };
        if (observed is { } at)
            Mark(layout, at, observedName, onTheLeft: at > (low + high) / 2);
        ImmutableArray<FigureSeries> data = [FigureSeries.Of(xName, values), .. observed is { } v ? [FigureSeries.Of(observedName, [v])] : Array.Empty<FigureSeries>()];
        var alt = $"Histogram of {xName}" + (observed is { } w ? FormattableString.Invariant($" with a line at {w:G4}, {observedName}.") : ".");
        return new Figure(() => ChartBuilder.Build(traces, layout), Check.WithMissing(caption, missing), alt, data, PlaneSize);
    }

    private static (double[] Centres, int[] Counts, double Width) Count(double[] numbers, int bins)
    {
        var (low, high) = (numbers.Min(), numbers.Max());
        if (low == high)
            return ([low], [numbers.Length], 1);
        var width = (high - low) / bins;
        var counts = new int[bins];
        foreach (var number in numbers)
            counts[Math.Min(bins - 1, (int)((number - low) / width))]++;
        return ([.. Enumerable.Range(0, bins).Select(i => low + (i + 0.5) * width)], counts, width);
    }

    private static void Mark(Props layout, double at, string name, bool onTheLeft)
    {
        layout["shapes"] = new object[]
        {
            new Props
            {
                ["type"] = "line", ["x0"] = at, ["x1"] = at, ["y0"] = 0, ["y1"] = 1, ["yref"] = "paper",
                ["line"] = new Props { ["color"] = Palette.Mark, ["width"] = 3 },
            },
        };
        layout["annotations"] = new object[]
        {
            new Props
            {
                ["text"] = Label.Plain(name) + FormattableString.Invariant($" {at:G4}"), ["x"] = at, ["y"] = 1, ["yref"] = "paper", ["yanchor"] = "top",
                ["xanchor"] = onTheLeft ? "right" : "left", ["xshift"] = onTheLeft ? -4 : 4, ["showarrow"] = false,
                ["font"] = new Props { ["color"] = Palette.Mark },
            },
        };
    }
}
