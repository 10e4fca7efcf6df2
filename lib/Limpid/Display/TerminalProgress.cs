namespace Limpid.Display;

/// <summary>Progress on a line of a terminal, which each new state overwrites.</summary>
/// <param name="writer">The terminal.</param>
/// <param name="width">Its columns now.</param>
internal sealed class TerminalProgress(TextWriter writer, Func<int> width) : IProgressDoor
{
    private const int BarWidth = 20, UnknownWidth = 80;

    private int _length;

    /// <inheritdoc/>
    public void Show(IReadOnlyList<ProgressState> rows) => Write(string.Join(" | ", rows.Select(row => row.Share is { } share ? $"{Bar(share)} {row.Now()}" : row.Now())), "");

    /// <inheritdoc/>
    public void End(string line) => Write(line, Environment.NewLine);

    private static string Bar(double share)
    {
        int full = (int)(share * BarWidth);
        return $"[{new string('=', full)}{new string(' ', BarWidth - full)}]";
    }

    // A line that reaches the last column wraps, and then can't be overwritten.
    private void Write(string text, string ending)
    {
        int columns = width() is > 1 and var known ? known : UnknownWidth;
        if (ending.Length == 0 && text.Length >= columns)
            text = text[..(columns - 1)];
        writer.Write($"\r{text.PadRight(_length)}{ending}");
        writer.Flush();
        _length = text.Length;
    }
}
