using System.Globalization;
using System.Runtime.InteropServices;
using Deedle.Csv;

namespace Deedle;

public static class FrameExtensions
{
    public static void SaveCsv<R, C>(this Frame<R, C> frame, TextWriter writer, [Optional] bool includeRowKeys,
        [Optional] IEnumerable<string>? keyNames, [Optional] char separator, [Optional] CultureInfo? culture)
        where R : notnull
        where C : notnull
    {
        var (mark, format) = (separator == default ? ',' : separator, culture ?? CultureInfo.InvariantCulture);
        var columns = frame.ColumnKeys.Select(key => frame.GetColumn<object>(key).ObservationsAll.Select(o => Cell.Text(o.Value, format)).ToArray()).ToArray();
        var keys = frame.RowKeys.Select(key => Convert.ToString(key, format)!).ToArray();
        var header = frame.ColumnKeys.Select(key => Convert.ToString(key, format)!);
        Line(includeRowKeys ? (keyNames ?? ["Key"]).Concat(header) : header);
        for (var i = 0; i < frame.RowCount; i++)
            Line(includeRowKeys ? columns.Select(c => c[i]).Prepend(keys[i]) : columns.Select(c => c[i]));

        void Line(IEnumerable<string> cells) => writer.WriteLine(string.Join(mark, cells.Select(cell => CsvText.Quoted(cell, mark))));
    }

    public static void SaveCsv<R, C>(this Frame<R, C> frame, string path, [Optional] bool includeRowKeys, [Optional] IEnumerable<string>? keyNames,
        [Optional] char separator, [Optional] CultureInfo? culture)
        where R : notnull
        where C : notnull
    {
        using var writer = new StreamWriter(path);
        frame.SaveCsv(writer, includeRowKeys, keyNames, separator, culture);
    }
}
