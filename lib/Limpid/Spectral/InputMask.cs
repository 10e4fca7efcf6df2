using System.Collections.Immutable;
using static TorchSharp.torch;

namespace Limpid.Spectral;

/// <summary>Some of the inputs of a network: those it may see.</summary>
/// <param name="Keep">For each input whether it is kept.</param>
public sealed record InputMask(ImmutableArray<bool> Keep)
{
    /// <summary>For each input whether it is kept.</summary>
    public ImmutableArray<bool> Keep { get; } = Keep.IsDefaultOrEmpty ? throw new ArgumentException("The mask is empty; expected at least one input.", nameof(Keep)) : Keep;

    /// <summary>How many inputs are kept.</summary>
    public int Kept => Keep.Count(keep => keep);

    /// <summary>The inputs with 0 in place of what isn't kept. No network is trained again.</summary>
    /// <param name="samples">X [..., n], n as long as the mask; left as it is.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ArgumentException">The last axis has another length.</exception>
    public Tensor Apply(Tensor samples)
    {
        ArgumentNullException.ThrowIfNull(samples);
        if (samples.ndim == 0 || samples.size(-1) != Keep.Length)
            throw new ArgumentException($"The samples have shape [{string.Join(", ", samples.shape)}]; expected [..., {Keep.Length}].", nameof(samples));
        using var mask = tensor(Keep.Select(keep => keep ? 1f : 0f).ToArray(), samples.dtype, samples.device);
        return samples.mul(mask);
    }

    /// <inheritdoc/>
    public bool Equals(InputMask? other) => other is not null && Keep.SequenceEqual(other.Keep);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Keep.Length, Kept);

    /// <inheritdoc/>
    public override string ToString() => $"{Kept} of {Keep.Length} inputs";
}
