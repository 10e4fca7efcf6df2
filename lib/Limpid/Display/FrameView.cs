using System.Globalization;
using System.Net;
using System.Reflection;
using System.Text;
using Deedle;

namespace Limpid.Display;

/// <summary>A Deedle frame as its size and its first rows.</summary>
internal static class FrameView
{
    /// <summary>Rows shown.</summary>
    public const int MaxRows = 20;

    /// <summary>Columns shown.</summary>
    public const int MaxColumns = 16;

    private static readonly MethodInfo HtmlOf = typeof(FrameView).GetMethod(nameof(HtmlOfKeys), BindingFlags.NonPublic | BindingFlags.Static)!;
    private static readonly MethodInfo TextOf = typeof(FrameView).GetMethod(nameof(TextOfKeys), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>For example <c>frame of 150 rows x 5 columns</c>.</summary>
    /// <param name="frame">A <see cref="Frame{TRowKey, TColumnKey}"/> with keys of any type.</param>
    public static string Text(object frame) => Call(TextOf, frame);

    /// <summary>A table of the first rows; every key and cell is encoded, a missing value is an empty cell.</summary>
    /// <param name="frame">A <see cref="Frame{TRowKey, TColumnKey}"/> with keys of any type.</param>
    public static string Html(object frame) => Call(HtmlOf, frame);

    private static string Call(MethodInfo method, object frame) =>
        (string)method.MakeGenericMethod(frame.GetType().GetGenericArguments()).Invoke(null, BindingFlags.DoNotWrapExceptions, null, [frame], null)!;

    private static string TextOfKeys<TRow, TColumn>(Frame<TRow, TColumn> frame)
        where TRow : notnull
        where TColumn : notnull =>
        string.Create(CultureInfo.InvariantCulture, $"frame of {frame.RowCount} rows x {frame.ColumnKeys.Count()} columns");

    private static string HtmlOfKeys<TRow, TColumn>(Frame<TRow, TColumn> frame)
        where TRow : notnull
        where TColumn : notnull
    {
        TColumn[] all = [.. frame.ColumnKeys], names = [.. all.Take(MaxColumns)];
        var columns = names.Select(name => frame.GetColumn<object>(name).ObservationsAll.Take(MaxRows).ToArray()).ToArray();
        string more = names.Length < all.Length ? "<td>…</td>" : "";
        var html = new StringBuilder("<div>").Append(Encoded(TextOfKeys(frame))).Append("</div><table><tr><th></th>");
        foreach (TColumn name in names)
            html.Append("<th>").Append(Encoded(name)).Append("</th>");
        html.Append(more).Append("</tr>");
        foreach (var (row, i) in frame.RowKeys.Take(MaxRows).Select((row, i) => (row, i)))
        {
            html.Append("<tr><th>").Append(Encoded(row)).Append("</th>");
            foreach (var column in columns)
                html.Append("<td>").Append(column[i].Value.HasValue ? Encoded(column[i].Value.Value) : "").Append("</td>");
            html.Append(more).Append("</tr>");
        }
        html.Append(frame.RowCount > MaxRows ? "<tr><th>⋮</th></tr></table>" : "</table>");
        return html.Append(Hidden(frame.RowCount - MaxRows, all.Length - names.Length)).ToString();
    }

    private static string Hidden(int rows, int columns)
    {
        string[] parts = [.. new[] { (rows, "row"), (columns, "column") }.Where(p => p.Item1 > 0)
            .Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Item1} more {p.Item2}{(p.Item1 == 1 ? "" : "s")}"))];
        return parts.Length == 0 ? "" : $"<div>{string.Join(" and ", parts)} not shown</div>";
    }

    private static string Encoded(object? value) => WebUtility.HtmlEncode(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");
}
