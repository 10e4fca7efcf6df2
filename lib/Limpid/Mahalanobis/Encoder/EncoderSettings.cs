namespace Limpid.Mahalanobis.Encoder;

/// <summary>How encoders are trained and read.</summary>
/// <param name="Epochs">Passes over the training images.</param>
/// <param name="Train">Training images.</param>
/// <param name="Test">Test images.</param>
public sealed record EncoderSettings(int Epochs, int Train, int Test)
{
    /// <summary>Units.</summary>
    public int Units { get; init; } = 64;

    /// <summary>Images in a step.</summary>
    public int Batch { get; init; } = 128;

    /// <summary>Adam's rate.</summary>
    public double Rate { get; init; } = 1e-3;

    /// <summary>Passes of the linear probe's training.</summary>
    public int ProbeEpochs { get; init; } = 20;

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Epochs);
        ArgumentOutOfRangeException.ThrowIfLessThan(Units, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Batch, 2);
        ArgumentOutOfRangeException.ThrowIfNegative(ProbeEpochs);
    }
}
