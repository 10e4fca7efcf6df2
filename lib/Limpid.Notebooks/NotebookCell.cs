using System.Text.Json;
using System.Text.Json.Nodes;
using Limpid.Notebooks.Files;

namespace Limpid.Notebooks;

/// <summary>A cell of a <see cref="NotebookFile"/>. What is set here replaces just that in the file.</summary>
public sealed class NotebookCell
{
    private readonly Dictionary<string, JsonNode?> _changes = [];
    private readonly Dictionary<string, JsonNode?> _metadataChanges = [];
    private readonly JsonObject? _created;

    internal NotebookCell(JsonSpan span, int number)
    {
        Span = span;
        Kind = (span["cell_type"]?.ToNode() as JsonValue)?.ToString() switch
        {
            "code" => CellKind.Code,
            "markdown" => CellKind.Markdown,
            "raw" => CellKind.Raw,
            var other => throw new NotebookFormatException($"cell {number} has the unknown type '{other}'"),
        };
    }

    internal NotebookCell(JsonObject created)
    {
        _created = created;
        Kind = CellKind.Code;
    }

    /// <summary>What the cell holds.</summary>
    public CellKind Kind { get; }

    /// <summary>The cell's name, unique in its notebook; null in notebooks older than nbformat 4.5.</summary>
    public string? Id => (Read("id") as JsonValue)?.ToString();

    /// <summary>The cell's text.</summary>
    public string Source
    {
        get => Text(Read("source"));
        set => _changes["source"] = Lines(value);
    }

    /// <summary>The tags of the cell's metadata.</summary>
    public IReadOnlyList<string> Tags => Metadata["tags"] is JsonArray tags ? [.. tags.Select(tag => tag?.ToString() ?? "")] : [];

    /// <summary>A copy of the cell's metadata.</summary>
    public JsonObject Metadata
    {
        get
        {
            var metadata = Read("metadata") as JsonObject ?? [];
            foreach (var (name, value) in _metadataChanges) metadata[name] = value?.DeepClone();
            return metadata;
        }
    }

    /// <summary>A copy of the outputs in the form of nbformat 4.5; what is set is copied too.</summary>
    public JsonArray Outputs
    {
        get => Read("outputs") as JsonArray ?? [];
        set => _changes["outputs"] = value.DeepClone();
    }

    /// <summary>A copy of the pictures that a text cell carries: MIME bundles by name. Empty if it has none.</summary>
    public JsonObject Attachments => Read("attachments") as JsonObject ?? [];

    /// <summary>The number the cell got when it ran last, or null.</summary>
    public int? ExecutionCount
    {
        get => Read("execution_count") is JsonValue count && count.TryGetValue<int>(out var number) ? number : null;
        set => _changes["execution_count"] = value is { } number ? JsonValue.Create(number) : null;
    }

    internal JsonSpan? Span { get; }

    /// <summary>Sets one entry of the cell's metadata.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value, copied.</param>
    public void SetMetadata(string name, JsonNode? value) => _metadataChanges[name] = value?.DeepClone();

    internal void AddTo(JsonPatch patch)
    {
        var changes = new Dictionary<string, JsonNode?>(_changes);
        var metadata = Span!["metadata"];
        if (metadata is { Kind: JsonTokenType.StartObject }) patch.Set(metadata, _metadataChanges);
        else if (_metadataChanges.Count > 0) changes["metadata"] = Metadata;
        patch.Set(Span, changes);
    }

    /// <summary>The whole cell, for one that did not come from a file.</summary>
    internal JsonObject ToJson()
    {
        var cell = (JsonObject)_created!.DeepClone();
        foreach (var (name, value) in _changes) cell[name] = value?.DeepClone();
        cell["metadata"] = new JsonObject(Metadata.OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .Select(entry => KeyValuePair.Create(entry.Key, entry.Value?.DeepClone())));
        return cell;
    }

    internal static string Text(JsonNode? node) => node switch
    {
        JsonArray lines => string.Concat(lines.Select(line => line?.ToString())),
        JsonValue text => text.ToString(),
        _ => "",
    };

    /// <summary>A text as nbformat keeps it: one string a line, line ends included.</summary>
    internal static JsonArray Lines(string text)
    {
        var lines = new JsonArray();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            var next = end < 0 ? text.Length : end + 1;
            lines.Add(text[start..next]);
            start = next;
        }
        return lines;
    }

    private JsonNode? Read(string name)
    {
        if (_changes.TryGetValue(name, out var changed)) return changed?.DeepClone();
        return _created is null ? Span![name]?.ToNode() : _created[name]?.DeepClone();
    }
}
