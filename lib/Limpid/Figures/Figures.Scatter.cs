using System.Collections.Immutable;

namespace Limpid.Figures;

public static partial class Figures
{
    /// <summary>Points in the plane, each class in its own colour and marker.</summary>
    /// <param name="points">One row for each point, two columns.</param>
    /// <param name="labels">The class of each point.</param>
    /// <param name="classes">The names of the classes.</param>
    /// <param name="caption">The finding, in one sentence.</param>
    /// <param name="xName">The name of the horizontal axis, with its unit.</param>
    /// <param name="yName">The name of the vertical axis, with its unit.</param>
    /// <param name="title">The heading.</param>
    /// <param name="maxPoints">With more points than these, every so-many-th is drawn and the caption says so.</param>
    /// <param name="paper">The paper's values, drawn as grey markers; null for none.</param>
    /// <returns>The figure.</returns>
    /// <exception cref="ArgumentException">No points, not two columns, labels of another length or outside the classes, an infinity, no number
    /// at all, an empty caption.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxPoints"/> is below 1.</exception>
    public static Figure Scatter(double[,] points, IReadOnlyList<int> labels, IReadOnlyList<string> classes, string caption, string xName, string yName,
        string? title = null, int maxPoints = 4000, IReadOnlyList<PaperPoints>? paper = null)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(classes);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxPoints, 1);
        Check.Caption(caption);
        Check.Length(points.GetLength(1), 2, nameof(points), "columns");
        Check.Names(classes, classes.Count, nameof(classes));
        Check.Length(labels.Count, points.GetLength(0), nameof(labels), "labels");
        Check.Values(points.Cast<double>(), nameof(points), "the points");
        Check.Labels(labels, classes.Count, nameof(labels));

        var count = points.GetLength(0);
        var drawn = Thinned(count, maxPoints);
        var missing = Enumerable.Range(0, count).Count(i => double.IsNaN(points[i, 0]) || double.IsNaN(points[i, 1]));
        paper ??= [];
        foreach (var read in paper)
            CheckPaper(read);
        Props[] traces = [.. classes.Select((name, k) => ScatterTrace(points, [.. drawn.Where(i => labels[i] == k)], name, k)), .. paper.Select(PaperTrace)];
        var layout = Plane(title, xName, yName, legend: true);
        var said = Check.WithMissing(caption, missing) + Drawn(drawn.Length, count);
        ImmutableArray<FigureSeries> data =
        [
            FigureSeries.Of("points", points), FigureSeries.Of("labels", labels.Select(l => (double)l)),
            .. paper.SelectMany(p => new[] { FigureSeries.Of($"{p.Name}, {xName}", p.X), FigureSeries.Of(p.Name, p.Y) }),
        ];
        return new Figure(() => ChartBuilder.Build(traces, layout), said, $"Scatter of {yName} over {xName} by class: {string.Join(", ", classes)}"
            + (paper.Count == 0 ? "." : $"; {string.Join(", ", paper.Select(p => p.Name))} as grey markers."), data, PlaneSize);
    }

    private static int[] Thinned(int count, int most) =>
        [.. Enumerable.Range(0, Math.Min(count, most)).Select(i => (int)((long)i * count / Math.Min(count, most)))];

    private static string Drawn(int drawn, int count) => drawn < count ? FormattableString.Invariant($" ({drawn} of {count} points drawn.)") : "";

    private static Props ScatterTrace(double[,] points, int[] rows, string name, int k) => new()
    {
        ["type"] = "scatter", ["mode"] = "markers", ["name"] = Label.Plain(name),
        ["x"] = Numbers.List(rows.Select(i => points[i, 0])), ["y"] = Numbers.List(rows.Select(i => points[i, 1])),
        ["marker"] = new Props { ["color"] = Palette.Class(k), ["symbol"] = Symbol(k), ["size"] = rows.Length > 200 ? 5 : 8, ["opacity"] = 0.8 },
        ["hovertemplate"] = $"{Label.InTemplate(name)}<br>%{{x:.4g}}, %{{y:.4g}}<extra></extra>",
    };
}
