using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Limpid.Reproduction;

/// <summary>
/// The replicates of a notebook's experiment. In full and paper mode each finished replicate is kept on disk, and a run that was broken off
/// goes on where it stopped; in quick mode nothing is kept. What is kept counts only for the same notebook, mode, settings, number of libtorch's
/// threads and builds of this library and TorchSharp, so that no result outlives the code that made it. The notebook's <see cref="Notebook.Meter"/>
/// says how many were taken over.
/// </summary>
public sealed class Experiment
{
    private static readonly JsonSerializerOptions Json = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    private readonly TimeSpan _interval;
    private readonly HashSet<(string Name, long Seed)> _seen = [];

    /// <summary>Names an experiment.</summary>
    /// <param name="notebook">The notebook's file name without <c>.ipynb</c>.</param>
    /// <param name="mode">The mode of this run.</param>
    /// <param name="settings">Whatever the results depend on beside the seed, for example <c>new { images, epochs, alpha }</c>; written as JSON.</param>
    /// <param name="folder">Where checkpoints are kept; null: <c>checkpoints</c> in the user's cache folder.</param>
    /// <exception cref="ArgumentException">The notebook's name is no plain file name.</exception>
    public Experiment(string notebook, RunMode mode, object settings, string? folder = null)
        : this(notebook, mode, settings, folder, TimeSpan.FromMinutes(5))
    {
    }

    internal Experiment(string notebook, RunMode mode, object settings, string? folder, TimeSpan interval)
    {
        _interval = interval;
        Mode = mode;
        string build = $"{typeof(Experiment).Module.ModuleVersionId} {typeof(TorchSharp.torch).Module.ModuleVersionId}";
        string key = $"{Plain(notebook, nameof(notebook))}\n{mode}\n{build}\n{TorchSharp.torch.get_num_threads()} threads\n{JsonSerializer.Serialize(settings, Json)}";
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..16];
        Folder = Path.Combine(folder ?? Path.Combine(CacheFolder.Path, "checkpoints"), $"{notebook}-{mode.Text()}-{hash}");
    }

    /// <summary>The mode of this run.</summary>
    public RunMode Mode { get; }

    /// <summary>Where this experiment's checkpoints lie; it need not exist.</summary>
    public string Folder { get; }

    private bool Keeps => Mode != RunMode.Quick;

    /// <summary>Runs what a former run has not finished, one replicate after another, and returns the results in the order of the seeds.</summary>
    /// <typeparam name="T">The result, for example a record of numbers; written as JSON, floats keep every bit.</typeparam>
    /// <param name="name">Which replicates, unique in the experiment, for example <c>gsr</c>.</param>
    /// <param name="seeds">The seeds.</param>
    /// <param name="run">One replicate; a long one saves its state through the checkpoint.</param>
    /// <exception cref="ArgumentException">The name is no plain file name.</exception>
    public IReadOnlyList<T> Replicates<T>(string name, IReadOnlyList<Seed> seeds, Func<Seed, Checkpoint, T> run)
    {
        string path = Path.Combine(Folder, Plain(name, nameof(name)) + ".json");
        Dictionary<long, T> done = Keeps ? Load<T>(path) : [];
        Notebook.Meter.Keep(seeds.Count(seed => _seen.Add((name, seed)) && done.ContainsKey(seed)));
        foreach (Seed seed in seeds.Where(seed => !done.ContainsKey(seed)))
        {
            var checkpoint = new Checkpoint(Keeps ? Path.Combine(Folder, $"{name}-{seed}") : null, _interval);
            done[seed] = run(seed, checkpoint);
            if (Keeps)
                AtomicFile.Write(path, JsonSerializer.SerializeToUtf8Bytes(done, Json));
            checkpoint.Clear();
        }
        return [.. seeds.Select(seed => done[seed])];
    }

    /// <inheritdoc cref="Replicates{T}(string, IReadOnlyList{Seed}, Func{Seed, Checkpoint, T})"/>
    public IReadOnlyList<T> Replicates<T>(string name, IReadOnlyList<Seed> seeds, Func<Seed, T> run) =>
        Replicates(name, seeds, (seed, _) => run(seed));

    /// <summary>Removes the checkpoints: for the last cell, so that the next run starts anew.</summary>
    public void Complete()
    {
        if (Directory.Exists(Folder))
            Directory.Delete(Folder, recursive: true);
    }

    private static Dictionary<long, T> Load<T>(string path)
    {
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<Dictionary<long, T>>(File.ReadAllBytes(path), Json) ?? [] : [];
        }
        catch (JsonException)
        {
            // Written by other cells for another type of result: computing again is always right.
            return [];
        }
    }

    private static string Plain(string name, string argument) =>
        name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') && name.Trim('.').Length > 0
            ? name
            : throw new ArgumentException($"{argument} is '{name}'; expected letters, digits, '-', '_' and '.'.", argument);
}
