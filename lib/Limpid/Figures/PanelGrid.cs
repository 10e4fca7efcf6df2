using System.Collections.Immutable;
using System.Globalization;

namespace Limpid.Figures;

/// <summary>Maps in rows and columns on one pair of axes: equal cells, the first row of each map on top.</summary>
/// <remarks>One pair of axes, and not one per panel, keeps the aspect with a single constraint and the JSON small.</remarks>
internal sealed class PanelGrid
{
    private const double Gap = 0.1;
    private const int MaxPlotHeight = 430;
    private const int LegendHeight = 46;

    public required Panel?[][] Rows { get; init; }

    public required string[] ColumnTitles { get; init; }

    public required string[] RowLabels { get; init; }

    public required Props[] ColourAxes { get; init; }

    public string? Title { get; init; }

    /// <summary>Plotly's name of the value in hover text, such as <c>%{z:.3g}</c>, with its words.</summary>
    public required string[] Hover { get; init; }

    public string? CellText { get; init; }

    /// <summary>Names and colours of a legend below, and what they are; null for none.</summary>
    public (string Title, IReadOnlyList<(string Name, string Colour)> Entries)? Legend { get; init; }

    public string? XName { get; init; }

    public string? YName { get; init; }

    public Figure Draw(string caption, string altText)
    {
        var missing = Panels().Sum(p => Check.Values(p.Map.Cast<double>(), "maps", $"map '{p.Name}'"));
        var panelWidth = Panels().Max(p => (double)p.Map.GetLength(1) / p.Map.GetLength(0));
        var columns = Rows.Max(r => r.Length);
        var (gridWidth, gridHeight) = (columns * (panelWidth + Gap) - Gap, Rows.Length * (1 + Gap) - Gap);
        // Half of the label at an end of the colour bar stands in the margin.
        var hasBar = ColourAxes.Any(a => !a.ContainsKey("showscale"));
        var left = RowLabels.Length == 0 ? hasBar ? 18 : 10 : 16 + 7 * RowLabels.SelectMany(l => Label.Lines(l, RowLabelWidth)).Max(l => l.Length);
        var titleLines = ColumnTitles.Length == 0 ? 0 : ColumnTitles.Max(t => Label.Lines(t, TitleWidth(columns)).Count);
        var (right, top, bottom) = (hasBar ? 18 : 12, Axes.Top(Title) + 16 * titleLines, (XName is null ? 12 : 36) + (hasBar ? 58 : 0) + (Legend is null ? 0 : LegendHeight));
        left += YName is null ? 0 : 24;
        var plotWidth = Math.Min(Axes.Width - left - right, MaxPlotHeight * gridWidth / gridHeight);
        var (width, height) = (left + right + (int)Math.Round(plotWidth), top + bottom + (int)Math.Round(plotWidth * gridHeight / gridWidth));

        var layout = Axes.Layout(Title, width, height, left, right, top, bottom);
        layout["xaxis"] = Axes.Hidden(0, gridWidth);
        layout["yaxis"] = Axes.Hidden(gridHeight, 0);
        var yaxis = (Props)layout["yaxis"]!;
        (yaxis["scaleanchor"], yaxis["scaleratio"], yaxis["constrain"], yaxis["constraintoward"]) = ("x", 1, "domain", "top");
        var xaxis = (Props)layout["xaxis"]!;
        (xaxis["constrain"], xaxis["constraintoward"]) = ("domain", "left");
        if (XName is not null)
            xaxis["title"] = new Props { ["text"] = Label.Plain(XName), ["standoff"] = 6 };
        if (YName is not null)
            yaxis["title"] = new Props { ["text"] = Label.Plain(YName), ["standoff"] = 6 };
        for (var i = 0; i < ColourAxes.Length; i++)
            layout[i == 0 ? "coloraxis" : "coloraxis" + (i + 1).ToString(CultureInfo.InvariantCulture)] = ColourAxes[i];
        if (Legend is { } named)
        {
            (layout["showlegend"], layout["legend"]) = (true, Axes.LegendBelow());
            ((Props)layout["legend"]!)["title"] = new Props { ["text"] = Label.Plain(named.Title) };
        }
        layout["annotations"] = Titles(columns, panelWidth).Concat(Labels()).ToArray();
        layout["shapes"] = Outlines(panelWidth).ToArray();

        var traces = Traces(panelWidth).ToArray();
        var size = new FigureSize(width, height, gridHeight / gridWidth, left + right, top + bottom, width < Axes.Width);
        var data = Panels().Select(p => FigureSeries.Of(p.Name, p.Map)).ToImmutableArray();
        return new Figure(() => ChartBuilder.Build(traces, layout), Check.WithMissing(caption, missing), altText, data, size);
    }

    private const int RowLabelWidth = 14;

    private static int TitleWidth(int columns) => Math.Max(6, 60 / columns);

    private IEnumerable<Panel> Panels() => Rows.SelectMany(r => r).OfType<Panel>();

    private static IEnumerable<(int Row, int Column, Panel Panel)> Places(Panel?[][] rows) =>
        from r in Enumerable.Range(0, rows.Length)
        from c in Enumerable.Range(0, rows[r].Length)
        where rows[r][c] is not null
        select (r, c, rows[r][c]!);

    private IEnumerable<Props> Traces(double panelWidth)
    {
        foreach (var (r, c, panel) in Places(Rows))
        {
            if (panel.Beneath is { } picture)
            {
                var ground = Cells(picture, r, c, panelWidth, axis: 1);
                ground["hoverinfo"] = "skip";
                yield return ground;
            }
            var trace = Cells(panel.Map, r, c, panelWidth, panel.Axis);
            (trace["name"], trace["hoverongaps"]) = (Label.Plain(panel.Name), false);
            trace["hovertemplate"] = $"{Label.InTemplate(panel.Name)}<br>{Hover[panel.Axis]}<extra></extra>";
            if (CellText is not null)
                (trace["texttemplate"], trace["textfont"]) = (CellText, new Props { ["size"] = 11 });
            yield return trace;
        }
        foreach (var (name, colour) in Legend?.Entries ?? [])
            yield return new Props
            {
                ["type"] = "scatter", ["mode"] = "markers", ["name"] = Label.Plain(name), ["x"] = new object?[] { null }, ["y"] = new object?[] { null },
                ["marker"] = new Props { ["color"] = colour, ["symbol"] = "square", ["size"] = 12 },
            };
        // Plotly draws the bar of a colour axis only where a trace uses it.
        for (var axis = 2; axis < ColourAxes.Length; axis++)
            yield return new Props
            {
                ["type"] = "scatter", ["mode"] = "markers", ["x"] = new object?[] { null }, ["y"] = new object?[] { null }, ["showlegend"] = false, ["hoverinfo"] = "skip",
                ["marker"] = new Props { ["color"] = new[] { 0 }, ["coloraxis"] = "coloraxis" + (axis + 1).ToString(CultureInfo.InvariantCulture) },
            };
    }

    private static Props Cells(double[,] map, int row, int column, double panelWidth, int axis)
    {
        var (dx, dy) = (panelWidth / map.GetLength(1), 1.0 / map.GetLength(0));
        return new Props
        {
            ["type"] = "heatmap", ["z"] = Numbers.Rows(map), ["x0"] = column * (panelWidth + Gap) + dx / 2, ["dx"] = dx, ["y0"] = row * (1 + Gap) + dy / 2, ["dy"] = dy,
            ["coloraxis"] = axis == 0 ? "coloraxis" : "coloraxis" + (axis + 1).ToString(CultureInfo.InvariantCulture),
        };
    }

    private IEnumerable<Props> Titles(int columns, double panelWidth) => ColumnTitles.Select((title, c) => new Props
    {
        ["text"] = Label.Wrapped(title, TitleWidth(columns)),
        ["x"] = c * (panelWidth + Gap) + panelWidth / 2, ["xref"] = "x", ["xanchor"] = "center",
        ["y"] = 0, ["yref"] = "y", ["yanchor"] = "bottom", ["yshift"] = 2, ["showarrow"] = false, ["font"] = new Props { ["size"] = 11 },
    });

    private IEnumerable<Props> Labels() => RowLabels.Select((label, r) => new Props
    {
        ["text"] = Label.Wrapped(label, RowLabelWidth),
        ["x"] = 0, ["xref"] = "x", ["xanchor"] = "right", ["xshift"] = -6, ["align"] = "right",
        ["y"] = r * (1 + Gap) + 0.5, ["yref"] = "y", ["yanchor"] = "middle", ["showarrow"] = false, ["font"] = new Props { ["size"] = 12 },
    });

    private IEnumerable<Props> Outlines(double panelWidth) => Places(Rows).Select(p => new Props
    {
        ["type"] = "rect", ["layer"] = "above", ["line"] = new Props { ["color"] = Palette.Line, ["width"] = 1 },
        ["x0"] = p.Column * (panelWidth + Gap), ["x1"] = p.Column * (panelWidth + Gap) + panelWidth,
        ["y0"] = p.Row * (1 + Gap), ["y1"] = p.Row * (1 + Gap) + 1,
    });
}
