using System.Collections.Immutable;
using System.Globalization;

namespace Limpid.Figures;

public static partial class Figures
{
    private const int ConfusionCell = 62;
    private const int WideConfusionCell = 88;

    /// <summary>How often each class is taken for each other: counts, and under them the percentages of the row, which give the colour.</summary>
    /// <param name="counts">The number of cases; row: actual class, column: predicted class.</param>
    /// <param name="classes">The names of the classes.</param>
    /// <param name="caption">The finding, in one sentence.</param>
    /// <param name="title">The heading.</param>
    /// <returns>The figure. A class that does not occur has an empty row.</returns>
    /// <exception cref="ArgumentException">No classes, a table of another size, a negative count, no case at all, an empty caption.</exception>
    public static Figure Confusion(int[,] counts, IReadOnlyList<string> classes, string caption, string? title = null)
    {
        ArgumentNullException.ThrowIfNull(counts);
        Check.Names(classes, classes?.Count ?? 0, nameof(classes));
        Check.Caption(caption);
        Check.NotEmpty(classes!.Count, nameof(classes), "class");
        Check.Length(counts.GetLength(0), classes.Count, nameof(counts), "rows");
        Check.Length(counts.GetLength(1), classes.Count, nameof(counts), "columns");
        var table = (int[,])counts.Clone();
        var n = classes.Count;
        var totals = Enumerable.Range(0, n).Select(i => Enumerable.Range(0, n).Sum(j => (long)NotNegative(table, i, j))).ToArray();
        if (totals.Sum() == 0)
            throw new ArgumentException("counts holds only zeros; expected at least one case.", nameof(counts));
        var share = new double[n, n];
        for (var i = 0; i < n; i++)
            for (var j = 0; j < n; j++)
                share[i, j] = totals[i] == 0 ? double.NaN : 100.0 * table[i, j] / totals[i];

        var axis = ColourAxis.Percent("share of the actual class (%)");
        var layout = ConfusionLayout(title, classes, axis, out var size);
        Props[] traces = [ConfusionTrace(table, share, classes)];
        var right = Enumerable.Range(0, n).Sum(i => (long)table[i, i]);
        ImmutableArray<FigureSeries> data = [new("counts", [.. table.Cast<int>().Select(c => (double)c)], [n, n])];
        return new Figure(() => ChartBuilder.Build(traces, layout), caption, FormattableString.Invariant(
            $"Confusion table of {n} classes ({string.Join(", ", classes)}): {right} of {totals.Sum()} cases on the diagonal."), data, size);
    }

    /// <summary>Counts how often each class is taken for each other, and draws it.</summary>
    /// <param name="actual">The class of each case.</param>
    /// <param name="predicted">What it was taken for.</param>
    /// <param name="classes">The names of the classes.</param>
    /// <param name="caption">The finding, in one sentence.</param>
    /// <param name="title">The heading.</param>
    /// <returns>The figure. A class that does not occur has an empty row.</returns>
    /// <exception cref="ArgumentException">Lists of different lengths, a label that is no class, no case at all, no classes, an empty caption.</exception>
    public static Figure Confusion(int[] actual, int[] predicted, IReadOnlyList<string> classes, string caption, string? title = null)
    {
        ArgumentNullException.ThrowIfNull(actual);
        ArgumentNullException.ThrowIfNull(predicted);
        ArgumentNullException.ThrowIfNull(classes);
        Check.NotEmpty(actual.Length, nameof(actual), "case");
        Check.Length(predicted.Length, actual.Length, nameof(predicted), "labels");
        Check.Labels(actual, classes.Count, nameof(actual));
        Check.Labels(predicted, classes.Count, nameof(predicted));
        var counts = new int[classes.Count, classes.Count];
        for (var i = 0; i < actual.Length; i++)
            counts[actual[i], predicted[i]]++;
        return Confusion(counts, classes, caption, title);
    }

    private static Props ConfusionTrace(int[,] counts, double[,] share, IReadOnlyList<string> classes)
    {
        var indices = Enumerable.Range(0, classes.Count).ToArray();
        string Cell(int i, int j) => counts[i, j] == 0 ? double.IsNaN(share[i, j]) ? "" : "0" : FormattableString.Invariant($"{counts[i, j]}<br>{Percent(share[i, j])} %");
        return new Props
        {
            ["type"] = "heatmap", ["z"] = Numbers.Rows(share), ["coloraxis"] = "coloraxis", ["hoverongaps"] = false, ["xgap"] = 1, ["ygap"] = 1,
            ["text"] = indices.Select(i => indices.Select(j => Cell(i, j)).ToArray()).ToArray(),
            ["customdata"] = indices.Select(i => indices.Select(j => $"{Label.Plain(classes[i])} taken for {Label.Plain(classes[j])}").ToArray()).ToArray(),
            ["texttemplate"] = "%{text}", ["hovertemplate"] = "%{customdata}<br>%{text}<extra></extra>",
        };
    }

    // A share that is not 0 must not read as 0.
    private static string Percent(double share) =>
        share is > 0 and < 0.05 ? "&lt;0.1" : share.ToString("0.#", CultureInfo.InvariantCulture);

    private static Props ConfusionLayout(string? title, IReadOnlyList<string> classes, Props colours, out FigureSize size)
    {
        var n = classes.Count;
        var longest = classes.Max(c => Label.Lines(c, 16).Max(l => l.Length));
        var (left, right, top, bottom) = (44 + 8 * longest, 12, Axes.Top(title), 112);
        var plot = Math.Clamp((longest > 6 ? WideConfusionCell : ConfusionCell) * n, 220, Axes.Width - left - right);
        size = new FigureSize(left + right + plot, top + bottom + plot, 1, left + right, top + bottom, Limited: true);
        var layout = Axes.Layout(title, size.Width, size.Height, left, right, top, bottom);
        var indices = Enumerable.Range(0, n).ToArray();
        Props Axis(string name, double from, double to, IEnumerable<string> texts) => new()
        {
            ["title"] = new Props { ["text"] = name, ["standoff"] = 8 }, ["range"] = new[] { from, to }, ["showgrid"] = false, ["zeroline"] = false,
            ["ticks"] = "", ["tickvals"] = indices, ["ticktext"] = texts.ToArray(), ["fixedrange"] = true, ["automargin"] = true, ["ticklabelstandoff"] = 4,
        };
        layout["xaxis"] = Axis("predicted class", -0.5, n - 0.5, classes.Select(c => Label.Wrapped(c, 10)));
        layout["yaxis"] = Axis("actual class", n - 0.5, -0.5, classes.Select(c => Label.Wrapped(c, 16)));
        layout["coloraxis"] = colours;
        return layout;
    }

    private static int NotNegative(int[,] counts, int i, int j) => counts[i, j] >= 0 ? counts[i, j]
        : throw new ArgumentException(FormattableString.Invariant($"counts[{i}, {j}] is {counts[i, j]}; expected 0 or more."), nameof(counts));
}
