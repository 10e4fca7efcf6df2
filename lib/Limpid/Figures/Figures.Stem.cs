using System.Collections.Immutable;

namespace Limpid.Figures;

public static partial class Figures
{
    private const int MaxNamedStems = 40;

    /// <summary>Values sorted from the largest to the smallest, or in their own order, each a stem with a head: which of many count?</summary>
    /// <param name="values">The values; NaN are left out and counted in the caption. Equal ones keep their order.</param>
    /// <param name="caption">The finding, in one sentence.</param>
    /// <param name="yName">What the values are, with their unit.</param>
    /// <param name="names">The name of each value, shown under up to 40 stems, else by the pointer; by default its position from 0.</param>
    /// <param name="marked">Positions of values to mark in another colour; null for none.</param>
    /// <param name="markedName">What the marked values are.</param>
    /// <param name="title">The heading.</param>
    /// <param name="xName">What the positions are, if the values are to stand in their own order; null sorts them.</param>
    /// <returns>The figure.</returns>
    /// <exception cref="ArgumentException">No number among the values, an infinity, names of another length, a marked position that does not exist, an
    /// empty caption.</exception>
    public static Figure Stem(double[] values, string caption, string yName, IReadOnlyList<string>? names = null, IReadOnlyList<int>? marked = null,
        string markedName = "marked", string? title = null, string? xName = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(markedName);
        Check.Caption(caption);
        var missing = Check.Values(values, nameof(values), "the values");
        if (names is not null)
            Check.Names(names, values.Length, nameof(names));
        Check.Labels(marked ?? [], values.Length, nameof(marked), "a position");
        var sorted = Enumerable.Range(0, values.Length).Where(i => !double.IsNaN(values[i])).OrderByDescending(i => xName is null ? values[i] : 0).ToArray();
        var copy = (double[])values.Clone();
        var texts = sorted.Select(i => names is null ? FormattableString.Invariant($"{i}") : Label.Plain(names[i])).ToArray();
        var isMarked = (marked ?? []).ToHashSet();
        var plain = Enumerable.Range(0, sorted.Length).Where(r => !isMarked.Contains(sorted[r])).ToArray();
        var others = Enumerable.Range(0, sorted.Length).Where(r => isMarked.Contains(sorted[r])).ToArray();
        double Value(int rank) => copy[sorted[rank]];
        Props[] traces =
        [
            .. StemTraces(plain, Value, texts, "other values", Palette.OfSeries(0), "circle", sorted.Length, xName ?? "rank"),
            .. StemTraces(others, Value, texts, markedName, Palette.Mark, "diamond", sorted.Length, xName ?? "rank"),
        ];
        var named = names is not null && sorted.Length <= MaxNamedStems;
        var layout = Plane(title, named ? "" : xName ?? "rank", yName, legend: others.Length > 0);
        layout["shapes"] = new object[] { Axes.ZeroLine() };
        var xaxis = (Props)layout["xaxis"]!;
        (xaxis["showgrid"], xaxis["range"]) = (false, new[] { 0.5 - 0.02 * sorted.Length, sorted.Length + 0.5 + 0.02 * sorted.Length });
        if (named)
            (xaxis["tickvals"], xaxis["ticktext"], xaxis["ticks"]) = (Enumerable.Range(1, sorted.Length).ToArray(), texts, "");
        ImmutableArray<FigureSeries> data = [FigureSeries.Of(yName, copy), .. marked is null ? Array.Empty<FigureSeries>() : [FigureSeries.Of(markedName, marked.Select(i => (double)i))]];
        return new Figure(() => ChartBuilder.Build(traces, layout), Check.WithMissing(caption, missing), FormattableString.Invariant(
            $"Stem plot of {sorted.Length} values of {yName}, {(xName is null ? "sorted" : "over " + xName)}, from {Value(0):G4} to {Value(sorted.Length - 1):G4}")
            + (others.Length == 0 ? "." : FormattableString.Invariant($"; {others.Length} marked: {markedName}.")), data, PlaneSize);
    }

    private static IEnumerable<Props> StemTraces(int[] ranks, Func<int, double> value, string[] texts, string name, string colour, string symbol, int count, string position)
    {
        if (ranks.Length == 0)
            yield break;
        yield return new Props
        {
            ["type"] = "scatter", ["mode"] = "lines", ["hoverinfo"] = "skip", ["showlegend"] = false, ["legendgroup"] = symbol,
            ["x"] = ranks.SelectMany(r => new object?[] { r + 1, r + 1, null }).ToArray(),
            ["y"] = ranks.SelectMany(r => new object?[] { 0, value(r), null }).ToArray(),
            ["line"] = new Props { ["color"] = colour, ["width"] = count > 150 ? 1 : 2 },
        };
        yield return new Props
        {
            ["type"] = "scatter", ["mode"] = "markers", ["name"] = Label.Plain(name), ["legendgroup"] = symbol,
            ["x"] = ranks.Select(r => r + 1).ToArray(), ["y"] = ranks.Select(value).ToArray(), ["customdata"] = ranks.Select(r => texts[r]).ToArray(),
            ["marker"] = new Props { ["color"] = colour, ["symbol"] = symbol, ["size"] = count > 150 ? 4 : 8 },
            ["hovertemplate"] = $"{Label.InTemplate(position)} %{{x}}: %{{customdata}}<br>%{{y:.4g}}<extra></extra>",
        };
    }
}
