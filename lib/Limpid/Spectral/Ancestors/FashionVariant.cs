using System.Collections.Immutable;
using Limpid.Spectral.Training;

namespace Limpid.Spectral.Ancestors;

/// <summary>A way to make and train the layers of a network.</summary>
/// <param name="Name">As shown.</param>
/// <param name="Setup">What is trained.</param>
/// <param name="Form">How eigenvectors are made.</param>
/// <param name="Rate">Step of Adam: the step of Adamax in the paper.</param>
public sealed record FashionVariant(string Name, SpectralSetup Setup, SpectralForm Form = SpectralForm.Free, double Rate = 0.015)
{
    /// <summary>Output eigenvalues alone.</summary>
    public static FashionVariant Eigenvalues { get; } = new("output eigenvalues", SpectralSetup.EigenvaluesOnly);

    /// <summary>As many weights.</summary>
    public static FashionVariant Weights { get; } = new("as many weights", SpectralSetup.Direct, SpectralForm.Subset);

    /// <summary>Both sets of eigenvalues.</summary>
    public static FashionVariant Full { get; } = new("spectral full", SpectralSetup.Full);

    /// <summary>And singular values.</summary>
    public static FashionVariant Ssvd { get; } = new("SSVD", SpectralSetup.TwoEigenvalues, SpectralForm.Ssvd);

    /// <summary>And a triangle.</summary>
    public static FashionVariant Qr { get; } = new("QR", SpectralSetup.TwoEigenvalues, SpectralForm.Qr, 0.005);

    /// <summary>All weights.</summary>
    public static FashionVariant Dense { get; } = new("dense", SpectralSetup.Direct, Rate: 0.001);

    /// <summary>All of them, from the fewest free numbers up.</summary>
    public static ImmutableArray<FashionVariant> All { get; } = [Eigenvalues, Weights, Full, Ssvd, Qr, Dense];

    /// <summary>784 - width relu - width relu - 10, without batch normalisation.</summary>
    /// <param name="width">Nodes of each hidden layer.</param>
    public SpectralLayout Layout(int width) =>
        new(784, [(width, LayerActivation.ReLU), (width, LayerActivation.ReLU), (10, LayerActivation.Linear)]) { Setup = Setup, Form = Form, Normalised = false };

    /// <summary>How many numbers the formula says are trained.</summary>
    /// <param name="width">Nodes of each hidden layer.</param>
    public long Free(int width) => new (long In, long Out)[] { (784, width), (width, width), (width, 10) }.Sum(layer =>
    {
        var (inputs, outputs) = layer;
        var (k, eigenvalues) = (Math.Min(inputs, outputs), inputs + (2 * outputs));
        return Form switch
        {
            SpectralForm.Subset => outputs,
            SpectralForm.Ssvd => eigenvalues + k,
            SpectralForm.Qr => eigenvalues + (k * outputs) - (k * (k - 1) / 2),
            _ when Setup == SpectralSetup.EigenvaluesOnly => outputs,
            _ when Setup == SpectralSetup.Full => eigenvalues,
            _ => (inputs * outputs) + outputs,
        };
    });

    /// <inheritdoc/>
    public override string ToString() => Name;
}
