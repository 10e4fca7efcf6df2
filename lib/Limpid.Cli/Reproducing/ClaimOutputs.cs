using System.Text.Json;
using System.Text.Json.Nodes;
using Limpid.Notebooks;
using Limpid.Reproduction;

namespace Limpid.Cli.Reproducing;

/// <summary>Reads claims out of an executed notebook.</summary>
internal static class ClaimOutputs
{
    /// <summary>The MIME type that a claims table carries beside its HTML.</summary>
    public const string MimeType = "application/vnd.limpid.claims+json";

    /// <summary>The claims that a notebook shows; of one shown twice, the later.</summary>
    /// <param name="notebook">The executed notebook.</param>
    /// <param name="name">Its name, for the error.</param>
    /// <exception cref="UserErrorException">An output of that type is no list of claims.</exception>
    public static IReadOnlyList<ClaimRecord> Read(NotebookFile notebook, string name)
    {
        var claims = new OrderedDictionary<string, ClaimRecord>();
        foreach (JsonNode? output in notebook.Cells.SelectMany(cell => cell.Outputs))
            if ((output?["data"] as JsonObject)?[MimeType] is { } content)
                foreach (ClaimRecord claim in Records(content, name))
                    claims[claim.Id] = claim;
        return [.. claims.Values];
    }

    // A JSON type may be kept as JSON, as text, or as text cut into lines.
    private static ClaimRecord[] Records(JsonNode content, string name)
    {
        try
        {
            JsonNode? list = content switch
            {
                JsonArray lines when lines.Count > 0 && lines.All(line => line?.GetValueKind() == JsonValueKind.String) =>
                    JsonNode.Parse(string.Concat(lines.Select(line => (string?)line))),
                JsonArray whole => whole,
                JsonValue text when text.GetValueKind() == JsonValueKind.String => JsonNode.Parse((string)text!),
                _ => null,
            };
            return list.Deserialize<ClaimRecord[]>(Json.Claims) ?? throw new JsonException("there is no list");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new UserErrorException($"{name} shows claims that can't be read: {e.Message}", e);
        }
    }
}
