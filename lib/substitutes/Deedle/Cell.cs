using System.Globalization;

namespace Deedle;

internal static class Cell
{
    public static OptionalValue<V> Optional<V>(V value) =>
        value is null or double.NaN or float.NaN ? OptionalValue<V>.Missing : new OptionalValue<V>(value);

    public static OptionalValue<V> Converted<V>(OptionalValue<object> cell)
    {
        if (!cell.HasValue)
            return OptionalValue<V>.Missing;
        if (cell.Value is V same)
            return new OptionalValue<V>(same);
        return new OptionalValue<V>((V)Convert.ChangeType(cell.Value, typeof(V), CultureInfo.InvariantCulture));
    }

    public static string Text(OptionalValue<object> cell, CultureInfo culture) =>
        cell.HasValue ? Convert.ToString(cell.Value, culture) ?? "" : "";
}
