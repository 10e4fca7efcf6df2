using System.IO.Enumeration;
using System.Text.Json.Nodes;
using Limpid.Notebooks.Jupyter.Messages;

namespace Limpid.Notebooks.Jupyter;

/// <summary>The cells of this session, for front ends that let the user recall them.</summary>
internal sealed class History
{
    private const int Session = 1;

    private readonly Lock _gate = new();
    private readonly List<(int Count, string Input, string? Output)> _cells = [];

    public void Add(int count, string input, string? output)
    {
        lock (_gate) _cells.Add((count, input, output));
    }

    /// <summary>Answers history_request: the last cells, a range of them, or those that match a pattern with * and ?.</summary>
    public JsonObject Answer(JupyterMessage request)
    {
        var (withOutput, last) = (request.Flag("output", false), request.Number("n", int.MaxValue));
        IEnumerable<(int Count, string Input, string? Output)> found;
        lock (_gate) found = [.. _cells];
        found = request.Text("hist_access_type") switch
        {
            "range" => Range(found, request),
            "search" => Search(found, request).TakeLast(last),
            _ => found.TakeLast(last),
        };
        return new JsonObject
        {
            ["status"] = "ok",
            ["history"] = new JsonArray([.. found.Select(cell => (JsonNode)new JsonArray(Session, cell.Count,
                withOutput ? new JsonArray(cell.Input, cell.Output) : JsonValue.Create(cell.Input)))]),
        };
    }

    /// <summary>From start up to, not including, stop. Session 0 is the present one, and there is no other.</summary>
    private static IEnumerable<(int Count, string Input, string? Output)> Range(
        IEnumerable<(int Count, string Input, string? Output)> cells, JupyterMessage request)
    {
        var (start, stop) = (request.Number("start", 0), request.Number("stop", int.MaxValue));
        return request.Number("session", 0) is 0 or Session ? cells.Where(cell => cell.Count >= start && cell.Count < stop) : [];
    }

    private static IEnumerable<(int Count, string Input, string? Output)> Search(
        IEnumerable<(int Count, string Input, string? Output)> cells, JupyterMessage request)
    {
        var pattern = request.Text("pattern") ?? "*";
        var found = cells.Where(cell => FileSystemName.MatchesSimpleExpression(pattern, cell.Input, ignoreCase: false));
        return request.Flag("unique", false) ? found.Reverse().DistinctBy(cell => cell.Input).Reverse() : found;
    }
}
