using System.Text.Json;
using System.Text.Json.Nodes;

namespace Limpid.Notebooks.Outputs;

/// <summary>One value in several representations: MIME type to text, in order of preference.</summary>
public sealed class MimeBundle
{
    /// <summary>A bundle of the given representations.</summary>
    /// <param name="items">MIME types and texts; a later one of the same type replaces an earlier one.</param>
    public MimeBundle(IEnumerable<KeyValuePair<string, string>> items)
    {
        var kept = new List<KeyValuePair<string, string>>();
        foreach (var item in items)
        {
            kept.RemoveAll(k => k.Key == item.Key);
            kept.Add(item);
        }
        Items = kept;
    }

    /// <summary>A bundle of one representation.</summary>
    /// <param name="mimeType">Its MIME type.</param>
    /// <param name="text">Its text.</param>
    public MimeBundle(string mimeType, string text) : this([new(mimeType, text)]) { }

    /// <summary>MIME types and texts, in order of preference.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Items { get; }

    /// <summary>Total length of the texts in UTF-16 units.</summary>
    public long Length => Items.Sum(item => (long)item.Value.Length);

    /// <summary>The text of one MIME type, or null.</summary>
    /// <param name="mimeType">The MIME type.</param>
    public string? this[string mimeType] => Items.Where(item => item.Key == mimeType).Select(item => item.Value).FirstOrDefault();

    /// <summary>
    /// The bundle as nbformat 4.5 and Jupyter messages hold it: JSON types as JSON, all others as strings.
    /// A text that claims to be JSON and is none stays a string.
    /// </summary>
    public JsonObject ToJson()
    {
        var data = new JsonObject();
        foreach (var (mimeType, text) in Items.OrderBy(item => item.Key, StringComparer.Ordinal)) data[mimeType] = Value(mimeType, text);
        return data;
    }

    private static JsonNode? Value(string mimeType, string text)
    {
        if (mimeType != "application/json" && !mimeType.EndsWith("+json", StringComparison.Ordinal)) return JsonValue.Create(text);
        try { return JsonNode.Parse(text); }
        catch (JsonException) { return JsonValue.Create(text); }
    }
}
