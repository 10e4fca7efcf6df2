namespace Limpid.Display;

/// <summary>Progress where nothing can be overwritten, as in a file: a line at the start and one at the end.</summary>
/// <param name="writer">Where to.</param>
internal sealed class PlainProgress(TextWriter writer) : IProgressDoor
{
    private bool _begun;

    /// <inheritdoc/>
    public void Show(IReadOnlyList<ProgressState> rows)
    {
        // Among many short loops the first state may be held back; a later one is no start.
        if (!_begun && rows[0].Done == 0)
            writer.WriteLine(rows[0].Now());
        _begun = true;
    }

    /// <inheritdoc/>
    public void End(string line) => writer.WriteLine(line);
}
