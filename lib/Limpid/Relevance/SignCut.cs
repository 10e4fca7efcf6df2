using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Relevance;

/// <summary>The cut of one sign by sorting, for all samples at once; float64 [N, 1] throughout.</summary>
/// <param name="Threshold">theta: entries of this sign up to it are cut.</param>
/// <param name="Lambda">The factor of the kept ones.</param>
/// <param name="Cut">How many are cut.</param>
/// <param name="CutMass">Their mass.</param>
/// <param name="Mass">All mass of the sign.</param>
internal sealed record SignCut(Tensor Threshold, Tensor Lambda, Tensor Cut, Tensor CutMass, Tensor Mass)
{
    /// <summary>Finds it.</summary>
    /// <param name="rows">Relevance [N, n].</param>
    /// <param name="sign">1 or -1.</param>
    /// <param name="share">p of the sign.</param>
    /// <param name="tau">tau of the sparsity gain, or null.</param>
    internal static SignCut Find(Tensor rows, int sign, double share, double? tau)
    {
        var sorted = (rows * sign).clamp_min(0).sort(1).Values;
        var values = sorted.to(ScalarType.Float64);
        var sums = values.cumsum(1);
        var mass = sums.narrow(1, sums.size(1) - 1, 1);
        // A value counts with its equals or not at all, so only the last of equal ones can be the threshold.
        var last = cat([sorted.narrow(1, 0, sorted.size(1) - 1).ne(sorted.narrow(1, 1, sorted.size(1) - 1)), ones([sorted.size(0), 1], ScalarType.Bool, sorted.device)], 1);
        var allowed = last.logical_and(sums.le(mass * MassCut.Limit(share, rows.dtype)));
        if (tau is { } least)
        {
            var count = values.gt(0).sum(1, true).clamp_min(1);
            allowed = allowed.logical_and(values.le(mass / count / least));
        }
        if (share == 0) allowed = zeros_like(allowed);
        var threshold = (values * allowed).amax([1], true);
        var cut = values.gt(0).logical_and(values.le(threshold));
        var cutMass = (values * cut).sum(1, true);
        var lambda = mass / (mass - cutMass).masked_fill(mass.eq(0), 1);
        return new(threshold, lambda.masked_fill(mass.eq(0), 1), cut.sum(1, true), cutMass, mass);
    }

    /// <summary>0 for cut entries of the sign, lambda for kept ones, 0 for the other sign.</summary>
    internal Tensor Factor(Tensor rows, int sign) => ((rows * sign).to(ScalarType.Float64).gt(Threshold) * Lambda).to(rows.dtype);

    internal SignedCut At(int sample) => new(
        Threshold[sample].ToDouble(), Lambda[sample].ToDouble(), Cut[sample].ToInt64(), CutMass[sample].ToDouble(), Mass[sample].ToDouble());
}
