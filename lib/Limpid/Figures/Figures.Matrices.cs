using System.Collections.Immutable;

namespace Limpid.Figures;

public static partial class Figures
{
    /// <summary>Matrices side by side on one colour scale, as high and wide as there is room, with named rows: samples sorted by class, say, or genes.</summary>
    /// <param name="panels">Name and values of each matrix; all have the same rows.</param>
    /// <param name="rows">The name of each row; neighbours of one name are a block, named once and set off by lines.</param>
    /// <param name="caption">The finding, in one sentence.</param>
    /// <param name="columns">The name of each column, the same for every matrix; neighbours of one name are a block. Null for none.</param>
    /// <param name="rowName">What the rows are.</param>
    /// <param name="columnName">What the columns are.</param>
    /// <param name="valueName">What the colours measure, with its unit.</param>
    /// <param name="title">The heading.</param>
    /// <param name="scale">The colours; by default symmetric around 0 when a value is negative.</param>
    /// <param name="range">The ends of the colour scale; by default those of the data over all matrices.</param>
    /// <returns>The figure.</returns>
    /// <exception cref="ArgumentException">No matrix, a matrix with another number of rows, names of another number, an infinity, a matrix without any number, an empty
    /// caption, or a range that is none.</exception>
    public static Figure Matrices(IReadOnlyList<(string Name, double[,] Map)> panels, IReadOnlyList<string> rows, string caption, IReadOnlyList<string>? columns = null,
        string? rowName = null, string? columnName = null, string valueName = "value", string? title = null, ColourScale scale = ColourScale.Auto,
        (double From, double To)? range = null)
    {
        ArgumentNullException.ThrowIfNull(panels);
        Check.Caption(caption);
        Check.NotEmpty(panels.Count, nameof(panels), "matrix");
        Check.Names([.. panels.Select(p => p.Name)], panels.Count, nameof(panels));
        (string Name, double[,] Map)[] copies = [.. panels.Select(p => (p.Name, CopyOf(p.Map, nameof(panels), $"'{p.Name}'")))];
        foreach (var (_, map) in copies)
        {
            Check.Names(rows, map.GetLength(0), nameof(rows));
            if (columns is not null) Check.Names(columns, map.GetLength(1), nameof(columns));
        }
        return new MatrixPanels
        {
            Panels = copies, Rows = [.. rows], Columns = columns is null ? null : [.. columns], RowName = rowName, ColumnName = columnName, ValueName = valueName, Title = title,
            Colours = ColourAxis.For(copies.SelectMany(p => p.Map.Cast<double>()), scale, valueName, range),
        }.Draw(caption);
    }
}
