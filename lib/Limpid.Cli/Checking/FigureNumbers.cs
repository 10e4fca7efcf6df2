using System.Text.Json;
using System.Text.Json.Nodes;

namespace Limpid.Cli.Checking;

/// <summary>The numbers that one part of a figure draws.</summary>
/// <param name="Key">What they are: <c>x</c>, <c>z</c>, <c>error_y.array</c>, ...</param>
/// <param name="Trace">Position of the trace that holds them.</param>
/// <param name="Name">The trace's name, or its kind and position.</param>
/// <param name="Values">The numbers, row by row; null where there is none.</param>
internal sealed record FigureNumbers(string Key, int Trace, string Name, IReadOnlyList<double?> Values)
{
    // What a figure draws; all other numbers say how it looks.
    private static readonly string[] Keys =
    [
        "x", "y", "z", "r", "theta", "base", "values", "customdata", "error_x.array", "error_x.arrayminus", "error_y.array", "error_y.arrayminus", "marker.color",
    ];

    /// <summary>The numbers of a figure, trace by trace.</summary>
    /// <param name="figure">Plotly JSON.</param>
    public static IReadOnlyList<FigureNumbers> Of(JsonObject figure) =>
        [.. (figure["data"] as JsonArray ?? []).SelectMany((trace, i) => Keys
            .Select(key => (Key: key, Found: key.Split('.').Aggregate(trace, (node, part) => (node as JsonObject)?[part]) as JsonArray))
            .Where(part => part.Found is not null && IsNumeric(part.Found))
            .Select(part => new FigureNumbers(part.Key, i, Title(trace!, i), [.. Flat(part.Found!)])))];

    private static string Title(JsonNode trace, int i) =>
        trace["name"] is JsonValue name && name.ToString() is { Length: > 0 } text ? $"'{text}'" : $"{trace["type"]?.ToString() ?? "trace"} {i + 1}";

    // Categories are text; a trace may also have numbers among its texts, which are then labels.
    private static bool IsNumeric(JsonNode? node) => node switch
    {
        null => true,
        JsonArray items => items.All(IsNumeric),
        _ => node.GetValueKind() == JsonValueKind.Number,
    };

    private static IEnumerable<double?> Flat(JsonNode? node) => node switch
    {
        JsonArray items => items.SelectMany(Flat),
        null => [null],
        _ => [JsonSerializer.Deserialize<double>(node)],
    };
}
