using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Limpid.Notebooks;

/// <summary>What a saved notebook says about the run that made its outputs: the object <c>limpid</c> of its metadata.</summary>
public sealed record RunFacts
{
    /// <summary>The parameter <c>mode</c>, or null if the notebook has none.</summary>
    public string? Mode { get; init; }

    /// <summary>The parameter <c>seed</c>, or null if the notebook has none or computes it.</summary>
    public long? Seed { get; init; }

    /// <summary>The package set that its library was built with, or null if it loaded none that says so.</summary>
    public string? Packages { get; init; }

    /// <summary>Version by name: <c>.NET</c> and the libraries that its cells loaded; empty before the first cell has ended.</summary>
    public IReadOnlyDictionary<string, string> Versions { get; init; } = new Dictionary<string, string>();

    /// <summary>When the run began, or null if that is not known.</summary>
    public DateTimeOffset? Started { get; init; }

    /// <summary>From the beginning to the end.</summary>
    public double Seconds { get; init; }

    /// <summary>Threads for libtorch and for BLAS, or null if that is not known.</summary>
    public int? Threads { get; init; }

    /// <summary>The processor's model and vector instructions, or null if they are not known.</summary>
    public string? Processor { get; init; }

    /// <summary>The most memory that its process held.</summary>
    public long PeakMemoryBytes { get; init; }

    /// <summary>How it ended, in the words of <see cref="RunStatusNames.OfNotebook"/>.</summary>
    public required string Status { get; init; }

    /// <summary>Reads the facts of a saved notebook.</summary>
    /// <param name="notebook">The notebook.</param>
    /// <returns>The facts; null if no run of this host is recorded there.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="notebook"/> is null.</exception>
    public static RunFacts? Of(NotebookFile notebook)
    {
        ArgumentNullException.ThrowIfNull(notebook);
        return notebook.Metadata["limpid"] is JsonObject facts ? FromJson(facts) : null;
    }

    /// <summary>Reads facts as <see cref="ToJson"/> writes them.</summary>
    /// <param name="facts">The object; what it lacks counts as not known.</param>
    /// <returns>The facts; null if it names no status.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="facts"/> is null.</exception>
    public static RunFacts? FromJson(JsonObject facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (Text(facts, "status") is not { } status) return null;
        return new RunFacts
        {
            Mode = Text(facts, "mode"),
            Seed = Number<long>(facts, "seed"),
            Packages = Text(facts, "packages"),
            Versions = (facts["versions"] as JsonObject ?? []).ToDictionary(pair => pair.Key, pair => $"{pair.Value}"),
            Started = DateTimeOffset.TryParse(Text(facts, "started"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset started) ? started : null,
            Seconds = Number<double>(facts, "seconds") ?? 0,
            Threads = Number<int>(facts, "threads"),
            Processor = Text(facts, "processor"),
            PeakMemoryBytes = Number<long>(facts, "peak_memory_bytes") ?? 0,
            Status = status,
        };
    }

    /// <summary>The facts as the metadata hold them; what is not known is left out.</summary>
    public JsonObject ToJson()
    {
        var facts = new JsonObject();
        if (Mode is not null) facts["mode"] = Mode;
        if (Packages is not null) facts["packages"] = Packages;
        facts["peak_memory_bytes"] = PeakMemoryBytes;
        if (Processor is not null) facts["processor"] = Processor;
        facts["seconds"] = Math.Round(Seconds, 3);
        if (Seed is { } seed) facts["seed"] = seed;
        if (Started is { } started) facts["started"] = started.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        facts["status"] = Status;
        if (Threads is { } threads) facts["threads"] = threads;
        if (Versions.Count > 0)
            facts["versions"] = new JsonObject(Versions.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value)));
        return facts;
    }

    // Another program may have written the metadata: what is of another kind counts as not known.
    private static string? Text(JsonObject facts, string name) => facts[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    private static T? Number<T>(JsonObject facts, string name) where T : struct, INumber<T> =>
        facts[name] is { } node && node.GetValueKind() == JsonValueKind.Number
        && T.TryParse(node.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out T value) ? value : null;
}
