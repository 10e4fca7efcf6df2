namespace Limpid.Figures;

/// <summary>A figure holds more numbers than a notebook should carry.</summary>
/// <param name="caption">The figure's caption.</param>
/// <param name="bytes">The size of its JSON.</param>
public sealed class FigureTooLargeException(string caption, int bytes) : InvalidOperationException(
    FormattableString.Invariant($"The figure '{caption}' takes {bytes} bytes of JSON; at most {Figure.MaxJsonBytes} are kept in a notebook. Draw fewer points or panels."))
{
    /// <summary>The size of the JSON.</summary>
    public int Bytes { get; } = bytes;
}
