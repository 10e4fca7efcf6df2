using System.Text.Json;
using System.Text.Json.Nodes;
using Limpid.Reproduction;
using Limpid.Tests.Data;

namespace Limpid.Tests.Reproduction;

/// <summary>Claims files made for one test.</summary>
internal sealed class ClaimFixture : IDisposable
{
    private readonly TempFolder _folder = new();

    public string Path => _folder.File("claims.json");

    public void Dispose() => _folder.Dispose();

    /// <summary>A claim with all that every kind needs; <paramref name="more"/> adds or replaces members.</summary>
    public static JsonObject Claim(string id, string kind, string more = "{}")
    {
        JsonObject claim = JsonNode.Parse($$"""
            {"id":"{{id}}","notebook":"nb","sentence":"a < b","reference":"Table 1","source":"paper","kind":"{{kind}}","statistic":"accuracy, %","decidedBy":"quick"}
            """)!.AsObject();
        foreach ((string name, JsonNode? value) in JsonNode.Parse(more)!.AsObject())
            claim[name] = value?.DeepClone();
        return claim;
    }

    public static JsonObject Number(string more = "{}") =>
        Claim("n", "number", more is "{}" ? """{"paperValue":"98.0","seeds":5}""" : more);

    public static JsonObject Direction(string more = """{"direction":"greater","seeds":5,"control":"permuted neurons"}""") => Claim("d", "direction", more);

    public static JsonObject Identity(string more = """{"tolerance":1e-6}""") => Claim("i", "identity", more);

    public void Write(params JsonObject[] claims) =>
        File.WriteAllText(Path, new JsonObject { ["paper"] = "some-paper", ["claims"] = new JsonArray([.. claims]) }.ToJsonString());

    public void WriteFull(string json) => File.WriteAllText(_folder.File("full.json"), json);

    public ClaimSet Load(RunMode mode = RunMode.Quick) => ClaimSet.Load(Path, "nb", mode);

    public ClaimSet Load(JsonObject claim, RunMode mode = RunMode.Quick)
    {
        Write(claim);
        return Load(mode);
    }

    public static JsonElement[] Records(ClaimTable table) => [.. JsonDocument.Parse(table.ToJson()).RootElement.EnumerateArray()];
}
