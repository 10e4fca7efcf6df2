using static TorchSharp.torch;

namespace Limpid.Relevance;

/// <summary>
/// Step A and B of PLRP-lambda: finds the cut set of every sample and sign, cuts it and rescales what is kept.
/// float32 in the main memory takes <see cref="MassHistogram"/>, linear in the number of entries; other types and devices sort.
/// </summary>
internal static class MassCut
{
    // Sums of float32 values in another order differ by about this much.
    internal static double Slack(ScalarType type) => type == ScalarType.Float64 ? 1e-12 : 1e-6;

    /// <summary>The mass that may be cut: with the slack, but never all of it.</summary>
    internal static double Limit(double share, ScalarType type) => Math.Min(share * (1 + Slack(type)), 1 - 1e-9);

    /// <summary>Cuts in place.</summary>
    /// <param name="relevance">[N, ...], contiguous and nobody else's.</param>
    /// <param name="shares">p+ and p-.</param>
    /// <param name="tau">tau of the sparsity gain, or null.</param>
    /// <returns>What was cut from each sample.</returns>
    internal static SampleCut[] Apply(Tensor relevance, PrunedShares shares, double? tau)
    {
        if (relevance.dtype == ScalarType.Float32 && relevance.device_type == TorchSharp.DeviceType.CPU)
            return MassHistogram.Apply(relevance, shares, tau);
        using var scope = NewDisposeScope();
        var rows = relevance.view([relevance.size(0), -1]);
        var (positive, negative) = (SignCut.Find(rows, 1, shares.Positive, tau), SignCut.Find(rows, -1, shares.Negative, tau));
        rows.mul_(positive.Factor(rows, 1) + negative.Factor(rows, -1));
        return [.. Enumerable.Range(0, (int)rows.size(0)).Select(i => new SampleCut(positive.At(i), negative.At(i)))];
    }
}
