using System.Globalization;

namespace Limpid.Figures;

/// <summary>Letters of given heights along a sequence, in rows of equal length, up to seventy positions, on one vertical scale.</summary>
internal sealed class LetterRows
{
    private const int MostPerRow = 70;
    private const int Left = 66, Right = 14, Below = 34;

    // Lower letters are no more than a line.
    private const double LeastHeight = 0.01;

    /// <summary>Each letter: its position from 0 and where it begins and ends.</summary>
    public required IReadOnlyList<(int Position, Glyph Glyph, double From, double To)> Letters { get; init; }

    /// <summary>What the pointer shows at each position.</summary>
    public required IReadOnlyList<string> Hover { get; init; }

    public required (double From, double To) Range { get; init; }

    public required string YName { get; init; }

    public required int FirstPosition { get; init; }

    public required int RowHeight { get; init; }

    public string? Title { get; init; }

    /// <summary>Stretches with a band behind them, as numbered on the axis.</summary>
    public IReadOnlyList<(int First, int Last)> Marked { get; init; } = [];

    private int Rows => (Hover.Count + MostPerRow - 1) / MostPerRow;

    private int PerRow => (Hover.Count + Rows - 1) / Rows;

    public (Props[] Traces, Props Layout, FigureSize Size) Draw()
    {
        var rows = Rows;
        var (top, bottom, plot) = (Axes.Top(Title), 54, rows * RowHeight + (rows - 1) * Below);
        var layout = Axes.Layout(Title, Axes.Width, top + bottom + plot, Left, Right, top, bottom);
        (layout["showlegend"], layout["hovermode"], layout["bargap"], layout["barmode"]) = (false, "closest", 0, "overlay");
        for (var row = 0; row < rows; row++)
        {
            var upper = 1 - (double)row * (RowHeight + Below) / plot;
            layout["xaxis" + Number(row)] = XAxis(row, last: row == rows - 1);
            layout["yaxis" + Number(row)] = YAxis(row, upper, upper - (double)RowHeight / plot);
        }
        layout["shapes"] = Enumerable.Range(0, rows).SelectMany(Bands).ToArray();
        layout["annotations"] = new object[]
        {
            new Props
            {
                ["text"] = Label.Plain(YName), ["textangle"] = -90, ["showarrow"] = false, ["xref"] = "paper", ["yref"] = "paper", ["x"] = 0, ["y"] = 0.5,
                ["xanchor"] = "center", ["yanchor"] = "middle", ["xshift"] = 18 - Left, ["font"] = new Props { ["size"] = 14 },
            },
        };
        var size = new FigureSize(Axes.Width, top + bottom + plot, 0, 0, 0, Limited: true);
        return ([.. Enumerable.Range(0, rows).SelectMany(RowTraces)], layout, size);
    }

    // A stretch that goes on in the next row has a band in both.
    private IEnumerable<Props> Bands(int row)
    {
        var (first, last) = (FirstPosition + row * PerRow, FirstPosition + Math.Min((row + 1) * PerRow, Hover.Count) - 1);
        foreach (var band in Marked.Where(band => band.First <= last && band.Last >= first))
            yield return new Props
            {
                ["type"] = "rect", ["xref"] = "x" + Number(row), ["yref"] = FormattableString.Invariant($"y{Number(row)} domain"), ["x0"] = Math.Max(band.First, first) - 0.5,
                ["x1"] = Math.Min(band.Last, last) + 0.5, ["y0"] = 0, ["y1"] = 1, ["fillcolor"] = Palette.Band, ["line"] = new Props { ["width"] = 0 }, ["layer"] = "below",
            };
    }

    private Props XAxis(int row, bool last)
    {
        var axis = Axes.Numeric(last ? "position" : "");
        var first = FirstPosition + row * PerRow;
        (axis["range"], axis["showgrid"], axis["anchor"]) = (new[] { first - 0.5, first - 0.5 + Math.Min(PerRow, Hover.Count) }, false, "y" + Number(row));
        (axis["dtick"], axis["tickformat"], axis["tickangle"], axis["fixedrange"]) = (Hover.Count switch { <= 12 => 1, <= 30 => 5, _ => 10 }, "d", 0, true);
        return axis;
    }

    private Props YAxis(int row, double upper, double lower)
    {
        var axis = Axes.Numeric("");
        (axis["range"], axis["domain"], axis["anchor"]) = (new[] { Range.From, Range.To }, new[] { Math.Max(0, lower), upper }, "x" + Number(row));
        (axis["nticks"], axis["zeroline"], axis["zerolinecolor"], axis["fixedrange"]) = (4, true, Palette.Line, true);
        return axis;
    }

    private IEnumerable<Props> RowTraces(int row)
    {
        var positions = Enumerable.Range(row * PerRow, Math.Min(PerRow, Hover.Count - row * PerRow)).ToArray();
        var smallest = LeastHeight * (Range.To - Range.From);
        var drawn = Letters.Where(l => l.Position / PerRow == row && l.To - l.From >= smallest);
        foreach (var letter in drawn.GroupBy(l => l.Glyph).OrderBy(g => g.Key.Letter))
            yield return new Props
            {
                ["type"] = "scatter", ["mode"] = "lines", ["fill"] = "toself", ["fillcolor"] = letter.Key.Colour, ["hoverinfo"] = "skip",
                ["line"] = new Props { ["width"] = 0 }, ["xaxis"] = "x" + Number(row), ["yaxis"] = "y" + Number(row), ["name"] = letter.Key.Letter.ToString(),
                ["x"] = Outlines(letter, (l, p) => FirstPosition + l.Position - 0.46 + 0.92 * p.X), ["y"] = Outlines(letter, (l, p) => l.From + (l.To - l.From) * p.Y),
            };
        // Clear bars, which only answer the pointer.
        yield return new Props
        {
            ["type"] = "bar", ["x"] = positions.Select(p => p + FirstPosition).ToArray(), ["y"] = positions.Select(_ => Range.To - Range.From).ToArray(),
            ["base"] = Range.From, ["marker"] = new Props { ["color"] = "rgba(0,0,0,0)" }, ["xaxis"] = "x" + Number(row), ["yaxis"] = "y" + Number(row),
            ["customdata"] = positions.Select(p => Hover[p]).ToArray(), ["hovertemplate"] = "position %{x}<br>%{customdata}<extra></extra>",
        };
    }

    private static object?[] Outlines(IEnumerable<(int Position, Glyph Glyph, double From, double To)> letters,
        Func<(int Position, Glyph Glyph, double From, double To), (double X, double Y), double> place) =>
        [.. letters.SelectMany(l => l.Glyph.Outline.Select(p => (object?)place(l, p)).Append(null))];

    private static string Number(int row) => row == 0 ? "" : (row + 1).ToString(CultureInfo.InvariantCulture);
}
