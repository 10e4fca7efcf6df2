namespace Limpid.Relevance.Imported;

/// <summary>One place at which NanoDet looks for objects.</summary>
/// <param name="Stride">Pixels from one cell to the next: 8, 16 or 32.</param>
/// <param name="Row">From the top, 0 to below 416 / stride.</param>
/// <param name="Column">From the left.</param>
public readonly record struct NanoDetCell(int Stride, int Row, int Column)
{
    /// <summary>The pixels around which it looks, as row and column of its centre.</summary>
    public (double Row, double Column) Centre => ((Row + 0.5) * Stride, (Column + 0.5) * Stride);
}
