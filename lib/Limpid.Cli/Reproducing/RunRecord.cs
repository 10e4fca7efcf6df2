using System.Text.Json;
using System.Text.Json.Nodes;
using Limpid.Notebooks;
using Limpid.Reproduction;

namespace Limpid.Cli.Reproducing;

/// <summary>One notebook of <c>artifacts/runs.json</c>.</summary>
/// <param name="Notebook">Its path below <c>notebooks</c>.</param>
/// <param name="Title">Its name without folder and ending.</param>
/// <param name="Status">How the run ended.</param>
/// <param name="Seconds">Wall time.</param>
/// <param name="PeakMemoryBytes">Largest resident memory of its process.</param>
/// <param name="Message">Why it did not succeed, else null.</param>
/// <param name="Mode">The mode.</param>
/// <param name="Threads">Threads it was given.</param>
/// <param name="Packages">The package set.</param>
internal sealed record RunRecord(
    string Notebook, string Title, RunStatus Status, double Seconds, long PeakMemoryBytes, string? Message, RunMode Mode, int Threads, string Packages)
{
    /// <summary>Whether the notebook did what it should.</summary>
    public bool Succeeded => Status is RunStatus.Ok or RunStatus.FailedAsIntended;

    /// <summary>The status as written: <c>ok</c>, <c>failed</c>, <c>failed as intended</c>, <c>timed out</c>, <c>died</c>, <c>interrupted</c>, <c>not run</c>.</summary>
    public string StatusText => RunStatusNames.OfNotebook(Status);

    /// <summary>The records of a <c>runs.json</c>, without titles.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="UserErrorException">It is damaged.</exception>
    public static RunRecord[] Read(string path)
    {
        try
        {
            return [.. JsonNode.Parse(File.ReadAllText(path))!.AsArray().Select(run => new RunRecord(
                (string)run!["notebook"]!, "", Enum.GetValues<RunStatus>().First(status => RunStatusNames.OfNotebook(status) == (string)run["status"]!), (double)run["seconds"]!,
                (long)run["peakMemoryBytes"]!, (string?)run["message"], RunModes.Parse((string)run["mode"]!), (int)run["threads"]!, (string)run["packages"]!))];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException or NullReferenceException or FormatException)
        {
            throw new UserErrorException($"{path} is damaged ({e.Message.ReplaceLineEndings(" ")}); delete it and run again.", e);
        }
    }

    /// <summary>The object of <c>runs.json</c>.</summary>
    public JsonObject ToJson() => new()
    {
        ["notebook"] = Notebook,
        ["status"] = StatusText,
        ["seconds"] = Math.Round(Seconds, 2),
        ["peakMemoryBytes"] = PeakMemoryBytes,
        ["message"] = Message,
        ["mode"] = Mode.Text(),
        ["threads"] = Threads,
        ["packages"] = Packages,
    };
}
