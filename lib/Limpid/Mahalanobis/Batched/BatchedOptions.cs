namespace Limpid.Mahalanobis.Batched;

/// <summary>How long many models are trained at once.</summary>
/// <param name="Epochs">Steps over all data, 0 or more.</param>
public sealed record BatchedOptions(int Epochs)
{
    /// <summary>The losses are noted before each epoch whose number is a multiple of this, and after the last.</summary>
    public int Every { get; init; } = 100;

    /// <summary>Samples at once: bounds memory, changes no result beyond rounding.</summary>
    public int Chunk { get; init; } = int.MaxValue;

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Epochs);
        ArgumentOutOfRangeException.ThrowIfLessThan(Every, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Chunk, 1);
    }
}
