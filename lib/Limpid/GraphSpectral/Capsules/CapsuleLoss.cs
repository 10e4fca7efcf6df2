using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.GraphSpectral.Capsules;

/// <summary>The two losses of a capsule network (Sabour et al. 2017, eq. 4 and section 4.1).</summary>
public static class CapsuleLoss
{
    /// <summary>The length that the capsule of the true class must reach.</summary>
    public const double Long = 0.9;

    /// <summary>The length that no other may exceed.</summary>
    public const double Short = 0.1;

    /// <summary>Weight of the other classes.</summary>
    public const double Absent = 0.5;

    /// <summary>Weight of the summed squared error of a reconstruction.</summary>
    public const double Reconstructing = 0.0005;

    /// <summary>
    /// The margin loss <c>T max(0, 0.9 - |v|)^2 + 0.5 (1 - T) max(0, |v| - 0.1)^2</c>, T = 1 for the true class, summed over classes, mean over the batch.
    /// </summary>
    /// <param name="lengths">|v| [B, C].</param>
    /// <param name="labels">True classes [B], int64.</param>
    /// <returns>A scalar. Lengths (0.7, 0.3) with true class 0 give 0.04 + 0.5 * 0.04 = 0.06.</returns>
    public static Tensor Margin(Tensor lengths, Tensor labels)
    {
        ArgumentNullException.ThrowIfNull(lengths);
        ArgumentNullException.ThrowIfNull(labels);
        using var scope = NewDisposeScope();
        var present = nn.functional.one_hot(labels, lengths.shape[1]).to(lengths.dtype);
        var missing = lengths.neg().add(Long).clamp_min(0).square().mul(present);
        var excess = lengths.sub(Short).clamp_min(0).square().mul(present.neg().add(1)).mul(Absent);
        return missing.add(excess).sum(1).mean().MoveToOuterDisposeScope();
    }

    /// <summary>0.0005 times the squared error summed over pixels, mean over the batch.</summary>
    /// <param name="reconstruction">[B, 1, H, W].</param>
    /// <param name="images">The same shape.</param>
    public static Tensor Reconstruction(Tensor reconstruction, Tensor images)
    {
        ArgumentNullException.ThrowIfNull(reconstruction);
        ArgumentNullException.ThrowIfNull(images);
        using var scope = NewDisposeScope();
        return reconstruction.sub(images).square().sum().mul(Reconstructing / images.shape[0]).MoveToOuterDisposeScope();
    }
}
