namespace Limpid.Tests.Figures;

using System.Reflection;
using System.Text.Json;
using Limpid.Figures;
using TorchSharp;
using Figures = Limpid.Figures.Figures;

internal static class Samples
{
    /// <summary>An end of the script, an element that runs one, a tag and an entity that Plotly reads, and a template.</summary>
    public const string Evil = "</script><img src=x onerror=document.title=1><b>&amp;\"'%{z}";

    public static double[,] Map(int rows, int columns, double offset = 0)
    {
        var map = new double[rows, columns];
        for (var i = 0; i < rows; i++)
            for (var j = 0; j < columns; j++)
                map[i, j] = Math.Sin(1.7 * i + 0.9 * j) + 1 + offset;
        return map;
    }

    /// <summary>One figure of every public method of <see cref="Figures"/>, with the same text in every label and every option that adds text.</summary>
    public static IReadOnlyList<Figure> EveryKind(string label) => [.. Methods.Select(m => Draw(m, label))];

    /// <summary>Every public method that draws a figure, with a name that tells it from its overloads.</summary>
    public static IEnumerable<MethodInfo> Methods =>
        typeof(Figures).GetMethods(BindingFlags.Public | BindingFlags.Static).Where(m => m.ReturnType == typeof(Figure)).OrderBy(m => m.ToString(), StringComparer.Ordinal);

    public static Figure Draw(MethodInfo method, string label) => Draw(method, _ => label);

    public static Figure Draw(MethodInfo method, Func<ParameterInfo, string> label)
    {
        using var scope = torch.NewDisposeScope();
        return (Figure)method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [.. method.GetParameters().Select(p => SampleArguments.For(p, label(p)))], null)!;
    }

    public static JsonElement Parsed(this Figure figure) => JsonDocument.Parse(figure.Json).RootElement;

    public static JsonElement At(this JsonElement element, params string[] path) =>
        path.Aggregate(element, (e, name) => int.TryParse(name, out var index) ? e[index] : e.GetProperty(name));

    public static double[] Doubles(this JsonElement array) => [.. array.EnumerateArray().Select(v => v.GetDouble())];
}
