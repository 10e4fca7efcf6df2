namespace Limpid.Tests.Figures;

using System.Text.Json;
using Limpid.Figures;
using Figures = Limpid.Figures.Figures;

internal static class Samples
{
    public const string Evil = "</script><img src=x onerror=alert(1)>&\"'%{z}";

    public static double[,] Map(int rows, int columns, double offset = 0)
    {
        var map = new double[rows, columns];
        for (var i = 0; i < rows; i++)
            for (var j = 0; j < columns; j++)
                map[i, j] = Math.Sin(1.7 * i + 0.9 * j) + 1 + offset;
        return map;
    }

    /// <summary>One figure of each kind, with the same text in every label.</summary>
    public static IReadOnlyList<Figure> EveryKind(string label) =>
    [
        Figures.Heatmap(Map(3, 4), label, label, label, label, label),
        Figures.MapGrid([(label, [Map(2, 2), Map(2, 2, -2)])], [label, label], label, label, label),
        Figures.Segmentation([(label, new[,] { { 0, 1 }, { -1, 0 } })], [label, label], label, label, label),
        Figures.ImageGrid([(label, Map(5, 5))], [(label, [Map(2, 2)])], label, label, label),
        Figures.Lines([1, 2, 3], [(label, Map(2, 3))], label, label, label, label),
        Figures.Bars([label, label + "2"], [new BarGroup(label, [1, 2], [0.1, 0.2], [1.1, 2.2], [0.1, 0.1])], label, label, label),
        Figures.Scatter(Map(3, 2), [0, 1, 0], [label, label], label, label, label, label),
        Figures.Histogram([1, 2, 2, 3], label, label, 2.5, label, title: label),
    ];

    public static JsonElement Parsed(this Figure figure) => JsonDocument.Parse(figure.Json).RootElement;

    public static JsonElement At(this JsonElement element, params string[] path) =>
        path.Aggregate(element, (e, name) => int.TryParse(name, out var index) ? e[index] : e.GetProperty(name));

    public static double[] Doubles(this JsonElement array) => [.. array.EnumerateArray().Select(v => v.GetDouble())];
}
