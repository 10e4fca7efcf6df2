using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Limpid.Notebooks.Jupyter.Messages;

/// <summary>Where a front end expects the kernel, and the key that signs messages. The key is never printed.</summary>
internal sealed class ConnectionFile
{
    private ConnectionFile(IPAddress address, byte[] key, Dictionary<string, int> ports)
    {
        Address = address;
        Key = key;
        Shell = ports["shell_port"];
        Control = ports["control_port"];
        Stdin = ports["stdin_port"];
        IoPub = ports["iopub_port"];
        Heartbeat = ports["hb_port"];
    }

    public IPAddress Address { get; }

    public byte[] Key { get; }

    public int Shell { get; }

    public int Control { get; }

    public int Stdin { get; }

    public int IoPub { get; }

    public int Heartbeat { get; }

    /// <summary>Reads the file that Jupyter wrote.</summary>
    /// <exception cref="ConnectionFileException">The file is missing, is none, or asks for what this kernel refuses.</exception>
    public static ConnectionFile Load(string path)
    {
        try
        {
            return Parse(File.ReadAllText(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new ConnectionFileException($"the connection file {path} can't be read: {e.Message}");
        }
    }

    internal static ConnectionFile Parse(string text)
    {
        if (Root(text) is not { } root) throw new ConnectionFileException("the connection file is no JSON object");
        if (Text(root, "transport") is { } transport && transport != "tcp")
            throw new ConnectionFileException($"the connection file asks for the transport '{transport}'; expected 'tcp'");
        if (!IPAddress.TryParse(Text(root, "ip") ?? "127.0.0.1", out var address) || !IPAddress.IsLoopback(address))
            throw new ConnectionFileException($"the connection file asks for the address '{Text(root, "ip")}'; only this machine's own (127.0.0.1) is served");
        if (Text(root, "signature_scheme") is { } scheme && scheme != "hmac-sha256")
            throw new ConnectionFileException($"the connection file asks for the signature scheme '{scheme}'; expected 'hmac-sha256'");
        if (Text(root, "key") is not { Length: > 0 } key)
            throw new ConnectionFileException("the connection file has no key, so anyone on this machine could run code; expected one");
        string[] names = ["shell_port", "control_port", "stdin_port", "iopub_port", "hb_port"];
        return new ConnectionFile(address, Encoding.UTF8.GetBytes(key), names.ToDictionary(name => name, name => Port(root, name)));
    }

    private static JsonObject? Root(string text)
    {
        try { return JsonNode.Parse(text) as JsonObject; }
        catch (JsonException) { return null; }
    }

    private static string? Text(JsonObject root, string name) => root[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    private static int Port(JsonObject root, string name) =>
        root[name] is JsonValue value && value.TryGetValue(out int port) && port is > 0 and < 65536
            ? port
            : throw new ConnectionFileException($"the connection file has no port '{name}' between 1 and 65535");
}
