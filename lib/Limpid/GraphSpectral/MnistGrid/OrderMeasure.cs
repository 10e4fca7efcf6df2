using Limpid.Graphs;

namespace Limpid.GraphSpectral.MnistGrid;

/// <summary>A measure of order beside its permutation null, as plain numbers.</summary>
/// <param name="Observed">The layer as it is.</param>
/// <param name="Permuted">Mean over the permutations.</param>
/// <param name="PermutedDeviation">Standard deviation over the permutations.</param>
/// <param name="P">One-sided permutation p-value.</param>
/// <param name="Null">The value of each permutation.</param>
public sealed record OrderMeasure(double Observed, double Permuted, double PermutedDeviation, double P, double[] Null)
{
    /// <summary>Observed / Permuted, for a measure of one sign.</summary>
    public double Ratio => Observed / Permuted;

    /// <summary>The numbers of a null.</summary>
    /// <param name="result">The null.</param>
    public static OrderMeasure Of(PermutationNull result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new OrderMeasure(result.Observed, result.Mean, result.StandardDeviation, result.PValue, [.. result.Values]);
    }
}
