namespace Limpid.Figures;

/// <summary>The parts of a layout that all figures share.</summary>
internal static class Axes
{
    public const int Width = 900;

    // A line of the heading fits in a figure of 400 pixels.
    private const int TitleWidth = 44;

    /// <summary>A layout with title, margins and clear background.</summary>
    public static Props Layout(string? title, int width, int height, int left, int right, int top, int bottom)
    {
        var layout = new Props
        {
            ["width"] = width,
            ["height"] = height,
            ["paper_bgcolor"] = "rgba(0,0,0,0)",
            ["plot_bgcolor"] = "rgba(0,0,0,0)",
            ["font"] = new Props { ["color"] = Palette.Text, ["size"] = 13 },
            ["margin"] = new Props { ["l"] = left, ["r"] = right, ["t"] = top, ["b"] = bottom },
            ["hoverlabel"] = new Props { ["namelength"] = -1 },
        };
        if (title is not null)
            layout["title"] = new Props
            {
                ["text"] = Label.Wrapped(title, TitleWidth), ["x"] = 0, ["xref"] = "container", ["xanchor"] = "left", ["y"] = 1, ["yref"] = "container",
                ["yanchor"] = "top", // Plotly anchors the last line of the heading, not the first.
                ["pad"] = new Props { ["t"] = 8 + 20 * (Label.Lines(title, TitleWidth).Count - 1), ["l"] = 10 }, ["font"] = new Props { ["size"] = 16 },
            };
        return layout;
    }

    /// <summary>An axis of numbers with its name and unit.</summary>
    public static Props Numeric(string name) => new()
    {
        ["title"] = new Props { ["text"] = Label.Plain(name), ["standoff"] = 8 },
        ["gridcolor"] = Palette.Grid,
        ["zeroline"] = false,
        ["linecolor"] = Palette.Line,
        ["showline"] = true,
        ["ticks"] = "outside",
        ["tickcolor"] = Palette.Line,
        ["automargin"] = true,
    };

    /// <summary>An axis that only places panels.</summary>
    public static Props Hidden(double from, double to) => new()
    {
        ["range"] = new[] { from, to }, ["showgrid"] = false, ["zeroline"] = false, ["showticklabels"] = false, ["ticks"] = "",
        ["fixedrange"] = true,
    };

    /// <summary>A line at 0 over the width of the plot.</summary>
    public static Props ZeroLine() => new()
    {
        ["type"] = "line", ["x0"] = 0, ["x1"] = 1, ["xref"] = "paper", ["y0"] = 0, ["y1"] = 0,
        ["line"] = new Props { ["color"] = Palette.Line, ["width"] = 1 },
    };

    public static int Top(string? title) => title is null ? 16 : 24 + 20 * Label.Lines(title, TitleWidth).Count;

    /// <summary>A legend along the lower edge. Plotly ends the plot above it.</summary>
    public static Props LegendBelow() => new()
    {
        ["orientation"] = "h", ["x"] = 0, ["xanchor"] = "left", ["y"] = 0, ["yref"] = "container", ["yanchor"] = "bottom",
    };

    /// <summary>A legend under the heading, which leaves the width to the data. Plotly moves the plot down where it takes several lines.</summary>
    public static Props LegendAbove(string? title, int height) => new()
    {
        ["orientation"] = "h", ["x"] = 0, ["xanchor"] = "left", ["y"] = 1 - (Top(title) - 6.0) / height, ["yref"] = "container", ["yanchor"] = "top",
    };
}
