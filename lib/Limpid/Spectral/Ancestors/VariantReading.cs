namespace Limpid.Spectral.Ancestors;

/// <summary>A variant of the layers after training.</summary>
/// <param name="Name">The variant.</param>
/// <param name="Free">Numbers that were trained.</param>
/// <param name="Accuracy">On test images.</param>
/// <param name="Before">The same before training.</param>
public sealed record VariantReading(string Name, long Free, double Accuracy, double Before);
