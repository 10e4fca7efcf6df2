using System.Collections.Immutable;

namespace Limpid.Figures;

public static partial class Figures
{
    private const int EmbeddingSide = 560;

    /// <summary>Points of an embedding, whose axes mean nothing but distance: each class in its own colour and marker, its name at its median.</summary>
    /// <param name="points">One row for each point, two columns; a point with a NaN is left out and counted in the caption.</param>
    /// <param name="labels">The class of each point.</param>
    /// <param name="classes">The names of the classes.</param>
    /// <param name="caption">The finding, in one sentence.</param>
    /// <param name="title">The heading.</param>
    /// <param name="maxPoints">With more points than these, every so-many-th is drawn and the caption says so.</param>
    /// <returns>The figure; both axes have one scale.</returns>
    /// <exception cref="ArgumentException">No points, not two columns, labels of another length or outside the classes, an infinity, no number
    /// at all, an empty caption.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxPoints"/> is below 1.</exception>
    public static Figure Embedding(double[,] points, IReadOnlyList<int> labels, IReadOnlyList<string> classes, string caption, string? title = null,
        int maxPoints = 4000)
    {
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(classes);
        var (copy, drawn, said) = CheckPoints(points, caption, maxPoints);
        Check.Names(classes, classes.Count, nameof(classes));
        Check.Length(labels.Count, copy.GetLength(0), nameof(labels), "labels");
        Check.Labels(labels, classes.Count, nameof(labels));
        var members = classes.Select((_, k) => drawn.Where(i => labels[i] == k).ToArray()).ToArray();
        var traces = classes.Select((name, k) => ScatterTrace(copy, members[k], name, k)).ToArray();
        foreach (var (trace, k) in traces.Select((t, k) => (t, k)))
            trace["hovertemplate"] = $"{Label.InTemplate(classes[k])}<extra></extra>";
        var layout = EmbeddingLayout(title, copy, drawn, legend: true, bar: false, out var size);
        layout["annotations"] = classes.Select((name, k) => (name, rows: members[k])).Where(c => c.rows.Length > 0).Select(c => ClassName(c.name, copy, c.rows)).ToArray();
        ImmutableArray<FigureSeries> data = [FigureSeries.Of("points", copy), FigureSeries.Of("labels", labels.Select(l => (double)l))];
        return new Figure(() => ChartBuilder.Build(traces, layout), said, FormattableString.Invariant(
            $"Embedding of {copy.GetLength(0)} points in two dimensions by class: {string.Join(", ", classes)}."), data, size);
    }

    /// <summary>Points of an embedding, whose axes mean nothing but distance, coloured by a value.</summary>
    /// <param name="points">One row for each point, two columns; a point with a NaN is left out and counted in the caption.</param>
    /// <param name="values">The value of each point; a NaN is drawn grey.</param>
    /// <param name="caption">The finding, in one sentence.</param>
    /// <param name="valueName">What the colours measure, with its unit.</param>
    /// <param name="title">The heading.</param>
    /// <param name="scale">The colours; by default symmetric around 0 when a value is negative.</param>
    /// <param name="range">The ends of the colour scale; by default those of the data.</param>
    /// <param name="maxPoints">With more points than these, every so-many-th is drawn and the caption says so.</param>
    /// <returns>The figure; both axes have one scale.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxPoints"/> is below 1.</exception>
    /// <exception cref="ArgumentException">No points, not two columns, values of another length, an infinity, no number at all, an empty caption, or
    /// a range that is none.</exception>
    public static Figure Embedding(double[,] points, IReadOnlyList<double> values, string caption, string valueName = "value", string? title = null,
        ColourScale scale = ColourScale.Auto, (double From, double To)? range = null, int maxPoints = 4000)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(valueName);
        var (copy, drawn, said) = CheckPoints(points, caption, maxPoints);
        Check.Length(values.Count, copy.GetLength(0), nameof(values), "values");
        Check.Values(values, nameof(values), "the values");
        var (known, unknown) = (drawn.Where(i => !double.IsNaN(values[i])).ToArray(), drawn.Where(i => double.IsNaN(values[i])).ToArray());
        var trace = ScatterTrace(copy, known, valueName, 0);
        var marker = (Props)trace["marker"]!;
        (marker["color"], marker["coloraxis"], marker["line"]) =
            (known.Select(i => values[i]).ToArray(), "coloraxis", new Props { ["color"] = Palette.Line, ["width"] = 0.5 });
        trace["hovertemplate"] = $"{Label.InTemplate(valueName)} %{{marker.color:.4g}}<extra></extra>";
        var grey = ScatterTrace(copy, unknown, "no value", 0);
        ((Props)grey["marker"]!)["color"] = Palette.Null;
        Props[] traces = unknown.Length == 0 ? [trace] : [grey, trace];
        var layout = EmbeddingLayout(title, copy, drawn, legend: false, bar: true, out var size);
        layout["coloraxis"] = ColourAxis.For(values, scale, valueName, range);
        ImmutableArray<FigureSeries> data = [FigureSeries.Of("points", copy), FigureSeries.Of(valueName, values)];
        return new Figure(() => ChartBuilder.Build(traces, layout), said, FormattableString.Invariant(
            $"Embedding of {copy.GetLength(0)} points in two dimensions, coloured by {valueName}."), data, size);
    }

    private static (double[,] Points, int[] Drawn, string Caption) CheckPoints(double[,] points, string caption, int maxPoints)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxPoints, 1);
        Check.Caption(caption);
        Check.Length(points.GetLength(1), 2, nameof(points), "columns");
        Check.Values(points.Cast<double>(), nameof(points), "the points");
        var count = points.GetLength(0);
        var whole = Enumerable.Range(0, count).Where(i => !double.IsNaN(points[i, 0]) && !double.IsNaN(points[i, 1])).ToArray();
        if (whole.Length == 0)
            throw new ArgumentException("points: every point holds a NaN; expected at least one without.", nameof(points));
        var drawn = Thinned(whole.Length, maxPoints).Select(i => whole[i]).ToArray();
        return ((double[,])points.Clone(), drawn, Check.WithMissing(caption, count - whole.Length) + Drawn(drawn.Length, whole.Length));
    }

    private static Props EmbeddingLayout(string? title, double[,] points, int[] rows, bool legend, bool bar, out FigureSize size)
    {
        var (x, y) = (Extent(rows.Select(i => points[i, 0])), Extent(rows.Select(i => points[i, 1])));
        var ratio = Math.Clamp((y.To - y.From) / (x.To - x.From), 0.5, 1.2);
        var (top, bottom) = (Axes.Top(title) + (legend ? 30 : 0), bar ? 66 : 12);
        size = new FigureSize(EmbeddingSide + 24, (int)Math.Round(EmbeddingSide * ratio) + top + bottom, ratio, 24, top + bottom, Limited: true);
        var layout = Axes.Layout(title, size.Width, size.Height, 12, 12, top, bottom);
        layout["xaxis"] = Framed(x);
        layout["yaxis"] = Framed(y);
        var yaxis = (Props)layout["yaxis"]!;
        (yaxis["scaleanchor"], yaxis["scaleratio"]) = ("x", 1);
        (layout["showlegend"], layout["legend"]) = (legend, Axes.LegendAbove(title, size.Height));
        return layout;
    }

    private static Props Framed((double From, double To) range)
    {
        var axis = Axes.Hidden(range.From, range.To);
        (axis["showline"], axis["mirror"], axis["linecolor"]) = (true, true, Palette.Line);
        return axis;
    }

    private static (double From, double To) Extent(IEnumerable<double> values)
    {
        var all = values.ToArray();
        var (low, high) = (all.Min(), all.Max());
        var margin = low == high ? Math.Max(1e-9, Math.Abs(low) * 0.05) : 0.05 * (high - low);
        return (low - margin, high + margin);
    }

    private static Props ClassName(string name, double[,] points, int[] rows)
    {
        double Median(int column) => Quantile.Of([.. rows.Select(i => points[i, column]).Order()], 0.5);
        return new Props
        {
            ["text"] = Label.Plain(name), ["x"] = Median(0), ["y"] = Median(1), ["showarrow"] = false, ["bgcolor"] = "rgba(255,255,255,0.78)",
            ["borderpad"] = 1, ["font"] = new Props { ["color"] = "#26282a", ["size"] = 13 },
        };
    }
}
