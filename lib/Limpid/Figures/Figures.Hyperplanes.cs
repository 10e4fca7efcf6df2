using System.Collections.Immutable;

namespace Limpid.Figures;

public static partial class Figures
{
    private const int HyperplaneGap = 44;

    /// <summary>Clouds of points with lines through the plane, a panel for each: where do a layer's neurons of two inputs lie to its data?</summary>
    /// <remarks>
    /// A line is dashed where its neuron is 0. The arrow at it stands at the foot of the perpendicular from the panel's origin, points to where the neuron is positive, and ends where the neuron has grown by 1: short arrows are steep neurons.
    /// Under the pointer a point says where it is, an arrow says its neuron. Both axes of all panels have one scale.
    /// </remarks>
    /// <param name="panels">Name and content of each panel.</param>
    /// <param name="groups">The names of the lines' groups; none for points and curves only.</param>
    /// <param name="caption">The finding, in one sentence.</param>
    /// <param name="centre">What all panels have in their middle; that of all points if null.</param>
    /// <param name="reach">How far the panels reach from there to each side; 1.1 times as far as the farthest point if null.</param>
    /// <param name="columns">Panels in a row.</param>
    /// <param name="title">The heading.</param>
    /// <param name="maxPoints">With more points than these in a panel, every so-many-th is drawn and the caption says so.</param>
    /// <param name="lines">Whether the dashed lines are drawn; without them hundreds of neurons stay readable as arrows.</param>
    /// <returns>The figure.</returns>
    /// <exception cref="ArgumentException">No panels, a panel without points, not two columns, a group that doesn't exist, a number that isn't finite, an empty caption.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="reach"/>, <paramref name="columns"/> or <paramref name="maxPoints"/> is too small.</exception>
    public static Figure Hyperplanes(IReadOnlyList<(string Name, PlaneView View)> panels, IReadOnlyList<string> groups, string caption,
        (double X, double Y)? centre = null, double? reach = null, int columns = 4, string? title = null, int maxPoints = 400, bool lines = true)
    {
        ArgumentNullException.ThrowIfNull(panels);
        ArgumentNullException.ThrowIfNull(groups);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxPoints, 1);
        Check.Caption(caption);
        Check.Positive(reach, nameof(reach));
        Check.NotEmpty(panels.Count, nameof(panels), "panel");
        Check.Names([.. panels.Select(p => p.Name)], panels.Count, nameof(panels));
        Check.Names(groups, groups.Count, nameof(groups));
        foreach (var (name, view) in panels) CheckView(name, view, groups.Count);
        var box = PlaneBox.Around(panels.Select(p => p.View.Points), centre, reach);

        columns = Math.Min(columns, panels.Count);
        var rows = (panels.Count + columns - 1) / columns;
        var (above, below) = (Axes.Top(title) + (groups.Count > 0 ? 30 : 0) + 20, 30);
        var side = Math.Min(380, (Axes.Width - 60 - (columns - 1) * HyperplaneGap) / columns);
        var (width, inner) = (60 + columns * side + (columns - 1) * HyperplaneGap, rows * side + (rows - 1) * (HyperplaneGap + 10));
        var layout = Axes.Layout(title, width, inner + above + below, 44, 16, above, below);
        (layout["showlegend"], layout["legend"]) = (groups.Count > 0, Axes.LegendAbove(title, inner + above + below));
        var (names, traces, drawn) = (new List<Props>(), new List<Props>(), 0);
        for (var p = 0; p < panels.Count; p++)
        {
            var plot = (double)(columns * side + (columns - 1) * HyperplaneGap);
            var (left, upper) = (p % columns * (side + HyperplaneGap) / plot, 1 - p / columns * (side + HyperplaneGap + 10) / (double)inner);
            var (x, y) = (Axes.Numeric(""), Axes.Numeric(""));
            (x["domain"], x["range"], x["anchor"], x["constrain"], x["nticks"]) = (new[] { left, Math.Min(1, left + side / plot) }, box.Across, AxisOf("y", p), "domain", 5);
            (y["domain"], y["range"], y["anchor"], y["scaleanchor"], y["constrain"], y["nticks"]) =
                (new[] { Math.Max(0, upper - side / (double)inner), upper }, box.Up, AxisOf("x", p), AxisOf("x", p), "domain", 5);
            (layout[AxisOf("xaxis", p)], layout[AxisOf("yaxis", p)]) = (x, y);
            names.Add(InPaper(panels[p].Name, left + side / plot / 2, upper, "bottom", 2));
            drawn += Math.Min(maxPoints, panels[p].View.Points.GetLength(0));
            traces.AddRange(HyperplaneTraces(panels[p].View, p, groups, box, maxPoints, lines));
        }
        layout["annotations"] = names.ToArray();
        ImmutableArray<FigureSeries> data = [.. panels.SelectMany(p => new[] { FigureSeries.Of($"{p.Name}, points", p.View.Points), FigureSeries.Of($"{p.Name}, lines", p.View.Lines.SelectMany(l => new[] { l.X, l.Y, l.Bias, l.Group })) })];
        return new Figure(() => ChartBuilder.Build(traces, layout), caption + Drawn(drawn, panels.Sum(p => p.View.Points.GetLength(0))),
            FormattableString.Invariant($"{panels.Count} panels of points in the plane with lines and their normals: {string.Join(", ", panels.Select(p => p.Name))}; groups {string.Join(", ", groups)}."),
            data, new FigureSize(width, inner + above + below, 0, 0, 0, Limited: true));
    }

    private static void CheckView(string name, PlaneView view, int groups)
    {
        ArgumentNullException.ThrowIfNull(view, "panels");
        foreach (var curve in (view.Curves ?? []).Prepend(view.Points))
        {
            Check.Length(curve.GetLength(1), 2, $"panels['{name}']", "columns");
            if (Check.Values(curve.Cast<double>(), "panels", $"the panel '{name}'") > 0) throw new ArgumentException($"The panel '{name}' holds a value that is not a number; expected finite ones.", "panels");
        }
        Check.Labels([.. view.Lines.Select(line => line.Group)], groups, $"panels['{name}'].Lines", "a group");
        foreach (var value in view.Lines.SelectMany(line => new[] { line.X, line.Y, line.Bias }).Concat([view.Origin.X, view.Origin.Y])) Check.Finite(value, $"panels['{name}']");
    }

    private static IEnumerable<Props> HyperplaneTraces(PlaneView view, int panel, IReadOnlyList<string> groups, PlaneBox box, int maxPoints, bool lines)
    {
        Props Trace(string mode, string name, IEnumerable<double> x, IEnumerable<double> y) => new()
        {
            ["type"] = "scatter", ["mode"] = mode, ["name"] = Label.Plain(name), ["x"] = Numbers.List(x), ["y"] = Numbers.List(y), ["xaxis"] = AxisOf("x", panel), ["yaxis"] = AxisOf("y", panel),
            ["showlegend"] = false, ["hoverinfo"] = "skip",
        };
        var shown = Thinned(view.Points.GetLength(0), maxPoints);
        var cloud = Trace("markers", "points", shown.Select(i => view.Points[i, 0]), shown.Select(i => view.Points[i, 1]));
        (cloud["hoverinfo"], cloud["hovertemplate"]) = (null, "%{x:.4g}, %{y:.4g}<extra></extra>");
        cloud["marker"] = new Props { ["color"] = Palette.Null, ["size"] = shown.Length > 50 ? 4 : 9, ["opacity"] = shown.Length > 50 ? 0.5 : 0.9 };
        yield return cloud;
        foreach (var curve in view.Curves ?? [])
        {
            var line = Trace("lines", "curve", Enumerable.Range(0, curve.GetLength(0)).Select(i => curve[i, 0]), Enumerable.Range(0, curve.GetLength(0)).Select(i => curve[i, 1]));
            line["line"] = new Props { ["color"] = Palette.Text, ["width"] = 1 };
            yield return line;
        }
        for (var group = 0; group < groups.Count; group++)
        {
            var own = view.Lines.Where(line => line.Group == group && (line.X != 0 || line.Y != 0)).ToArray();
            // NaN lifts the pen between two lines; one point out of sight keeps the legend's entry of a group that is empty here.
            var (cuts, arrows) = (own.SelectMany(line => lines ? box.Cut(line) : []).DefaultIfEmpty((double.NaN, double.NaN)).ToArray(), own.SelectMany(line => Arrow(line, view.Origin)).ToArray());
            var dashes = Trace("lines", groups[group], cuts.Select(c => c.Item1), cuts.Select(c => c.Item2));
            (dashes["line"], dashes["legendgroup"], dashes["showlegend"]) = (new Props { ["color"] = Palette.OfSeries(group), ["width"] = 1.5, ["dash"] = "dash" }, Group(group), panel == 0);
            yield return dashes;
            if (arrows.Length == 0) continue;
            var heads = Trace("lines+markers", groups[group], arrows.Select(a => a.X), arrows.Select(a => a.Y));
            (heads["line"], heads["legendgroup"]) = (new Props { ["color"] = Palette.OfSeries(group), ["width"] = lines ? 3.5 : 1 }, Group(group));
            // The three points of an arrow: foot, tip, the pen lifted.
            (heads["hoverinfo"], heads["customdata"]) = (null, own.SelectMany(line => Enumerable.Repeat(Neuron(line), 3)).ToArray());
            heads["hovertemplate"] = $"{Label.InTemplate(groups[group])}<br>%{{customdata}}<extra></extra>";
            heads["marker"] = new Props { ["color"] = Palette.OfSeries(group), ["symbol"] = "arrow", ["angleref"] = "previous", ["size"] = arrows.Select((_, i) => i % 3 == 1 ? lines ? 13 : 6 : 0).ToArray() };
            // Small heads would drown in the outline that markers of several sizes get.
            if (!lines) ((Props)heads["marker"]!)["line"] = new Props { ["width"] = 0 };
            yield return heads;
        }
    }

    private static string Neuron(PlaneLine line)
    {
        static string Term(double value) => FormattableString.Invariant($"{(value < 0 ? "\u2212" : "+")} {Math.Abs(value):G4}");
        return FormattableString.Invariant($"{line.X:G4} x {Term(line.Y)} y {Term(line.Bias)}").Replace('-', '\u2212');
    }

    private static IEnumerable<(double X, double Y)> Arrow(PlaneLine line, (double X, double Y) origin)
    {
        var square = line.X * line.X + line.Y * line.Y;
        var value = (line.X * origin.X + line.Y * origin.Y + line.Bias) / square;
        var foot = (X: origin.X - value * line.X, Y: origin.Y - value * line.Y);
        return [foot, (foot.X + line.X / square, foot.Y + line.Y / square), (double.NaN, double.NaN)];
    }
}
