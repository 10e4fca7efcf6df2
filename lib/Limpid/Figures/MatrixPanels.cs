using System.Collections.Immutable;

namespace Limpid.Figures;

/// <summary>Matrices side by side with blocks of named rows and columns; cells fill the room and need not be square.</summary>
internal sealed class MatrixPanels
{
    private const double Gap = 0.06;
    private const int LabelWidth = 18;

    public required (string Name, double[,] Map)[] Panels { get; init; }

    public required string[] Rows { get; init; }

    public required string[]? Columns { get; init; }

    public required string? RowName { get; init; }

    public required string? ColumnName { get; init; }

    public required string ValueName { get; init; }

    public required string? Title { get; init; }

    public required Props Colours { get; init; }

    private double Width => Panels.Length * (1 + Gap) - Gap;

    public Figure Draw(string caption)
    {
        var missing = Panels.Sum(p => Check.Values(p.Map.Cast<double>(), "panels", $"'{p.Name}'"));
        var blocks = BlocksOf(Rows).ToArray();
        var left = 14 + 7 * blocks.Max(b => Label.Lines(b.Name, LabelWidth).Max(l => l.Length)) + (RowName is null ? 0 : 24);
        var titleLines = Panels.Max(p => Label.Lines(p.Name, TitleWidth).Count);
        var (right, top) = (12, Axes.Top(Title) + 16 * titleLines);
        var bottom = 58 + (Columns is null ? 8 : 22) + (ColumnName is null ? 0 : 20);
        // A line of text for each named row, up to the height of a page.
        var plot = Math.Clamp(15 * blocks.Length, 300, 720);
        var (width, height) = (Axes.Width, top + bottom + plot);
        var layout = Axes.Layout(Title, width, height, left, right, top, bottom);
        layout["xaxis"] = Axes.Hidden(0, Width);
        layout["yaxis"] = Axes.Hidden(1, 0);
        if (RowName is not null)
            ((Props)layout["yaxis"]!)["title"] = new Props { ["text"] = Label.Plain(RowName), ["standoff"] = left - 30 };
        if (ColumnName is not null)
            ((Props)layout["xaxis"]!)["title"] = new Props { ["text"] = Label.Plain(ColumnName), ["standoff"] = Columns is null ? 4 : 20 };
        layout["coloraxis"] = Colours;
        layout["annotations"] = Headings().Concat(blocks.Select(RowLabel)).Concat(ColumnLabels()).ToArray();
        layout["shapes"] = Lines(blocks).ToArray();
        var traces = Panels.Select(Trace).ToArray();
        var data = Panels.Select(p => FigureSeries.Of(p.Name, p.Map)).ToImmutableArray();
        return new Figure(() => ChartBuilder.Build(traces, layout), Check.WithMissing(caption, missing), FormattableString.Invariant(
            $"{Panels.Length} heat-maps of {ValueName}, {Rows.Length} rows each: {string.Join(", ", Panels.Select(p => p.Name))}."), data,
            new FigureSize(width, height, 0, left + right, top + bottom, false));
    }

    private int TitleWidth => Math.Max(8, 96 / Panels.Length);

    private static double Start(int panel) => panel * (1 + Gap);

    private Props Trace((string Name, double[,] Map) panel, int at)
    {
        var (dx, dy) = (1.0 / panel.Map.GetLength(1), 1.0 / panel.Map.GetLength(0));
        var trace = new Props
        {
            ["type"] = "heatmap", ["z"] = Numbers.Rows(panel.Map), ["x0"] = Start(at) + dx / 2, ["dx"] = dx, ["y0"] = dy / 2, ["dy"] = dy, ["coloraxis"] = "coloraxis",
            ["hoverongaps"] = false, ["name"] = Label.Plain(panel.Name),
        };
        // A name for each row where they differ; a long list of samples would only make the file large.
        if (Rows.Length <= 200)
            trace["text"] = Rows.Select(row => Enumerable.Range(0, panel.Map.GetLength(1)).Select(c => Label.Plain(Columns is null ? row : $"{row}, {Columns[c]}")).ToArray()).ToArray();
        trace["hovertemplate"] = $"{Label.InTemplate(panel.Name)}<br>{(Rows.Length <= 200 ? "%{text}<br>" : "")}{Label.InTemplate(ValueName)} %{{z:.3g}}<extra></extra>";
        return trace;
    }

    private IEnumerable<Props> Headings() => Panels.Select((panel, at) => new Props
    {
        ["text"] = Label.Wrapped(panel.Name, TitleWidth), ["x"] = Start(at) + 0.5, ["xref"] = "x", ["xanchor"] = "center", ["y"] = 0, ["yref"] = "y", ["yanchor"] = "bottom",
        ["yshift"] = 2, ["showarrow"] = false, ["font"] = new Props { ["size"] = 12 },
    });

    private Props RowLabel((string Name, int From, int To) block) => new()
    {
        ["text"] = Label.Wrapped(block.Name, LabelWidth), ["x"] = 0, ["xref"] = "x", ["xanchor"] = "right", ["xshift"] = -6, ["align"] = "right",
        ["y"] = (block.From + block.To) / 2.0 / Rows.Length, ["yref"] = "y", ["yanchor"] = "middle", ["showarrow"] = false, ["font"] = new Props { ["size"] = 11 },
    };

    private IEnumerable<Props> ColumnLabels() =>
        from panel in Enumerable.Range(0, Panels.Length)
        from block in BlocksOf(Columns ?? [])
        select new Props
        {
            ["text"] = Label.Plain(block.Name), ["x"] = Start(panel) + (block.From + block.To) / 2.0 / Columns!.Length, ["xref"] = "x", ["xanchor"] = "center",
            ["y"] = 1, ["yref"] = "y", ["yanchor"] = "top", ["yshift"] = -3, ["showarrow"] = false, ["font"] = new Props { ["size"] = 11 },
        };

    private IEnumerable<Props> Lines((string Name, int From, int To)[] rows)
    {
        for (var panel = 0; panel < Panels.Length; panel++)
        {
            yield return Shape("rect", Start(panel), Start(panel) + 1, 0, 1, Palette.Line);
            // Lines between single rows would cover them.
            if (rows.Length < Rows.Length)
                foreach (var (_, from, _) in rows.Skip(1))
                    yield return Shape("line", Start(panel), Start(panel) + 1, (double)from / Rows.Length, (double)from / Rows.Length, Palette.Text);
            if (Columns is null) continue;
            foreach (var (_, from, _) in BlocksOf(Columns).Skip(1))
                yield return Shape("line", Start(panel) + (double)from / Columns.Length, Start(panel) + (double)from / Columns.Length, 0, 1, Palette.Text);
        }
    }

    private static Props Shape(string type, double x0, double x1, double y0, double y1, string colour) => new()
    {
        ["type"] = type, ["layer"] = "above", ["line"] = new Props { ["color"] = colour, ["width"] = 1 }, ["x0"] = x0, ["x1"] = x1, ["y0"] = y0, ["y1"] = y1,
    };

    private static IEnumerable<(string Name, int From, int To)> BlocksOf(string[] names)
    {
        for (var from = 0; from < names.Length;)
        {
            var to = from + 1;
            while (to < names.Length && names[to] == names[from]) to++;
            yield return (names[from], from, to);
            from = to;
        }
    }
}
