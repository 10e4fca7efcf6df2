using System.Text.Json;
using System.Text.Json.Serialization;

namespace Limpid.Notebooks.Workers;

/// <summary>
/// What runner and worker say to each other, one JSON object a line. To the worker: <c>execute</c>, <c>interrupt</c>; closing the pipe ends it.
/// From the worker: <c>ready</c>, <c>stream</c>, <c>display</c>, <c>update</c>, <c>result</c>, <c>error</c>, <c>done</c>.
/// </summary>
internal sealed record WorkerMessage
{
    private static readonly JsonSerializerOptions Options = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault };

    public required string Kind { get; init; }

    /// <summary>execute: the code; stream: the text; error: the message; done: the error in one line.</summary>
    public string? Text { get; init; }

    /// <summary>execute: the language; stream: stdout or stderr; error: the exception's type; display and update: the display's id.</summary>
    public string? Name { get; init; }

    public string? Location { get; init; }

    public IReadOnlyList<string>? Trace { get; init; }

    /// <summary>display, update, result: MIME types and texts.</summary>
    public IReadOnlyList<KeyValuePair<string, string>>? Data { get; init; }

    /// <summary>execute and done: the number of the cell.</summary>
    public int Count { get; init; }

    public CellOutcome Outcome { get; init; }

    public double Seconds { get; init; }

    public long PeakMemory { get; init; }

    /// <summary>done: what the cells have loaded so far.</summary>
    public LoadedLibraries? Libraries { get; init; }

    public byte[] ToLine() => [.. JsonSerializer.SerializeToUtf8Bytes(this, Options), (byte)'\n'];

    public static WorkerMessage FromLine(string line) =>
        JsonSerializer.Deserialize<WorkerMessage>(line, Options) ?? throw new JsonException("an empty message");
}
