namespace Limpid.Figures;

public static partial class Figures
{
    /// <summary>Relevance laid over pale grey pictures: red where it is positive, blue where negative, clear where there is none.</summary>
    /// <param name="pictures">Name and picture of each column; ink from 0 (white) up; one shape.</param>
    /// <param name="maps">Name and maps of each row, one map for each picture, of any one shape; all share one colour scale.</param>
    /// <param name="caption">The finding, in one sentence.</param>
    /// <param name="title">The heading.</param>
    /// <param name="valueName">What the colours measure, with its unit.</param>
    /// <param name="range">The ends of the colour scale; by default those of the data, symmetric around 0 when a value is negative.</param>
    /// <returns>The figure. For the pictures by themselves above the maps, see
    /// <see cref="ImageGrid(IReadOnlyList{ValueTuple{string, double[,]}}, IReadOnlyList{ValueTuple{string, IReadOnlyList{double[,]}}}, string, string?, string, ColourScale, ValueTuple{double, double}?)"/>.</returns>
    /// <exception cref="ArgumentException">No pictures or maps, a row of another length, shapes that differ, an infinity, a panel without any number, an empty
    /// caption, or a range that is none.</exception>
    public static Figure Saliency(IReadOnlyList<(string Name, double[,] Picture)> pictures, IReadOnlyList<(string Name, IReadOnlyList<double[,]> Maps)> maps,
        string caption, string? title = null, string valueName = "relevance", (double From, double To)? range = null)
    {
        ArgumentNullException.ThrowIfNull(pictures);
        ArgumentNullException.ThrowIfNull(maps);
        Check.Caption(caption);
        Check.NotEmpty(pictures.Count, nameof(pictures), "picture");
        Check.NotEmpty(maps.Count, nameof(maps), "row of maps");
        var names = pictures.Select(p => p.Name).ToArray();
        Check.Names(names, names.Length, nameof(pictures));
        Check.Names([.. maps.Select(m => m.Name)], maps.Count, nameof(maps));
        var grounds = pictures.Select((p, i) => new Panel(p.Name, CopyOf(p.Picture, nameof(pictures), $"picture {i}"), 1)).ToArray();
        SameShape(grounds, nameof(pictures));
        var rows = maps.Select(m => PanelsOf(m.Name, m.Maps, names, axis: 0).Select((panel, i) => panel with { Beneath = grounds[i].Map }).ToArray()).ToArray();
        SameShape(rows.SelectMany(r => r), nameof(maps));
        var ink = ColourAxis.For(grounds.SelectMany(p => p.Map.Cast<double>()), ColourScale.Grey, "ink", null);
        (ink["showscale"], ink["colorscale"]) = (false, Palette.PaleGrey);
        var (veil, bar) = ColourAxis.Veil(rows.SelectMany(r => r).SelectMany(p => p.Map.Cast<double>()), valueName, range);
        return new PanelGrid
        {
            Rows = rows, ColumnTitles = names, RowLabels = maps.Count == 1 && maps[0].Name.Length == 0 ? [] : [.. maps.Select(m => m.Name)], Title = title,
            ColourAxes = [veil, ink, bar], Hover = [HoverOf(valueName), HoverOf("ink")],
        }.Draw(caption, $"Pictures ({string.Join(", ", names)}) with {valueName} laid over them: {string.Join(", ", maps.Select(m => m.Name))}.");
    }
}
