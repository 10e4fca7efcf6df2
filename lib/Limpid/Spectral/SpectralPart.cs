namespace Limpid.Spectral;

/// <summary>One of the three parts of a spectral layer: eigenvectors, input eigenvalues, output eigenvalues.</summary>
/// <param name="Start">How its entries start.</param>
/// <param name="Trainable">Whether it is a parameter; a frozen part is a buffer.</param>
public sealed record SpectralPart(EntryStart Start, bool Trainable)
{
    /// <summary>Starts so and is trained.</summary>
    /// <param name="start">How entries start.</param>
    public static SpectralPart Trained(EntryStart start) => new(start, true);

    /// <summary>Stays at one number.</summary>
    /// <param name="value">The number.</param>
    public static SpectralPart Frozen(double value) => new(EntryStart.Constant(value), false);

    /// <inheritdoc/>
    public override string ToString() => $"{Start}, {(Trainable ? "trained" : "frozen")}";
}
