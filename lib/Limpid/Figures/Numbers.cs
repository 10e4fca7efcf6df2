namespace Limpid.Figures;

/// <summary>Copies of numbers in the form that is written to JSON, where null leaves a gap.</summary>
internal static class Numbers
{
    public static object?[] List(IEnumerable<double> values) => [.. values.Select(Boxed)];

    public static object?[][] Rows(double[,] map) =>
        [.. Enumerable.Range(0, map.GetLength(0)).Select(i => Enumerable.Range(0, map.GetLength(1)).Select(j => Boxed(map[i, j])).ToArray())];

    private static object? Boxed(double value) => double.IsNaN(value) ? null : value;
}
