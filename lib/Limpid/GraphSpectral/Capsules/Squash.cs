using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.GraphSpectral.Capsules;

/// <summary>The activation function of capsules, which keeps a vector's direction and turns its length into a probability.</summary>
/// <remarks>
/// <c>v = |s|^2 / (1 + |s|^2) * s / |s|</c> (Sabour et al. 2017, eq. 1), computed as <c>s |s| / (1 + |s|^2)</c> with <c>|s| = sqrt(s's + 1e-12)</c>,
/// so that a vector of zeros gives zeros and a finite gradient. <c>s = (3, 4)</c> has length 5 and gives <c>(15, 20) / 26</c>, of length 25/26.
/// </remarks>
public static class Squash
{
    private const double Tiny = 1e-12;

    /// <summary>Squashes each vector along the last dimension.</summary>
    /// <param name="vectors">Any shape with at least one dimension.</param>
    /// <returns>The same shape, lengths below 1.</returns>
    public static Tensor Of(Tensor vectors)
    {
        ArgumentNullException.ThrowIfNull(vectors);
        using var scope = NewDisposeScope();
        var square = vectors.mul(vectors).sum(-1, keepdim: true);
        return vectors.mul(square.add(Tiny).sqrt().div(square.add(1))).MoveToOuterDisposeScope();
    }

    /// <summary>Lengths along the last dimension, with a finite gradient at 0 (they are never below 1e-6).</summary>
    /// <param name="vectors">For example class capsules [B, C, D].</param>
    /// <returns>One dimension less, for example [B, C].</returns>
    public static Tensor Lengths(Tensor vectors)
    {
        ArgumentNullException.ThrowIfNull(vectors);
        using var scope = NewDisposeScope();
        return vectors.mul(vectors).sum(-1).add(Tiny).sqrt().MoveToOuterDisposeScope();
    }
}
