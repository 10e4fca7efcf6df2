using System.Collections.Immutable;

namespace Limpid.Mahalanobis.Encoder;

/// <summary>An encoder's loss: which terms, with which weights.</summary>
/// <param name="Name">For tables.</param>
/// <param name="Responsibility">Weight of the responsibility term.</param>
/// <param name="Variance">Weight of the variance term.</param>
/// <param name="Decorrelation">Weight of the decorrelation term.</param>
public sealed record EncoderVariant(string Name, double Responsibility, double Variance, double Decorrelation)
{
    /// <summary>The four of the source's ablation; the third is the method.</summary>
    public static ImmutableArray<EncoderVariant> Ablation { get; } =
        [new("LSE only", 1, 0, 0), new("LSE + variance", 1, 1, 0), new("LSE + variance + decorrelation", 1, 1, 1), new("variance + decorrelation", 0, 1, 1)];
}
