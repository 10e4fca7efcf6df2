using System.Text.Json;
using System.Text.Json.Nodes;
using Limpid.Cli.Reproducing;
using Limpid.Notebooks;
using Limpid.Reproduction;

namespace Limpid.Cli.Publishing;

/// <summary>The committed results of a paper in one mode: <c>notebooks/PAPER/quick.json</c> or <c>full.json</c>.</summary>
internal static class PaperResults
{
    /// <summary>The file.</summary>
    /// <param name="workplace">The checkout.</param>
    /// <param name="paper">Folder of the paper.</param>
    /// <param name="mode">Quick or full.</param>
    public static string File(Workplace workplace, string paper, RunMode mode) => Path.Combine(workplace.Notebooks, paper, $"{mode.Text()}.json");

    /// <summary>Stores the results of one notebook; those of the paper's other notebooks stay.</summary>
    /// <param name="path">The file.</param>
    /// <param name="run">How the notebook ran.</param>
    /// <param name="facts">What its executed copy says of the run.</param>
    /// <param name="claims">Its claims.</param>
    /// <param name="figures">Its figures.</param>
    public static void Store(string path, RunRecord run, RunFacts? facts, IReadOnlyList<ClaimRecord> claims, IReadOnlyList<FigureOutput> figures)
    {
        JsonObject before = Json.ReadObject(path) ?? [];
        string name = run.Title;
        var notebooks = before["notebooks"]?.DeepClone() as JsonObject ?? [];
        JsonObject about = facts?.ToJson() ?? [];
        notebooks[name] = new JsonObject
        {
            ["seconds"] = Math.Round(run.Seconds, 1),
            ["peakMemoryBytes"] = run.PeakMemoryBytes,
            ["threads"] = run.Threads,
            ["packages"] = facts is null ? run.Packages : facts.Packages,
            ["status"] = run.StatusText,
            ["seed"] = about["seed"]?.DeepClone(),
            ["started"] = about["started"]?.DeepClone(),
            ["versions"] = about["versions"]?.DeepClone(),
            ["processor"] = about["processor"]?.DeepClone(),
        };
        Json.WriteLines(path, new JsonObject
        {
            ["mode"] = run.Mode.Text(),
            ["notebooks"] = new JsonObject(notebooks.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone()))),
            ["claims"] = Replace(before["claims"], name, claims.Select(claim => JsonSerializer.SerializeToNode(claim, Json.Claims)!)),
            ["figures"] = Replace(before["figures"], name, figures.Select(figure => new JsonObject
            {
                ["notebook"] = name,
                ["cell"] = figure.Cell,
                ["caption"] = figure.Caption,
                ["figure"] = PackedNumbers.Pack(figure.Json),
            })),
        });
    }

    /// <summary>The claims of a file; empty if there is none.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="UserErrorException">It is damaged.</exception>
    public static IReadOnlyList<ClaimRecord> Claims(string path)
    {
        try
        {
            return Json.ReadObject(path)?["claims"].Deserialize<ClaimRecord[]>(Json.Claims) ?? [];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new UserErrorException($"{path} is damaged ({e.Message.ReplaceLineEndings(" ")}); restore it with git or delete it.", e);
        }
    }

    /// <summary>What a file says of the run of a notebook; null if it holds no run of it, or not enough of one.</summary>
    /// <param name="path">The file.</param>
    /// <param name="notebook">The notebook's name.</param>
    /// <exception cref="UserErrorException">It is damaged.</exception>
    public static RunFacts? Facts(string path, string notebook) =>
        (Json.ReadObject(path)?["notebooks"] as JsonObject)?[notebook] is JsonObject facts ? RunFacts.FromJson(facts) : null;

    /// <summary>The figures of a notebook in a file, in order.</summary>
    /// <param name="path">The file.</param>
    /// <param name="notebook">The notebook's name.</param>
    /// <exception cref="UserErrorException">It is damaged.</exception>
    public static IReadOnlyList<FigureOutput> Figures(string path, string notebook) =>
        [.. (Json.ReadObject(path)?["figures"] as JsonArray ?? []).Where(item => (string?)item?["notebook"] == notebook)
            .Select((item, i) => new FigureOutput((string?)item!["cell"] ?? "", i, (string?)item["caption"] ?? "",
                Figure(item["figure"]) ?? throw new UserErrorException($"{path} is damaged (a figure of {notebook} can't be read); restore it with git or delete it.")))];

    private static JsonObject? Figure(JsonNode? stored)
    {
        try
        {
            return stored is JsonObject figure ? PackedNumbers.Unpack(figure) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Seconds that a notebook took, or null if no run of it is stored.</summary>
    /// <param name="path">The file.</param>
    /// <param name="notebook">The notebook's name.</param>
    public static double? Seconds(string path, string notebook) => (double?)Json.ReadObject(path)?["notebooks"]?[notebook]?["seconds"];

    // Records of all notebooks, sorted by notebook, each notebook's in its own order.
    private static JsonArray Replace(JsonNode? before, string notebook, IEnumerable<JsonNode> now) =>
        [.. (before as JsonArray ?? []).Where(item => (string?)item?["notebook"] != notebook).Select(item => item!.DeepClone()).Concat(now)
            .OrderBy(item => (string?)item["notebook"], StringComparer.Ordinal)];
}
