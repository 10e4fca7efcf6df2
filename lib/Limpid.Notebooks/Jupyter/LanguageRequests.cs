using System.Text.Json.Nodes;
using Limpid.Notebooks.Jupyter.Messages;
using Limpid.Notebooks.Language;

namespace Limpid.Notebooks.Jupyter;

/// <summary>Answers what front ends ask while a cell is written. Places are in code points there and in UTF-16 units here.</summary>
internal sealed class LanguageRequests(Session session)
{
    /// <summary>Answers complete_request.</summary>
    public JsonObject Complete(JupyterMessage request)
    {
        var (code, cursor) = Place(request);
        var found = session.CompleteAsync(code, cursor).GetAwaiter().GetResult();
        var (start, end) = (CodePoints.FromUtf16(code, found.Start), CodePoints.FromUtf16(code, found.End));
        return new JsonObject
        {
            ["status"] = "ok",
            ["matches"] = new JsonArray([.. found.Items.Select(item => (JsonNode)item.Text)]),
            ["cursor_start"] = start,
            ["cursor_end"] = end,
            // Not part of the protocol, but where JupyterLab and VS Code look for kinds and signatures.
            ["metadata"] = new JsonObject { ["_jupyter_types_experimental"] = new JsonArray([.. found.Items.Select(item => Describe(item, start, end))]) },
        };
    }

    /// <summary>Answers inspect_request.</summary>
    public JsonObject Inspect(JupyterMessage request)
    {
        var (code, cursor) = Place(request);
        var found = session.InspectAsync(code, cursor, request.Number("detail_level", 0)).GetAwaiter().GetResult();
        return new JsonObject
        {
            ["status"] = "ok",
            ["found"] = found is not null,
            ["data"] = found is null ? [] : new JsonObject { ["text/plain"] = found.Plain, ["text/markdown"] = found.Markdown },
            ["metadata"] = new JsonObject(),
        };
    }

    /// <summary>Answers is_complete_request.</summary>
    public static JsonObject IsComplete(JupyterMessage request)
    {
        var found = Session.IsComplete(request.Text("code") ?? "");
        var answer = new JsonObject { ["status"] = found.Status.ToString().ToLowerInvariant() };
        if (found.Status == CompletenessStatus.Incomplete) answer["indent"] = found.Indent;
        return answer;
    }

    private static JsonNode Describe(Completion item, int start, int end) => new JsonObject
    {
        ["start"] = start,
        ["end"] = end,
        ["text"] = item.Text,
        ["type"] = item.Kind.ToString().ToLowerInvariant(),
        ["signature"] = item.Signature,
    };

    private static (string Code, int Cursor) Place(JupyterMessage request)
    {
        var code = request.Text("code") ?? "";
        return (code, CodePoints.ToUtf16(code, request.Number("cursor_pos", int.MaxValue)));
    }
}
