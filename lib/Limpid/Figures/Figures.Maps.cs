namespace Limpid.Figures;

/// <summary>Charts in one call. Each takes its data as plain arrays, copies them and returns a <see cref="Figure"/>.</summary>
/// <remarks>NaN means "no value": it is left blank and counted in the caption. Infinities, and data without any number, are refused.
/// Labels show as they are written, also when they contain HTML.</remarks>
public static partial class Figures
{
    /// <summary>One map as colours, first row on top.</summary>
    /// <param name="map">The values; row, column.</param>
    /// <param name="caption">The finding, in one sentence.</param>
    /// <param name="title">The heading.</param>
    /// <param name="valueName">What the colours measure, with its unit.</param>
    /// <param name="xName">What the columns are.</param>
    /// <param name="yName">What the rows are.</param>
    /// <param name="scale">The colours; by default symmetric around 0 when a value is negative.</param>
    /// <param name="range">The ends of the colour scale; by default those of the data.</param>
    /// <returns>The figure.</returns>
    /// <exception cref="ArgumentException">The map is empty, holds an infinity or no number, the caption is empty, or the range is none.</exception>
    public static Figure Heatmap(double[,] map, string caption, string? title = null, string valueName = "value", string? xName = null,
        string? yName = null, ColourScale scale = ColourScale.Auto, (double From, double To)? range = null)
    {
        ArgumentNullException.ThrowIfNull(map);
        Check.Caption(caption);
        var copy = CopyOf(map, nameof(map), "map");
        return new PanelGrid
        {
            Rows = [[new Panel(title ?? valueName, copy, 0)]], ColumnTitles = [], RowLabels = [], Title = title, XName = xName, YName = yName,
            ColourAxes = [ColourAxis.For(copy.Cast<double>(), scale, valueName, range)], Hover = [HoverOf(valueName)],
        }.Draw(caption, FormattableString.Invariant($"Heat-map of {valueName}, {copy.GetLength(0)} rows by {copy.GetLength(1)} columns."));
    }

    /// <summary>A grid of maps on one colour scale: a row for each network, say, and a column for each class.</summary>
    /// <param name="rows">Name and maps of each row; all rows have one map for each column, all maps one shape.</param>
    /// <param name="columns">The headings of the columns.</param>
    /// <param name="caption">The finding, in one sentence.</param>
    /// <param name="title">The heading.</param>
    /// <param name="valueName">What the colours measure, with its unit.</param>
    /// <param name="scale">The colours; by default symmetric around 0 when a value is negative.</param>
    /// <param name="range">The ends of the colour scale; by default those of the data over all maps.</param>
    /// <returns>The figure.</returns>
    /// <exception cref="ArgumentException">No rows or columns, a row of another length, a map of another shape, an infinity, a map
    /// without any number, an empty caption, or a range that is none.</exception>
    public static Figure MapGrid(IReadOnlyList<(string Name, IReadOnlyList<double[,]> Maps)> rows, IReadOnlyList<string> columns, string caption,
        string? title = null, string valueName = "value", ColourScale scale = ColourScale.Auto, (double From, double To)? range = null)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(columns);
        Check.Caption(caption);
        Check.NotEmpty(rows.Count, nameof(rows), "row");
        Check.NotEmpty(columns.Count, nameof(columns), "column");
        Check.Names([.. rows.Select(r => r.Name)], rows.Count, nameof(rows));
        Check.Names(columns, columns.Count, nameof(columns));
        var panels = rows.Select(row => PanelsOf(row.Name, row.Maps, columns, axis: 0)).ToArray();
        SameShape(panels.SelectMany(p => p), nameof(rows));
        return new PanelGrid
        {
            Rows = panels, ColumnTitles = [.. columns], RowLabels = rows.Count == 1 && rows[0].Name.Length == 0 ? [] : [.. rows.Select(r => r.Name)],
            Title = title, Hover = [HoverOf(valueName)],
            ColourAxes = [ColourAxis.For(panels.SelectMany(r => r).SelectMany(p => p.Map.Cast<double>()), scale, valueName, range)],
        }.Draw(caption, FormattableString.Invariant(
            $"Grid of {rows.Count * columns.Count} heat-maps of {valueName} on one colour scale: rows {string.Join(", ", rows.Select(r => r.Name))}; columns {string.Join(", ", columns)}."));
    }

    private static Panel[] PanelsOf(string row, IReadOnlyList<double[,]> maps, IReadOnlyList<string> columns, int axis)
    {
        ArgumentNullException.ThrowIfNull(maps);
        Check.Length(maps.Count, columns.Count, $"rows['{row}']", "maps");
        return [.. maps.Select((m, i) => new Panel(row.Length == 0 ? columns[i] : $"{row}, {columns[i]}", CopyOf(m, "rows", $"map {i} of '{row}'"), axis))];
    }

    private static double[,] CopyOf(double[,] map, string argument, string where)
    {
        ArgumentNullException.ThrowIfNull(map, argument);
        Check.Values(map.Cast<double>(), argument, where);
        return (double[,])map.Clone();
    }

    private static void SameShape(IEnumerable<Panel> panels, string argument)
    {
        double[,]? first = null;
        foreach (var panel in panels)
        {
            first ??= panel.Map;
            if (panel.Map.GetLength(0) != first.GetLength(0) || panel.Map.GetLength(1) != first.GetLength(1))
                throw new ArgumentException(FormattableString.Invariant(
                    $"{argument}: map '{panel.Name}' is {panel.Map.GetLength(0)} by {panel.Map.GetLength(1)}; expected {first.GetLength(0)} by {first.GetLength(1)} like the first."), argument);
        }
    }

    private static string HoverOf(string valueName) => Label.InTemplate(valueName) + " %{z:.4g}";
}
