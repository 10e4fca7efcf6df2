using System.Text;
using System.Text.Json.Nodes;
using Limpid.Notebooks.Outputs;

namespace Limpid.Notebooks.Running;

/// <summary>Gathers the outputs of one cell in the form of nbformat: adjacent texts of one stream become one output.</summary>
internal sealed class OutputRecorder(int count) : ICellSink
{
    private readonly List<Entry> _entries = [];

    public void Write(CellOutput output)
    {
        switch (output)
        {
            case StreamOutput stream:
                if (_entries.Count > 0 && _entries[^1].Stream == stream.Name) _entries[^1].Text!.Append(stream.Text);
                else _entries.Add(new Entry { Stream = stream.Name, Text = new StringBuilder(stream.Text) });
                break;
            case DisplayOutput display:
                _entries.Add(new Entry { DisplayId = display.DisplayId, Json = Display(display.Data) });
                break;
            case UpdateOutput update: Update(update); break;
            case ResultOutput result:
                _entries.Add(new Entry { Json = new JsonObject { ["data"] = Data(result.Data), ["execution_count"] = count, ["metadata"] = new JsonObject(), ["output_type"] = "execute_result" } });
                break;
            case ErrorOutput error: _entries.Add(new Entry { Json = Error(error) }); break;
        }
    }

    /// <summary>Replaces what is shown under the update's id; false if that is not in this cell.</summary>
    public bool Update(UpdateOutput update)
    {
        var found = _entries.Where(entry => entry.DisplayId == update.DisplayId).ToList();
        foreach (var entry in found) entry.Json = Display(update.Data);
        return found.Count > 0;
    }

    public JsonArray ToJson() => new([.. _entries.Select(entry => entry.ToJson())]);

    private static JsonObject Display(MimeBundle data) =>
        new() { ["data"] = Data(data), ["metadata"] = new JsonObject(), ["output_type"] = "display_data" };

    private static JsonObject Error(ErrorOutput error) => new()
    {
        ["ename"] = error.Name,
        ["evalue"] = error.Value,
        ["output_type"] = "error",
        ["traceback"] = new JsonArray([.. error.Trace.Select(line => (JsonNode)line)]),
    };

    private static JsonObject Data(MimeBundle bundle)
    {
        var data = bundle.ToJson();
        foreach (var (mimeType, _) in bundle.Items)
            if (IsText(mimeType) && data[mimeType] is JsonValue text) data[mimeType] = NotebookCell.Lines(text.ToString());
        return data;
    }

    private static bool IsText(string mimeType) =>
        mimeType.StartsWith("text/", StringComparison.Ordinal) || mimeType is "image/svg+xml" or "application/javascript";

    private sealed class Entry
    {
        public string? Stream { get; init; }

        public StringBuilder? Text { get; init; }

        public string? DisplayId { get; init; }

        public JsonObject? Json { get; set; }

        public JsonNode ToJson() => Json?.DeepClone()
            ?? new JsonObject { ["name"] = Stream, ["output_type"] = "stream", ["text"] = NotebookCell.Lines(Text!.ToString()) };
    }
}
