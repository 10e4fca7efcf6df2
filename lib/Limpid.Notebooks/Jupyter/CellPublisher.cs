using System.Text.Json.Nodes;
using Limpid.Notebooks.Outputs;

namespace Limpid.Notebooks.Jupyter;

/// <summary>Tells all listeners what one cell produces.</summary>
internal sealed class CellPublisher(FrontEnd frontEnd, byte[] parent, int count) : ICellSink
{
    /// <summary>The cell's result as plain text, or null.</summary>
    public string? Result { get; private set; }

    public void Write(CellOutput output)
    {
        if (output is ResultOutput result) Result = result.Data["text/plain"];
        var (type, content) = output switch
        {
            StreamOutput stream => ("stream", new JsonObject { ["name"] = stream.Name, ["text"] = stream.Text }),
            DisplayOutput display => ("display_data", Display(display.DisplayId, display.Data)),
            UpdateOutput update => ("update_display_data", Display(update.DisplayId, update.Data)),
            ResultOutput { Data: var data } => ("execute_result", new JsonObject { ["execution_count"] = count, ["data"] = data.ToJson(), ["metadata"] = new JsonObject() }),
            ErrorOutput error => ("error", Error(error)),
            _ => throw new ArgumentOutOfRangeException(nameof(output), output.GetType(), "expected a known kind of output"),
        };
        frontEnd.Publish(type, parent, content);
    }

    /// <summary>An error as messages and notebooks hold it.</summary>
    public static JsonObject Error(ErrorOutput error) => new()
    {
        ["ename"] = error.Name,
        ["evalue"] = error.Value,
        ["traceback"] = new JsonArray([.. error.Trace.Select(line => (JsonNode)line)]),
    };

    private static JsonObject Display(string id, MimeBundle data) => new()
    {
        ["data"] = data.ToJson(),
        ["metadata"] = new JsonObject(),
        ["transient"] = new JsonObject { ["display_id"] = id },
    };
}
