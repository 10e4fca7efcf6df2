namespace Limpid.Figures;

public static partial class Figures
{
    private const int MaxBarText = 30;

    /// <summary>Which class owns each cell of a map: one colour and number for each class, several maps side by side.</summary>
    /// <param name="maps">Name and map of each panel: the class index of each cell, -1 for none; one shape.</param>
    /// <param name="classes">The names of the classes, at most ten.</param>
    /// <param name="caption">The finding, in one sentence.</param>
    /// <param name="title">The heading.</param>
    /// <param name="className">What the classes are.</param>
    /// <returns>The figure.</returns>
    /// <exception cref="ArgumentException">No maps, no or more than ten classes, maps of several shapes, a cell that is no class, an empty caption.</exception>
    public static Figure Segmentation(IReadOnlyList<(string Name, int[,] Map)> maps, IReadOnlyList<string> classes, string caption,
        string? title = null, string className = "class")
    {
        ArgumentNullException.ThrowIfNull(maps);
        ArgumentNullException.ThrowIfNull(classes);
        Check.Caption(caption);
        Check.NotEmpty(maps.Count, nameof(maps), "map");
        if (classes.Count is 0 or > 10)
            throw new ArgumentException(FormattableString.Invariant($"classes has {classes.Count} names; expected 1 to 10."), nameof(classes));
        Check.Names(classes, classes.Count, nameof(classes));
        Check.Names([.. maps.Select(m => m.Name)], maps.Count, nameof(maps));
        var panels = maps.Select(m => new Panel(m.Name, ClassCells(m.Map, classes.Count, m.Name), 0)).ToArray();
        SameShape(panels, nameof(maps));
        // Long names would lie over each other under the bar of a narrow page.
        var isShort = classes.Sum(c => c.Length + 2) <= MaxBarText;
        var colours = ColourAxis.Classes(classes, className);
        if (!isShort)
            colours["showscale"] = false;
        return new PanelGrid
        {
            Rows = [panels], ColumnTitles = [.. maps.Select(m => m.Name)], RowLabels = [], Title = title, CellText = "%{z}",
            ColourAxes = [colours], Legend = isShort ? null : (className, [.. classes.Select((c, k) => ($"{k} {c}", Palette.Class(k)))]), Hover = [Label.InTemplate(className) + " %{z}"],
        }.Draw(caption, FormattableString.Invariant(
            $"Maps coloured by {className} ({string.Join(", ", classes)}), each cell with its number: {string.Join(", ", maps.Select(m => m.Name))}."));
    }

    /// <summary>Grey pictures with a map beneath each: what the network saw and what it did.</summary>
    /// <param name="pictures">Name and picture of each column; ink from 0 (white) up; one shape.</param>
    /// <param name="maps">Name and maps of each further row, one map for each picture; the maps of a figure share one colour scale.</param>
    /// <param name="caption">The finding, in one sentence.</param>
    /// <param name="title">The heading.</param>
    /// <param name="valueName">What the colours of the maps measure, with its unit.</param>
    /// <param name="scale">The colours of the maps; by default symmetric around 0 when a value is negative.</param>
    /// <param name="range">The ends of the colour scale of the maps; by default those of the data.</param>
    /// <returns>The figure.</returns>
    /// <exception cref="ArgumentException">No pictures, a row of another length, shapes that differ, an infinity, a panel without any number,
    /// an empty caption, or a range that is none.</exception>
    public static Figure ImageGrid(IReadOnlyList<(string Name, double[,] Picture)> pictures, IReadOnlyList<(string Name, IReadOnlyList<double[,]> Maps)> maps,
        string caption, string? title = null, string valueName = "value", ColourScale scale = ColourScale.Auto, (double From, double To)? range = null)
    {
        ArgumentNullException.ThrowIfNull(pictures);
        ArgumentNullException.ThrowIfNull(maps);
        Check.Caption(caption);
        Check.NotEmpty(pictures.Count, nameof(pictures), "picture");
        var names = pictures.Select(p => p.Name).ToArray();
        Check.Names(names, names.Length, nameof(pictures));
        Check.Names([.. maps.Select(m => m.Name)], maps.Count, nameof(maps));
        var top = pictures.Select((p, i) => new Panel(p.Name, CopyOf(p.Picture, nameof(pictures), $"picture {i}"), maps.Count == 0 ? 0 : 1)).ToArray();
        SameShape(top, nameof(pictures));
        var rows = maps.Select(m => PanelsOf(m.Name, m.Maps, names, axis: 0)).ToArray();
        SameShape(rows.SelectMany(r => r), nameof(maps));
        var ink = ColourAxis.For(top.SelectMany(p => p.Map.Cast<double>()), ColourScale.Grey, "ink", null);
        ink["showscale"] = false;
        Props[] axes = maps.Count == 0 ? [ink] : [ColourAxis.For(rows.SelectMany(r => r).SelectMany(p => p.Map.Cast<double>()), scale, valueName, range), ink];
        return new PanelGrid
        {
            Rows = [top, .. rows], ColumnTitles = names, RowLabels = maps.Count == 0 ? [] : ["picture", .. maps.Select(m => m.Name)], Title = title,
            ColourAxes = axes, Hover = maps.Count == 0 ? [HoverOf("ink")] : [HoverOf(valueName), HoverOf("ink")],
        }.Draw(caption, $"Pictures ({string.Join(", ", names)})" + (maps.Count == 0 ? "." : $" above heat-maps of {valueName}: {string.Join(", ", maps.Select(m => m.Name))}."));
    }

    private static double[,] ClassCells(int[,] map, int classes, string name)
    {
        ArgumentNullException.ThrowIfNull(map);
        var cells = new double[map.GetLength(0), map.GetLength(1)];
        Check.NotEmpty(cells.Length, "maps", "cell");
        for (var i = 0; i < cells.GetLength(0); i++)
            for (var j = 0; j < cells.GetLength(1); j++)
            {
                if (map[i, j] < -1 || map[i, j] >= classes)
                    throw new ArgumentException(FormattableString.Invariant(
                        $"maps['{name}'][{i}, {j}] is {map[i, j]}; expected a class from 0 to {classes - 1}, or -1 for none."), "maps");
                cells[i, j] = map[i, j] < 0 ? double.NaN : map[i, j];
            }
        return cells;
    }
}
