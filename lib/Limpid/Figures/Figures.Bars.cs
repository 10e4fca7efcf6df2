using System.Collections.Immutable;

namespace Limpid.Figures;

public static partial class Figures
{
    /// <summary>Grouped bars with error bars, and the paper's printed values as grey markers named "paper".</summary>
    /// <param name="categories">The groups along the axis.</param>
    /// <param name="groups">The series; each has a value for every category.</param>
    /// <param name="caption">The finding, in one sentence.</param>
    /// <param name="yName">What the bars measure, with its unit.</param>
    /// <param name="title">The heading.</param>
    /// <param name="range">The ends of the vertical axis; without 0 between them dots are drawn and not bars, whose length would mislead.</param>
    /// <returns>The figure.</returns>
    /// <exception cref="ArgumentException">No categories or series, a list of another length, an infinity, a negative error, a series without any
    /// number, an empty caption, or a range that is none.</exception>
    public static Figure Bars(IReadOnlyList<string> categories, IReadOnlyList<BarGroup> groups, string caption, string yName, string? title = null,
        (double From, double To)? range = null)
    {
        ArgumentNullException.ThrowIfNull(categories);
        ArgumentNullException.ThrowIfNull(groups);
        Check.Caption(caption);
        Check.NotEmpty(categories.Count, nameof(categories), "category");
        Check.NotEmpty(groups.Count, nameof(groups), "series");
        Check.Names(categories, categories.Count, nameof(categories));
        Check.Names([.. groups.Select(g => g?.Name!)], groups.Count, nameof(groups));
        Check.Range(range);
        var missing = groups.Sum(g => CheckGroup(g, categories.Count));
        var dots = range is var (from, to) && (from > 0 || to < 0);
        var names = categories.Select(Label.Plain).ToArray();
        var hasPaper = groups.Any(g => g.Paper is not null);
        var traces = groups.SelectMany((g, k) => BarTraces(names, g, k, dots, firstPaper: k == FirstPaper(groups))).ToArray();
        var layout = Plane(title, "", yName, groups.Count > 1 || hasPaper);
        layout["barmode"] = "group";
        layout["scattermode"] = "group";
        layout["bargap"] = layout["scattergap"] = 0.3;
        var xaxis = (Props)layout["xaxis"]!;
        (xaxis["type"], xaxis["ticks"], xaxis["showgrid"]) = ("category", "", false);
        if (range is var (low, high))
            ((Props)layout["yaxis"]!)["range"] = new[] { low, high };
        var data = groups.SelectMany(DataOf).ToImmutableArray();
        return new Figure(() => ChartBuilder.Build(traces, layout), Check.WithMissing(caption, missing),
            $"{(dots ? "Dots" : "Bars")} of {yName} for {string.Join(", ", categories)}: {string.Join(", ", groups.Select(g => g.Name))}"
            + (hasPaper ? "; the paper's values as grey markers." : "."), data, PlaneSize);
    }

    private static int FirstPaper(IReadOnlyList<BarGroup> groups) => Enumerable.Range(0, groups.Count).FirstOrDefault(k => groups[k].Paper is not null, -1);

    private static int CheckGroup(BarGroup group, int categories)
    {
        ArgumentNullException.ThrowIfNull(group);
        foreach (var list in new[] { group.Values, group.Errors, group.Paper, group.PaperErrors }.OfType<IReadOnlyList<double>>())
            Check.Length(list.Count, categories, $"groups['{group.Name}']", "values");
        foreach (var error in (group.Errors ?? []).Concat(group.PaperErrors ?? []))
            if (error < 0 || double.IsInfinity(error))
                throw new ArgumentException(FormattableString.Invariant($"groups['{group.Name}'] has the error {error}; expected a finite number >= 0."), "groups");
        if (group.Paper is not null)
            Check.Values(group.Paper, "groups", $"the paper's values of '{group.Name}'");
        return Check.Values(group.Values, "groups", $"series '{group.Name}'");
    }

    private static IEnumerable<Props> BarTraces(string[] categories, BarGroup group, int k, bool dots, bool firstPaper)
    {
        var main = new Props
        {
            ["type"] = dots ? "scatter" : "bar", ["name"] = Label.Plain(group.Name), ["x"] = categories, ["y"] = Numbers.List(group.Values),
            ["offsetgroup"] = Group(k), ["legendgroup"] = Group(k),
            ["marker"] = dots
                ? new Props { ["color"] = Palette.OfSeries(k), ["symbol"] = Symbol(k), ["size"] = 11 }
                : new Props { ["color"] = Palette.OfSeries(k) },
            ["hovertemplate"] = $"{Label.InTemplate(group.Name)}, %{{x}}<br>%{{y:.4g}}<extra></extra>",
        };
        if (dots)
            main["mode"] = "markers";
        if (group.Errors is not null)
            main["error_y"] = ErrorBars(group.Errors, dots ? Palette.OfSeries(k) : Palette.Text);
        yield return main;
        if (group.Paper is null)
            yield break;
        var paper = new Props
        {
            ["type"] = "scatter", ["mode"] = "markers", ["name"] = "paper", ["x"] = categories, ["y"] = Numbers.List(group.Paper),
            ["offsetgroup"] = dots ? Group(k) + "p" : Group(k), ["legendgroup"] = "paper", ["showlegend"] = firstPaper, ["legendrank"] = 2000,
            ["marker"] = PaperMarker("diamond"),
            ["hovertemplate"] = $"paper: {Label.InTemplate(group.Name)}, %{{x}}<br>%{{y:.4g}}<extra></extra>",
        };
        if (group.PaperErrors is not null)
            paper["error_y"] = ErrorBars(group.PaperErrors, Palette.Paper);
        yield return paper;
    }

    private static Props ErrorBars(IReadOnlyList<double> errors, string colour) => new()
    {
        ["type"] = "data", ["array"] = Numbers.List(errors), ["color"] = colour, ["thickness"] = 1.5, ["width"] = 5,
    };

    private static IEnumerable<FigureSeries> DataOf(BarGroup group)
    {
        yield return FigureSeries.Of(group.Name, group.Values);
        if (group.Errors is not null)
            yield return FigureSeries.Of(group.Name + ", error", group.Errors);
        if (group.Paper is not null)
            yield return FigureSeries.Of(group.Name + ", paper", group.Paper);
        if (group.PaperErrors is not null)
            yield return FigureSeries.Of(group.Name + ", paper error", group.PaperErrors);
    }
}
