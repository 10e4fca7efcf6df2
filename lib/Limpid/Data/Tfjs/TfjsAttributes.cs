using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Limpid.Data.Tfjs;

/// <summary>The settings of a node, in TensorFlow's form: texts are base-64, whole numbers may be texts.</summary>
public sealed class TfjsAttributes
{
    private readonly string _node;
    private readonly JsonElement _values;

    internal TfjsAttributes(string node, JsonElement values) => (_node, _values) = (node, values);

    /// <summary>A text, or the fallback where the setting is missing.</summary>
    /// <param name="name">For example <c>padding</c>.</param>
    /// <param name="fallback">What a missing setting means.</param>
    /// <exception cref="DataFormatException">It is something else.</exception>
    public string Text(string name, string fallback) => Of(name, "s") is { } value ? Decoded(name, value) : fallback;

    /// <summary>A number, or the fallback where the setting is missing.</summary>
    /// <param name="name">For example <c>alpha</c>.</param>
    /// <param name="fallback">What a missing setting means.</param>
    /// <exception cref="DataFormatException">It is something else.</exception>
    public double Number(string name, double fallback) => Of(name, "f") is not { } value ? fallback
        : value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double number) ? number : throw Wrong(name, "a number");

    /// <summary>Whether it is so, or the fallback where the setting is missing.</summary>
    /// <param name="name">For example <c>align_corners</c>.</param>
    /// <param name="fallback">What a missing setting means.</param>
    /// <exception cref="DataFormatException">It is something else.</exception>
    public bool Flag(string name, bool fallback) => Of(name, "b") is not { } value ? fallback
        : value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : throw Wrong(name, "true or false");

    /// <summary>Whole numbers, or none where the setting is missing.</summary>
    /// <param name="name">For example <c>strides</c>.</param>
    /// <exception cref="DataFormatException">It is something else.</exception>
    public IReadOnlyList<long> Integers(string name) => [.. Items(name, "i").Select(item => Integer(name, item))];

    /// <summary>Texts, or none where the setting is missing.</summary>
    /// <param name="name">For example <c>fused_ops</c>.</param>
    /// <exception cref="DataFormatException">It is something else.</exception>
    public IReadOnlyList<string> Texts(string name) => [.. Items(name, "s").Select(item => Decoded(name, item))];

    /// <summary>The sizes of a shape, -1 where it is open, or null where the setting is missing.</summary>
    /// <param name="name">For example <c>shape</c>.</param>
    /// <exception cref="DataFormatException">It is something else.</exception>
    public IReadOnlyList<long>? Shape(string name)
    {
        if (Of(name, "shape") is not { } shape)
            return null;
        if (shape.ValueKind != JsonValueKind.Object || !shape.TryGetProperty("dim", out JsonElement sizes))
            return [];
        if (sizes.ValueKind != JsonValueKind.Array)
            throw Wrong(name, "a shape");
        return [.. sizes.EnumerateArray().Select(size =>
            size.ValueKind == JsonValueKind.Object && size.TryGetProperty("size", out JsonElement value) ? Integer(name, value) : throw Wrong(name, "a shape"))];
    }

    private JsonElement? Of(string name, string kind)
    {
        if (_values.ValueKind != JsonValueKind.Object || !_values.TryGetProperty(name, out JsonElement attribute))
            return null;
        return attribute.ValueKind == JsonValueKind.Object && attribute.TryGetProperty(kind, out JsonElement value) ? value : throw Wrong(name, $"of kind '{kind}'");
    }

    private IEnumerable<JsonElement> Items(string name, string kind)
    {
        if (Of(name, "list") is not { } list)
            return [];
        if (list.ValueKind != JsonValueKind.Object)
            throw Wrong(name, "a list");
        // An empty list has no member that says of what.
        return !list.TryGetProperty(kind, out JsonElement items) ? []
            : items.ValueKind == JsonValueKind.Array ? items.EnumerateArray() : throw Wrong(name, "a list");
    }

    private long Integer(string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetInt64(out long number) => number,
        JsonValueKind.String when long.TryParse(JsonMarshal.GetRawUtf8Value(value)[1..^1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) => number,
        _ => throw Wrong(name, "whole numbers"),
    };

    private string Decoded(string name, JsonElement value) => value.ValueKind == JsonValueKind.String && value.TryGetBytesFromBase64(out byte[]? bytes)
        ? Encoding.UTF8.GetString(bytes)
        : throw Wrong(name, "a text in base 64");

    private DataFormatException Wrong(string name, string expected) => TfjsReader.Fault($"the setting '{name}' of node '{_node}' is not {expected}");
}
