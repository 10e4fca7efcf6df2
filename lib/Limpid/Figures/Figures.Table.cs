using System.Collections.Immutable;
using Deedle;

namespace Limpid.Figures;

public static partial class Figures
{
    /// <summary>A small table: numbers with four significant digits to the right, text to the left, empty where a value is missing.</summary>
    /// <param name="header">The names of the columns, with their units.</param>
    /// <param name="rows">The cells of each row: numbers, text, or null for none.</param>
    /// <param name="caption">The finding, in one sentence.</param>
    /// <returns>The table.</returns>
    /// <exception cref="ArgumentException">No columns or rows, a row of another length, an empty caption.</exception>
    public static Table Table(IReadOnlyList<string> header, IReadOnlyList<IReadOnlyList<object?>> rows, string caption)
    {
        ArgumentNullException.ThrowIfNull(header);
        ArgumentNullException.ThrowIfNull(rows);
        Check.Caption(caption);
        Check.NotEmpty(header.Count, nameof(header), "column");
        Check.NotEmpty(rows.Count, nameof(rows), "row");
        for (var i = 0; i < rows.Count; i++)
            Check.Length(rows[i].Count, header.Count, FormattableString.Invariant($"rows[{i}]"), "cells");
        var isNumeric = Enumerable.Range(0, header.Count)
            .Select(c => rows.Select(r => r[c]).OfType<object>().ToArray() is { Length: > 0 } cells && cells.All(Limpid.Figures.Table.IsNumber));
        return new Table([.. header], [.. rows.Select(r => r.Select(Limpid.Figures.Table.TextOf).ToImmutableArray())], [.. isNumeric], caption);
    }

    /// <summary>A frame of Deedle as a table, without its row keys.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="caption">The finding, in one sentence.</param>
    /// <returns>The table.</returns>
    /// <exception cref="ArgumentException">The frame has no columns or no rows, or the caption is empty.</exception>
    public static Table Table<TRow>(Frame<TRow, string> frame, string caption)
        where TRow : notnull
    {
        ArgumentNullException.ThrowIfNull(frame);
        var columns = frame.ColumnKeys
            .Select(key => frame.GetColumn<object>(key).ObservationsAll.Select(o => o.Value.HasValue ? o.Value.Value : null).ToArray()).ToArray();
        var rows = Enumerable.Range(0, frame.RowCount).Select(i => columns.Select(c => c[i]).ToArray()).ToArray();
        return Table(frame.ColumnKeys.ToArray(), rows, caption);
    }
}
