using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.GraphSpectral.ModularCodes;

/// <summary>The paper's modular data: all binary codes of n independent modules, each bit repeated over many features, with noise.</summary>
/// <remarks>
/// <para>
/// <c>x = 10 (bits + N(0, 0.1))</c>. A code has 8 bits, the most significant first; n modules use the last n, the others stay 0. Each bit fills 50 features, so
/// there are 400. One sample of the code 5 = 00000101: features 250 to 299 and 350 to 399 lie around 10, the rest around 0.
/// </para>
/// <para>Source: Tong et al. 2020, arXiv:1810.00424, the modular experiment, and the authors' code (sizes, order and scale).</para>
/// </remarks>
public sealed record BinaryModules
{
    /// <summary>Bits in a code, used or not.</summary>
    public const int Bits = 8;

    /// <summary>Data of n modules.</summary>
    /// <param name="count">n, 1 to 8.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is not 1 to 8.</exception>
    public BinaryModules(int count) => Count = count is >= 1 and <= Bits
        ? count
        : throw new ArgumentOutOfRangeException(nameof(count), count, FormattableString.Invariant($"There are {count} modules; expected 1 to {Bits}."));

    /// <summary>n.</summary>
    public int Count { get; }

    /// <summary>Features of each bit, at least 1.</summary>
    public int FeaturesPerBit { get; init; } = 50;

    /// <summary>What a bit of 1 is worth.</summary>
    public double Scale { get; init; } = 10;

    /// <summary>Standard deviation of the noise, before scaling.</summary>
    public double Noise { get; init; } = 0.1;

    /// <summary>Number of features, 400.</summary>
    public int Features => Bits * FeaturesPerBit;

    /// <summary>Number of codes, 2^n.</summary>
    public int Codes => 1 << Count;

    /// <summary>The bits that are used, [2^n, n] of 0 and 1, float32: row c is the code c, most significant bit first.</summary>
    public Tensor UsedBits()
    {
        var bits = new float[Codes, Count];
        for (var code = 0; code < Codes; code++)
            for (var bit = 0; bit < Count; bit++) bits[code, bit] = (code >> (Count - 1 - bit)) & 1;
        return tensor(bits);
    }

    /// <summary>Every code without noise, [2^n, features], float32.</summary>
    public Tensor Patterns()
    {
        using var scope = NewDisposeScope();
        var all = cat([zeros(Codes, Bits - Count), UsedBits()], 1);
        return all.mul(Scale).repeat_interleave(FeaturesPerBit, 1).MoveToOuterDisposeScope();
    }

    /// <summary>Samples of every code, with noise from libtorch's generator.</summary>
    /// <param name="perCode">Samples of each code, at least 1; the paper's code has 1000.</param>
    /// <returns>[2^n perCode, features], float32; the code of a row is its number divided by <paramref name="perCode"/>, rounded down.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="perCode"/> is below 1.</exception>
    public Tensor Samples(int perCode)
    {
        if (perCode < 1)
            throw new ArgumentOutOfRangeException(nameof(perCode), perCode, FormattableString.Invariant($"perCode is {perCode}; expected 1 or more."));
        using var scope = NewDisposeScope();
        var clean = Patterns().repeat_interleave(perCode, 0);
        return clean.add_(randn(clean.shape), Scale * Noise).MoveToOuterDisposeScope();
    }
}
