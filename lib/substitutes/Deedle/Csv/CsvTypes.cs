using System.Globalization;

namespace Deedle.Csv;

internal static class CsvTypes
{
    private static readonly CultureInfo culture = CultureInfo.InvariantCulture;
    private static readonly string[] missing = ["NaN", "NA", "N/A", "#N/A", ":", "-", "TBA", "TBD"];

    /// <summary>The type of a column from its cells. Odd and genuine: 0 and 1 together are Boolean, one of them alone an integer; decimals are
    /// Decimal while none is missing; dates, which the genuine package also knows, stay text.</summary>
    public static Type Infer(IEnumerable<string> cells)
    {
        var all = cells.ToArray();
        var empty = all.Count(string.IsNullOrWhiteSpace);
        var marked = all.Count(IsMarked);
        var values = all.Where(c => !string.IsNullOrWhiteSpace(c) && !IsMarked(c)).ToArray();
        if (values.Length == 0)
            return marked > 0 ? typeof(double) : typeof(string);
        var isBit = values.All(v => v is "0" or "1");
        if (values.All(v => Boolean(v) is not null) && (!isBit || values.Distinct().Count() == 2))
            return typeof(bool);
        if (values.All(v => int.TryParse(v, NumberStyles.Integer, culture, out _)))
            return marked > 0 ? typeof(double) : typeof(int);
        if (values.All(v => long.TryParse(v, NumberStyles.Integer, culture, out _)))
            return marked > 0 ? typeof(double) : typeof(long);
        if (empty + marked == 0 && values.All(v => decimal.TryParse(v, NumberStyles.Number, culture, out _)))
            return typeof(decimal);
        return values.All(v => double.TryParse(v, NumberStyles.Float | NumberStyles.AllowThousands, culture, out _)) ? typeof(double) : typeof(string);
    }

    /// <summary>A cell as a value of the column's type; what does not fit is missing.</summary>
    public static OptionalValue<object> Parse(string cell, Type type)
    {
        object? value = type switch
        {
            _ when type == typeof(string) => cell,
            _ when type == typeof(bool) => Boolean(cell),
            _ when type == typeof(int) => int.TryParse(cell, NumberStyles.Integer, culture, out var i) ? i : null,
            _ when type == typeof(long) => long.TryParse(cell, NumberStyles.Integer, culture, out var l) ? l : null,
            _ when type == typeof(decimal) => decimal.TryParse(cell, NumberStyles.Number | NumberStyles.AllowExponent, culture, out var m) ? m : null,
            _ => double.TryParse(cell, NumberStyles.Float | NumberStyles.AllowThousands, culture, out var d) ? d : null,
        };
        return value is null ? default : Cell.Optional(value);
    }

    private static bool IsMarked(string cell) => missing.Contains(cell.Trim(), StringComparer.OrdinalIgnoreCase);

    private static bool? Boolean(string cell) => cell.Trim().ToUpperInvariant() switch
    {
        "TRUE" or "YES" or "1" => true,
        "FALSE" or "NO" or "0" => false,
        _ => null,
    };
}
