using System.Text.Json.Nodes;

namespace Limpid.Notebooks.Tests.Support;

/// <summary>What came back for one request.</summary>
/// <param name="Content">The answer.</param>
/// <param name="Told">What was told to all listeners, without the kernel's status.</param>
internal sealed record JupyterAnswer(JsonNode Content, IReadOnlyList<JsonNode> Told)
{
    public string Status => Content["status"]!.ToString();

    public string Stdout => Text("stdout");

    public string Stderr => Text("stderr");

    /// <summary>The value of the last expression, as plain text or HTML.</summary>
    public string Result => Data(Assert.Single(Of("execute_result")));

    public IEnumerable<JsonNode> Of(string type) => Told.Where(message => message["type"]!.ToString() == type).Select(message => message["content"]!);

    public static string Data(JsonNode content) => (content["data"]!["text/plain"] ?? content["data"]!["text/html"])!.ToString();

    private string Text(string name) => string.Concat(Of("stream").Where(item => item["name"]!.ToString() == name).Select(item => item["text"]!.ToString()));
}
