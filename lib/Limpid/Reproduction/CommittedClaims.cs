using System.Text.Json;
using System.Text.Json.Serialization;

namespace Limpid.Reproduction;

/// <summary>The results of the committed full run: <c>full.json</c>, an object whose member <c>claims</c> holds the records.</summary>
internal static class CommittedClaims
{
    private static readonly JsonSerializerOptions Lenient = new(ClaimFile.Json) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip };

    /// <summary>The records of one notebook by claim id; empty if the file does not exist.</summary>
    public static IReadOnlyDictionary<string, ClaimRecord> Load(string path, string notebook)
    {
        if (!File.Exists(path))
            return new Dictionary<string, ClaimRecord>();
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
            return document.RootElement.GetProperty("claims").Deserialize<ClaimRecord[]>(Lenient)!
                .Where(record => record.Notebook == notebook)
                .ToDictionary(record => record.Id);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException or IOException)
        {
            throw new ClaimException($"The committed results '{path}' can't be read: {e.Message}", e);
        }
    }
}
