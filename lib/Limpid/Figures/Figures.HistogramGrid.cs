using System.Collections.Immutable;
using System.Globalization;

namespace Limpid.Figures;

public static partial class Figures
{
    private const double PanelGap = 0.02;
    // Between two rows, for the names of the lower one; as a share of a panel's height.
    private const double NameGap = 0.3;
    private const int HistogramHeight = 96;

    /// <summary>A panel for each feature, and in it how densely the values of each class lie: which features tell the classes apart?</summary>
    /// <remarks>All panels have the same bins and axes. The bins reach from the smallest to the largest value of all.</remarks>
    /// <param name="panels">Name of each panel, and the values of each class.</param>
    /// <param name="classes">The names of the classes.</param>
    /// <param name="caption">The finding, in one sentence.</param>
    /// <param name="xName">What the values are, with their unit.</param>
    /// <param name="columns">Panels in a row.</param>
    /// <param name="bins">Number of bins.</param>
    /// <param name="title">The heading.</param>
    /// <returns>The figure. Each class has area 1; NaN are left out and counted in the caption; if all values are equal there is one bin of width 1.</returns>
    /// <exception cref="ArgumentException">No panels, a panel with another number of classes, a class without any number, an infinity, an empty caption.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="columns"/> or <paramref name="bins"/> is below 1.</exception>
    public static Figure HistogramGrid(IReadOnlyList<(string Name, IReadOnlyList<double[]> Values)> panels, IReadOnlyList<string> classes, string caption, string xName,
        int columns = 5, int bins = 40, string? title = null)
    {
        ArgumentNullException.ThrowIfNull(panels);
        ArgumentNullException.ThrowIfNull(classes);
        ArgumentNullException.ThrowIfNull(xName);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        Check.Caption(caption);
        Check.NotEmpty(panels.Count, nameof(panels), "panel");
        Check.Names([.. panels.Select(p => p.Name)], panels.Count, nameof(panels));
        Check.Names(classes, classes.Count, nameof(classes));
        var missing = panels.Sum(p => CheckClasses(p.Name, p.Values, classes.Count));
        var numbers = panels.Select(p => p.Values.Select(v => v.Where(x => !double.IsNaN(x)).ToArray()).ToArray()).ToArray();
        var (low, high) = (numbers.Min(p => p.Min(v => v.Min())), numbers.Max(p => p.Max(v => v.Max())));
        var width = low == high ? 1 : (high - low) / bins;
        if (low == high) (low, high, bins) = (low - 0.5, low + 0.5, 1);
        var densities = numbers.Select(p => p.Select(v => Density(v, low, width, bins)).ToArray()).ToArray();
        var top = 1.08 * densities.Max(p => p.Max(d => d.Max()));

        var rows = (panels.Count + columns - 1) / columns;
        var legend = classes.Count > 1;
        var (above, below) = (Axes.Top(title) + (legend ? 30 : 0) + 18, 54);
        var height = above + below + rows * HistogramHeight;
        var layout = Axes.Layout(title, Axes.Width, height, 16, 16, above, below);
        (layout["showlegend"], layout["legend"]) = (legend, Axes.LegendAbove(title, height));
        var names = new List<Props> { InPaper(xName, 0.5, 0, "top", -24) };
        for (var p = 0; p < panels.Count; p++)
        {
            var (left, right, bottom, upper) = Place(p, columns, rows);
            // The lowest panel of each column has the numbers.
            var x = Axes.Numeric("");
            (x["domain"], x["range"], x["anchor"], x["showticklabels"], x["nticks"], x["automargin"]) =
                (new[] { left, right }, new[] { low, high }, AxisOf("y", p), p + columns >= panels.Count, 4, false);
            if (p + columns < panels.Count) x["ticks"] = "";
            var y = Axes.Hidden(0, top);
            (y["domain"], y["anchor"]) = (new[] { bottom, upper }, AxisOf("x", p));
            (layout[AxisOf("xaxis", p)], layout[AxisOf("yaxis", p)]) = (x, y);
            names.Add(InPaper(panels[p].Name, (left + right) / 2, upper, "bottom", 0));
        }
        layout["annotations"] = names.ToArray();
        var traces = Enumerable.Range(0, panels.Count)
            .SelectMany(p => classes.Select((name, k) => DensitySteps(name, k, p, densities[p][k], low, width, named: p == 0))).ToArray();
        var data = panels.SelectMany((p, i) => classes.Select((name, k) => FigureSeries.Of($"{p.Name}, {name}", densities[i][k]))).ToImmutableArray();
        return new Figure(() => ChartBuilder.Build(traces, layout), Check.WithMissing(caption, missing),
            FormattableString.Invariant($"{panels.Count} histograms of {xName}, one for each of {string.Join(", ", panels.Select(p => p.Name))}; classes {string.Join(", ", classes)}."),
            data, new FigureSize(Axes.Width, height, 0, 0, 0, Limited: true));
    }

    private static int CheckClasses(string panel, IReadOnlyList<double[]> values, int classes)
    {
        ArgumentNullException.ThrowIfNull(values, "panels");
        Check.Length(values.Count, classes, $"panels['{panel}']", "classes");
        return values.Sum(v => Check.Values(v ?? [], "panels", $"a class of '{panel}'"));
    }

    private static double[] Density(double[] values, double low, double width, int bins)
    {
        var density = new double[bins];
        foreach (var value in values) density[Math.Clamp((int)((value - low) / width), 0, bins - 1)] += 1 / (values.Length * width);
        return density;
    }

    // Left, right, lower and upper end, as shares of the plot.
    private static (double, double, double, double) Place(int panel, int columns, int rows)
    {
        var (wide, tall) = ((1 + PanelGap) / columns - PanelGap, 1 / (rows + NameGap * (rows - 1)));
        var (left, upper) = (panel % columns * (wide + PanelGap), 1 - panel / columns * (1 + NameGap) * tall);
        return (left, Math.Min(1, left + wide), Math.Max(0, upper - tall), upper);
    }

    private static string AxisOf(string axis, int panel) => panel == 0 ? axis : axis + (panel + 1).ToString(CultureInfo.InvariantCulture);

    private static Props InPaper(string text, double x, double y, string anchor, int shift) => new()
    {
        ["text"] = Label.Plain(text), ["x"] = x, ["y"] = y, ["xref"] = "paper", ["yref"] = "paper", ["xanchor"] = "center", ["yanchor"] = anchor, ["yshift"] = shift,
        ["showarrow"] = false, ["font"] = new Props { ["size"] = 12 },
    };

    private static Props DensitySteps(string name, int k, int panel, double[] density, double low, double width, bool named) => new()
    {
        ["type"] = "scatter", ["mode"] = "lines", ["name"] = Label.Plain(name), ["legendgroup"] = Group(k), ["showlegend"] = named,
        ["x0"] = low + width / 2, ["dx"] = width, ["y"] = Numbers.List(density), ["xaxis"] = AxisOf("x", panel), ["yaxis"] = AxisOf("y", panel),
        ["line"] = new Props { ["shape"] = "hvh", ["color"] = Palette.OfSeries(k), ["width"] = 1, ["dash"] = k == 0 ? "solid" : "dot" },
        ["fill"] = "tozeroy", ["fillcolor"] = Palette.Faint(k, 0.35), ["hovertemplate"] = $"{Label.InTemplate(name)}<br>%{{x:.4g}}: %{{y:.3g}}<extra></extra>",
    };
}
