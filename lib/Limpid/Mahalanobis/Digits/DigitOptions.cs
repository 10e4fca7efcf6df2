namespace Limpid.Mahalanobis.Digits;

/// <summary>How digit networks are trained.</summary>
/// <param name="Epochs">Steps over all images, 0 or more; the author's 5000.</param>
public sealed record DigitOptions(int Epochs)
{
    /// <summary>Learning rate of plain SGD.</summary>
    public double Rate { get; init; } = 0.001;

    /// <summary>The curve is noted before the training, after every that many epochs, and at the end.</summary>
    public int Every { get; init; } = 10;

    /// <summary>Images at once: bounds memory, changes no result beyond rounding.</summary>
    public int Chunk { get; init; } = 2000;
}
