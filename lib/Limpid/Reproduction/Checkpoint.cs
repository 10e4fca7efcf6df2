using System.Diagnostics;
using System.Globalization;

namespace Limpid.Reproduction;

/// <summary>The saved state of one long replicate, written at most every five minutes. In quick mode it keeps nothing.</summary>
public sealed class Checkpoint
{
    private readonly string? _folder;
    private readonly TimeSpan _interval;
    private readonly Stopwatch _since = Stopwatch.StartNew();

    internal Checkpoint(string? folder, TimeSpan interval)
    {
        _folder = folder;
        _interval = interval;
    }

    /// <summary>Hands the folder of the last complete state to <paramref name="load"/>.</summary>
    /// <param name="load">Reads what <see cref="SaveIfDue"/> wrote: model, optimizer, position.</param>
    /// <returns>False if there is no state: the replicate starts from its beginning.</returns>
    public bool TryRestore(Action<string> load)
    {
        if (States().LastOrDefault() is not { } state)
            return false;
        load(state);
        return true;
    }

    /// <summary>Saves if five minutes have passed since the last time. A state that was not written to its end is never restored.</summary>
    /// <param name="save">Writes files into the folder given.</param>
    /// <returns>Whether it saved.</returns>
    public bool SaveIfDue(Action<string> save)
    {
        if (_folder is null || _since.Elapsed < _interval)
            return false;
        string[] old = States();
        int next = old.Length == 0 ? 0 : Number(old[^1]) + 1;
        string partial = Path.Combine(_folder, "partial");
        if (Directory.Exists(partial))
            Directory.Delete(partial, recursive: true);
        Directory.CreateDirectory(partial);
        save(partial);
        Directory.Move(partial, Path.Combine(_folder, next.ToString("D8", CultureInfo.InvariantCulture)));
        foreach (string state in old)
            Directory.Delete(state, recursive: true);
        _since.Restart();
        return true;
    }

    internal void Clear()
    {
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }

    private string[] States() =>
        Directory.Exists(_folder) ? [.. Directory.GetDirectories(_folder, "????????").Where(state => Path.GetFileName(state).All(char.IsAsciiDigit)).Order(StringComparer.Ordinal)] : [];

    private static int Number(string state) => int.Parse(Path.GetFileName(state), CultureInfo.InvariantCulture);
}
