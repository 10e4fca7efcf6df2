using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Limpid.Notebooks.Files;

/// <summary>
/// A JSON value and where it stands in a text. Parsed to a given depth only: what lies deeper is copied, never looked at.
/// </summary>
internal sealed class JsonSpan
{
    private readonly byte[] _text;

    private JsonSpan(byte[] text, int start, JsonTokenType kind)
    {
        _text = text;
        Start = start;
        Kind = kind;
    }

    public int Start { get; }

    public int End { get; private set; }

    public JsonTokenType Kind { get; }

    public List<(string Name, int NameStart, JsonSpan Value)> Members { get; } = [];

    public List<JsonSpan> Items { get; } = [];

    /// <summary>The member of that name; of several, the last, as every JSON reader takes it.</summary>
    public JsonSpan? this[string name] => Members.LastOrDefault(member => member.Name == name).Value;

    /// <exception cref="JsonException">The text is not one JSON value.</exception>
    public static JsonSpan Parse(byte[] text, int depth)
    {
        var skip = text.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        var reader = new Utf8JsonReader(text.AsSpan(skip), new JsonReaderOptions { MaxDepth = 512 });
        reader.Read();
        var root = Read(text, skip, ref reader, depth);
        // Reads on to make sure that nothing but white space follows.
        if (reader.Read()) throw new JsonException("more than one value");
        return root;
    }

    public JsonNode? ToNode() => JsonNode.Parse(_text.AsSpan(Start, End - Start), documentOptions: new JsonDocumentOptions { MaxDepth = 512 });

    private static JsonSpan Read(byte[] text, int offset, ref Utf8JsonReader reader, int depth)
    {
        var span = new JsonSpan(text, offset + (int)reader.TokenStartIndex, reader.TokenType);
        if (depth == 0) reader.Skip();
        else if (reader.TokenType == JsonTokenType.StartArray)
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) span.Items.Add(Read(text, offset, ref reader, depth - 1));
        }
        else if (reader.TokenType == JsonTokenType.StartObject)
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
            {
                var (name, start) = (reader.GetString()!, offset + (int)reader.TokenStartIndex);
                reader.Read();
                span.Members.Add((name, start, Read(text, offset, ref reader, depth - 1)));
            }
        }
        span.End = offset + (int)reader.BytesConsumed;
        return span;
    }
}
