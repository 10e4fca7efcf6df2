using System.Collections.Immutable;

namespace Limpid.Figures;

/// <summary>One named block of numbers in a figure.</summary>
/// <param name="Name">The panel, line, group or class it belongs to.</param>
/// <param name="Values">The numbers, row by row; NaN where there is none.</param>
/// <param name="Shape">The length of each axis; their product is the number of values.</param>
public sealed record FigureSeries(string Name, ImmutableArray<double> Values, ImmutableArray<int> Shape)
{
    internal static FigureSeries Of(string name, IEnumerable<double> values)
    {
        var copy = values.ToImmutableArray();
        return new FigureSeries(name, copy, [copy.Length]);
    }

    internal static FigureSeries Of(string name, double[,] map) =>
        new(name, [.. map.Cast<double>()], [map.GetLength(0), map.GetLength(1)]);
}
