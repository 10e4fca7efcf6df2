using System.Collections.Immutable;

namespace Limpid.Figures;

public static partial class Figures
{
    private static readonly string[] dashes = ["solid", "dash", "dot", "dashdot", "longdash"];

    /// <summary>Lines over a common axis; where a line has several runs (seeds), their mean in a band of one standard deviation, or of the mean's confidence interval.</summary>
    /// <param name="x">The positions.</param>
    /// <param name="lines">Name and values of each line: one row for each run, one column for each position.</param>
    /// <param name="caption">The finding, in one sentence.</param>
    /// <param name="xName">The name of the horizontal axis, with its unit.</param>
    /// <param name="yName">The name of the vertical axis, with its unit.</param>
    /// <param name="title">The heading.</param>
    /// <param name="paper">The paper's values, drawn as grey markers; null for none.</param>
    /// <param name="confidence">For a band that is the mean's confidence interval by Student's t, how sure: 0.95, say; null for one standard deviation.</param>
    /// <returns>The figure. The band is mean ± s with s² = Σ(v − mean)²/(n − 1) over the runs that have a value at the position, or mean ± t s/√n; a position
    /// with one run has no band.</returns>
    /// <exception cref="ArgumentException">No lines or positions, a line of another length, an infinity, a line or the paper's
    /// values without any number, an empty caption.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="confidence"/> is not between 0 and 1.</exception>
    public static Figure Lines(IReadOnlyList<double> x, IReadOnlyList<(string Name, double[,] Runs)> lines, string caption, string xName, string yName,
        string? title = null, IReadOnlyList<PaperPoints>? paper = null, double? confidence = null)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(lines);
        Check.Caption(caption);
        if (confidence is not (null or (> 0 and < 1)))
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, FormattableString.Invariant($"confidence is {confidence}; expected between 0 and 1."));
        Check.NotEmpty(x.Count, nameof(x), "position");
        Check.NotEmpty(lines.Count, nameof(lines), "line");
        Check.Names([.. lines.Select(l => l.Name)], lines.Count, nameof(lines));
        if (Check.Values(x, nameof(x), "the positions") > 0)
            throw new ArgumentException("x holds NaN; expected a position for each column.", nameof(x));
        var missing = 0;
        foreach (var (name, runs) in lines)
        {
            ArgumentNullException.ThrowIfNull(runs, nameof(lines));
            Check.Length(runs.GetLength(1), x.Count, $"lines['{name}']", "columns");
            missing += Check.Values(runs.Cast<double>(), nameof(lines), $"line '{name}'");
        }
        paper ??= [];
        foreach (var points in paper)
            CheckPaper(points);
        Props[] traces = [.. lines.SelectMany((line, k) => LineTraces([.. x], line.Name, line.Runs, k, confidence)), .. paper.Select(PaperTrace)];
        var layout = Plane(title, xName, yName, traces.Length > 1);
        var hasBand = lines.Any(l => l.Runs.GetLength(0) > 1);
        ImmutableArray<FigureSeries> data =
        [
            FigureSeries.Of(xName, x), .. lines.Select(l => FigureSeries.Of(l.Name, l.Runs)),
            .. paper.SelectMany(p => new[] { FigureSeries.Of($"{p.Name}, {xName}", p.X), FigureSeries.Of(p.Name, p.Y) }),
        ];
        return new Figure(() => ChartBuilder.Build(traces, layout), Check.WithMissing(caption, missing),
            $"Lines of {yName} over {xName}: {string.Join(", ", lines.Select(l => l.Name))}{(hasBand ? BandText(confidence) : "")}"
            + (paper.Count == 0 ? "." : $"; {string.Join(", ", paper.Select(p => p.Name))} as grey markers."),
            data, PlaneSize);
    }

    /// <summary>Lines of one run each.</summary>
    /// <inheritdoc cref="Lines(IReadOnlyList{double}, IReadOnlyList{ValueTuple{string, double[,]}}, string, string, string, string?, IReadOnlyList{PaperPoints}?, double?)"/>
    public static Figure Lines(IReadOnlyList<double> x, IReadOnlyList<(string Name, double[] Values)> lines, string caption, string xName, string yName,
        string? title = null, IReadOnlyList<PaperPoints>? paper = null, double? confidence = null)
    {
        ArgumentNullException.ThrowIfNull(lines);
        return Lines(x, [.. lines.Select(l => (l.Name, OneRow(l.Values)))], caption, xName, yName, title, paper, confidence);
    }

    private static void CheckPaper(PaperPoints points)
    {
        ArgumentNullException.ThrowIfNull(points, "paper");
        Check.Length(points.Y.Count, points.X.Count, $"paper['{points.Name}']", "values");
        Check.Values(points.X, "paper", $"the positions of '{points.Name}'");
        Check.Values(points.Y, "paper", $"the values of '{points.Name}'");
    }

    private static Props PaperTrace(PaperPoints points, int k) => new()
    {
        ["type"] = "scatter", ["mode"] = "markers", ["name"] = Label.Plain(points.Name), ["x"] = Numbers.List(points.X), ["y"] = Numbers.List(points.Y),
        ["marker"] = PaperMarker(Symbol(k + 2)), ["hovertemplate"] = $"{Label.InTemplate(points.Name)}<br>%{{x:.4g}}: %{{y:.4g}}<extra></extra>",
    };

    private static Props PaperMarker(string symbol) => new()
    {
        ["color"] = Palette.Paper, ["symbol"] = symbol, ["size"] = 11, ["line"] = new Props { ["width"] = 1.5, ["color"] = "#ffffff" },
    };

    private static double[,] OneRow(double[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var row = new double[1, values.Length];
        for (var i = 0; i < values.Length; i++)
            row[0, i] = values[i];
        return row;
    }

    private static string BandText(double? confidence) => confidence is { } level
        ? FormattableString.Invariant($"; bands where the mean over runs lies with {100 * level:0.###} % confidence") : "; bands of one standard deviation over runs";

    private static IEnumerable<Props> LineTraces(double[] x, string name, double[,] runs, int k, double? confidence)
    {
        var spread = Enumerable.Range(0, x.Length)
            .Select(j => Spread.Of(Enumerable.Range(0, runs.GetLength(0)).Select(i => runs[i, j]))).ToArray();
        var banded = Enumerable.Range(0, x.Length).Where(j => !double.IsNaN(spread[j].Deviation)).ToArray();
        if (banded.Length > 1)
            yield return new Props
            {
                ["type"] = "scatter", ["mode"] = "lines", ["fill"] = "toself", ["fillcolor"] = Palette.Faint(k, 0.22), ["hoverinfo"] = "skip",
                ["showlegend"] = false, ["legendgroup"] = Group(k), ["line"] = new Props { ["width"] = 0 },
                ["x"] = Numbers.List(banded.Select(j => x[j]).Concat(banded.Reverse().Select(j => x[j]))),
                ["y"] = Numbers.List(banded.Select(j => spread[j].Mean + spread[j].Band(confidence))
                    .Concat(banded.Reverse().Select(j => spread[j].Mean - spread[j].Band(confidence)))),
            };
        yield return new Props
        {
            ["type"] = "scatter", ["mode"] = x.Length <= 12 ? "lines+markers" : "lines", ["name"] = Label.Plain(name), ["legendgroup"] = Group(k),
            ["x"] = Numbers.List(x), ["y"] = Numbers.List(spread.Select(s => s.Mean)),
            ["line"] = new Props { ["color"] = Palette.OfSeries(k), ["width"] = 2.5, ["dash"] = Dash(k) },
            ["marker"] = new Props { ["symbol"] = Symbol(k), ["size"] = 7 },
            ["hovertemplate"] = $"{Label.InTemplate(name)}<br>%{{x:.4g}}: %{{y:.4g}}<extra></extra>",
        };
    }

    private static string Dash(int k) => dashes[(k + k / Palette.Series.Length) % dashes.Length];

    private static string Group(int k) => FormattableString.Invariant($"g{k}");
}
