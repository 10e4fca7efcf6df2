using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Limpid.Notebooks.Jupyter.Messages;

/// <summary>Messages as frames and back: envelope, delimiter, signature, header, parent header, metadata, content.</summary>
internal sealed class MessageWire(byte[] key)
{
    private const string Version = "5.3";
    private static readonly byte[] Delimiter = "<IDS|MSG>"u8.ToArray();
    private static readonly byte[] Empty = "{}"u8.ToArray();

    /// <summary>Outputs hold much HTML, and nothing here is put into a page: only what JSON demands is escaped.</summary>
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly MessageSigner _signer = new(key);
    private readonly string _session = Guid.NewGuid().ToString("N");
    private long _count;

    /// <summary>Reads a message; null if it is malformed or its signature is wrong.</summary>
    public JupyterMessage? Read(IReadOnlyList<byte[]> frames)
    {
        var at = 0;
        while (at < frames.Count && !frames[at].AsSpan().SequenceEqual(Delimiter)) at++;
        if (frames.Count < at + 6) return null;
        byte[][] parts = [frames[at + 2], frames[at + 3], frames[at + 4], frames[at + 5]];
        if (!_signer.Verify(parts, frames[at + 1])) return null;
        try
        {
            if (JsonNode.Parse(parts[0]) is not JsonObject header || JsonNode.Parse(parts[3]) is not JsonObject content) return null;
            _ = content.Count; // Finds names that stand twice, here and not in the middle of the work.
            if (header["msg_type"] is not JsonValue type || !type.TryGetValue(out string? name)) return null;
            return new JupyterMessage([.. frames.Take(at)], parts[0], name, content);
        }
        catch (JsonException) { return null; }
        catch (ArgumentException) { return null; } // A name twice in one object.
    }

    /// <summary>Writes a message.</summary>
    /// <param name="envelope">The envelope of the request it answers, or the topic it is published under.</param>
    /// <param name="type">Its type.</param>
    /// <param name="parent">The header of the request it follows from, or null.</param>
    /// <param name="content">Its content.</param>
    public byte[][] Write(IEnumerable<byte[]> envelope, string type, byte[]? parent, JsonObject content)
    {
        var header = new JsonObject
        {
            ["msg_id"] = $"{_session}_{Interlocked.Increment(ref _count)}",
            ["session"] = _session,
            ["username"] = "kernel",
            ["date"] = DateTime.UtcNow.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", System.Globalization.CultureInfo.InvariantCulture),
            ["msg_type"] = type,
            ["version"] = Version,
        };
        byte[][] parts = [Bytes(header), parent ?? Empty, Empty, Bytes(content)];
        return [.. envelope, Delimiter, _signer.Sign(parts), .. parts];
    }

    private static byte[] Bytes(JsonObject json) => Encoding.UTF8.GetBytes(json.ToJsonString(Plain));
}
