namespace Limpid.Cli.Progress;

/// <summary>Hears of progress at once and in order, unlike <see cref="Progress{T}"/>, whose last report may come after the end.</summary>
/// <param name="hear">Called with each report.</param>
internal sealed class DirectProgress<T>(Action<T> hear) : IProgress<T>
{
    private readonly Lock _gate = new();

    /// <inheritdoc/>
    public void Report(T value)
    {
        lock (_gate)
            hear(value);
    }
}
