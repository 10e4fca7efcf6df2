using System.Runtime.InteropServices;
using Deedle.Csv;

namespace Deedle;

public partial class Frame
{
    public static Frame<int, string> ReadCsv(string location, [Optional] bool? hasHeaders, [Optional] bool? inferTypes, [Optional] int? inferRows,
        [Optional] string? schema, [Optional] string? separators, [Optional] string? culture, [Optional] int? maxRows,
        [Optional] string[]? missingValues, [Optional] bool preferOptions)
    {
        if (culture is not null || missingValues is not null || preferOptions)
            throw new NotSupportedException("The substitute of Deedle reads CSV without culture, missingValues and preferOptions; leave them out.");
        using var reader = new StreamReader(location);
        var lines = CsvText.Rows(reader, separators ?? ",").ToList();
        var names = HeaderOf(lines, hasHeaders ?? true);
        var rows = lines.Take(maxRows ?? int.MaxValue).ToArray();
        for (var i = 0; i < rows.Length; i++)
            if (rows[i].Length != names.Length)
                throw new FormatException($"Couldn't parse row {i + 1} according to schema: Expected {names.Length} columns, got {rows[i].Length}");
        var types = CsvSchema.Types(schema, names);
        var looked = (inferRows ?? 100) is var n and > 0 ? n : int.MaxValue;
        var columns = names.Select((name, c) =>
        {
            var cells = Array.ConvertAll(rows, r => r[c]);
            var type = types[c] ?? (inferTypes == false ? typeof(string) : CsvTypes.Infer(cells.Take(looked)));
            return new Column<string>(name, type, Array.ConvertAll(cells, cell => CsvTypes.Parse(cell, type)));
        });
        return new Frame<int, string>(new Index<int>(Enumerable.Range(0, rows.Length)), [.. columns]);
    }

    private static string[] HeaderOf(List<string[]> lines, bool hasHeaders)
    {
        if (lines.Count == 0)
            throw new FormatException("Invalid CSV file: header row not found");
        if (!hasHeaders)
            return [.. Enumerable.Range(1, lines[0].Length).Select(i => $"Column{i}")];
        var names = new List<string>();
        foreach (var cell in lines[0].Select(c => c.Trim()))
        {
            var name = cell;
            for (var n = 2; names.Contains(name); n++)
                name = cell + n.ToString(System.Globalization.CultureInfo.InvariantCulture);
            names.Add(name);
        }
        lines.RemoveAt(0);
        return [.. names];
    }
}
