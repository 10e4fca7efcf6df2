using Limpid.Mahalanobis.Digits;

namespace Limpid.Mahalanobis.Outputs;

/// <summary>Sizes of the experiment on output activations.</summary>
/// <param name="Networks">Networks of each kind, with the seeds 0, 1, ...</param>
/// <param name="Training">How long they are trained; the author's: 20 networks, 5000 epochs.</param>
public sealed record OutputSettings(int Networks, DigitOptions Training)
{
    /// <summary>Seed of the first network; further ones follow.</summary>
    public long FirstSeed { get; init; }

    /// <summary>So many training images for the clamps, at most; the ranges come from all.</summary>
    public int Clamped { get; init; } = 10000;
}
