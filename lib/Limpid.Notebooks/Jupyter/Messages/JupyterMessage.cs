using System.Text.Json.Nodes;

namespace Limpid.Notebooks.Jupyter.Messages;

/// <summary>A request that came in, with its signature checked.</summary>
/// <param name="Envelope">Frames before the delimiter; an answer repeats them.</param>
/// <param name="Header">Its header as it came: the parent header of everything that follows from it.</param>
/// <param name="Type">Its type, such as "execute_request".</param>
/// <param name="Content">Its content.</param>
internal sealed record JupyterMessage(IReadOnlyList<byte[]> Envelope, byte[] Header, string Type, JsonObject Content)
{
    /// <summary>A text of the content, or null.</summary>
    public string? Text(string name) => Content[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    /// <summary>A whole number of the content, or the given one.</summary>
    public int Number(string name, int otherwise) => Content[name] is JsonValue value && value.TryGetValue(out int number) ? number : otherwise;

    /// <summary>A truth value of the content, or the given one.</summary>
    public bool Flag(string name, bool otherwise) => Content[name] is JsonValue value && value.TryGetValue(out bool flag) ? flag : otherwise;
}
