using System.Globalization;
using System.Text.Json.Nodes;

namespace Limpid.Cli.Exporting;

/// <summary>What is known of the run that made a page's outputs. What nobody recorded is null and shown as unknown.</summary>
internal sealed record PageFacts
{
    /// <summary>What stands for a fact that nobody recorded.</summary>
    public const string Unknown = "unknown";

    // What a reader asks for first.
    private static readonly string[] Main = ["Limpid", ".NET", "TorchSharp", "libtorch", "Plotly.NET", "Deedle"];

    /// <summary>No fact.</summary>
    public static PageFacts None { get; } = new();

    /// <summary>Quick, full or paper.</summary>
    public string? Mode { get; init; }

    /// <summary>The seed.</summary>
    public string? Seed { get; init; }

    /// <summary>The package set.</summary>
    public string? Packages { get; init; }

    /// <summary>Version by name.</summary>
    public IReadOnlyDictionary<string, string> Versions { get; init; } = new Dictionary<string, string>();

    /// <summary>When the run began: a day, or a day and a time.</summary>
    public string? Started { get; init; }

    /// <summary>How long it took.</summary>
    public double? Seconds { get; init; }

    /// <summary>Threads for libtorch and BLAS.</summary>
    public string? Threads { get; init; }

    /// <summary>How it ended.</summary>
    public string? Status { get; init; }

    /// <summary>The facts by name, in the order of reading; of the versions all.</summary>
    public IReadOnlyList<(string Name, string Value)> Rows => Facts(_ => true);

    /// <summary>The same with the versions of the libraries that the results depend on.</summary>
    public IReadOnlyList<(string Name, string Value)> Brief => Facts(name => Main.Contains(name));

    private IReadOnlyList<(string Name, string Value)> Facts(Func<string, bool> shown) =>
    [
        ("mode", Mode ?? Unknown),
        ("date", Started is { } started ? Date(started) : Unknown),
        ("time taken", Seconds is { } seconds ? Duration(seconds) : Unknown),
        ("seed", Seed ?? Unknown),
        ("threads", Threads ?? Unknown),
        ("package set", Packages ?? Unknown),
        ("versions", Ordered(shown) is { Length: > 0 } versions ? versions : Unknown),
    ];

    /// <summary>Reads the object that a notebook's metadata or the stored results hold about a run.</summary>
    /// <param name="facts">The object; what is of an unexpected kind counts as unknown.</param>
    public static PageFacts Read(JsonObject? facts) => facts is null ? None : new PageFacts
    {
        Mode = Text(facts["mode"]),
        Seed = Text(facts["seed"]),
        Packages = Text(facts["packages"]),
        Versions = (facts["versions"] as JsonObject ?? []).Where(pair => Text(pair.Value) is not null).ToDictionary(pair => pair.Key, pair => Text(pair.Value)!),
        Started = Text(facts["started"]),
        Seconds = double.TryParse(Text(facts["seconds"]), CultureInfo.InvariantCulture, out double seconds) ? seconds : null,
        Threads = Text(facts["threads"]),
        Status = Text(facts["status"]),
    };

    /// <summary>These facts, with those of another source where one is missing.</summary>
    /// <param name="other">The other source, about the same run.</param>
    public PageFacts Or(PageFacts other) => new()
    {
        Mode = Mode ?? other.Mode,
        Seed = Seed ?? other.Seed,
        Packages = Packages ?? other.Packages,
        Versions = other.Versions.Concat(Versions).GroupBy(pair => pair.Key).ToDictionary(group => group.Key, group => group.Last().Value),
        Started = Started ?? other.Started,
        Seconds = Seconds ?? other.Seconds,
        Threads = Threads ?? other.Threads,
        Status = Status ?? other.Status,
    };

    /// <summary>A time in words.</summary>
    /// <param name="seconds">Seconds.</param>
    public static string Duration(double seconds) => TimeSpan.FromSeconds(Math.Round(seconds)) switch
    {
        _ when seconds < 60 => string.Create(CultureInfo.InvariantCulture, $"{seconds:0.#} s"),
        { TotalHours: < 1 } time => $"{time.Minutes} min {time.Seconds} s",
        var time => $"{(int)time.TotalHours} h {time.Minutes} min",
    };

    // A day without a time stays one; what is no date is shown as it is.
    private static string Date(string started) =>
        DateOnly.TryParseExact(started, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)
        : DateTimeOffset.TryParse(started, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset moment) ? moment.UtcDateTime.ToString("d MMMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture)
        : started;

    private static string? Text(JsonNode? node) => node is JsonValue value && value.ToString() is { Length: > 0 } text ? text : null;

    private string Ordered(Func<string, bool> shown) => string.Join(", ", Versions.Where(pair => shown(pair.Key))
        .OrderBy(pair => Array.IndexOf(Main, pair.Key) is var at and >= 0 ? at : int.MaxValue).ThenBy(pair => pair.Key, StringComparer.Ordinal)
        .Select(pair => $"{pair.Key} {pair.Value}"));
}
