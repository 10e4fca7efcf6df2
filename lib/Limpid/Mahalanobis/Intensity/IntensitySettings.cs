using Limpid.Mahalanobis.Digits;

namespace Limpid.Mahalanobis.Intensity;

/// <summary>Sizes of the experiment that damages hidden units.</summary>
/// <param name="Networks">Networks of each kind, with the seeds 0, 1, ...</param>
/// <param name="Training">How long they are trained; the author's: 20 networks, 5000 epochs.</param>
public sealed record IntensitySettings(int Networks, DigitOptions Training)
{
    /// <summary>Seed of the first network; further ones follow.</summary>
    public long FirstSeed { get; init; }

    /// <summary>The scales of the homogeneity check, on the test images.</summary>
    public double[] Drift { get; init; } = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100, 300, 1000];
}
