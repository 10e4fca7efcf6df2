namespace Limpid.Figures;

public static partial class Figures
{
    private static readonly string[] symbols =
        ["circle", "square", "diamond", "triangle-up", "cross", "x", "triangle-down", "pentagon", "star", "hexagon"];

    private static FigureSize PlaneSize => new(Axes.Width, 420, 0, 0, 0, Limited: true);

    private static Props Plane(string? title, string xName, string yName, bool legend)
    {
        ArgumentNullException.ThrowIfNull(xName);
        ArgumentNullException.ThrowIfNull(yName);
        var layout = Axes.Layout(title, Axes.Width, PlaneSize.Height, 60, 20, Axes.Top(title) + (legend ? 30 : 0), xName.Length == 0 ? 36 : 54);
        layout["xaxis"] = Axes.Numeric(xName);
        layout["yaxis"] = Axes.Numeric(yName);
        layout["showlegend"] = legend;
        layout["legend"] = Axes.LegendAbove(title, PlaneSize.Height);
        return layout;
    }

    private static string Symbol(int k) => symbols[k % symbols.Length];
}
