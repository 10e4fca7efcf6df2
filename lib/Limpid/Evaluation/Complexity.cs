using static TorchSharp.torch;

namespace Limpid.Evaluation;

/// <summary>How few entries carry a relevance map. Every measure looks at |r| over all entries of one sample, whatever their axes.</summary>
/// <remarks>
/// <para>Maps come as [N, ...] of any floating or integer type; results are float64 [N] on their device. None depends on the scale of a map.</para>
/// <para>A map of zeros has no distribution: Gini index and entropy are NaN there, the two counts 0.</para>
/// <para>
/// Scaling is by each sample's own largest value, so that a sample's result is the same in any batch; scaling by the largest value of the batch, as
/// is also found, makes effective complexity depend on the other samples.
/// </para>
/// </remarks>
public static class Complexity
{
    /// <summary>
    /// The Gini index of |r| (Hurley and Rickard 2009; "sparseness" in Chalasani et al. 2020): sum_i (2i - n - 1) a_(i) / (n sum a), a sorted ascending.
    /// 0 if all are equal and for a single entry, (n - 1)/n if one entry carries all.
    /// </summary>
    /// <param name="relevance">Maps [N, ...], finite.</param>
    /// <returns>[N], float64; NaN for a map of zeros.</returns>
    /// <exception cref="ArgumentException">There is no sample or entry, or a value is not finite.</exception>
    /// <example>(0, 0, 1, 3): (1*1 + 3*3) / (4*4) = 0.625.</example>
    public static Tensor Gini(Tensor relevance)
    {
        using var scope = NewDisposeScope();
        using var still = no_grad();
        var sorted = Scaled(relevance).sort(1).Values;
        var n = sorted.size(1);
        var weight = arange(1, n + 1, dtype: float64, device: sorted.device).mul(2).sub(n + 1);
        return sorted.mul(weight).sum(1).div(sorted.sum(1).mul(n)).MoveToOuterDisposeScope();
    }

    /// <summary>
    /// The entropy of the shares q = |r| / sum |r| in nats, -sum q ln q with 0 ln 0 = 0 ("complexity" in Bhatt et al. 2020): 0 if one entry carries all, ln n if all are equal.
    /// </summary>
    /// <param name="relevance">Maps [N, ...], finite.</param>
    /// <returns>[N], float64; NaN for a map of zeros.</returns>
    /// <exception cref="ArgumentException">There is no sample or entry, or a value is not finite.</exception>
    public static Tensor Entropy(Tensor relevance)
    {
        using var scope = NewDisposeScope();
        using var still = no_grad();
        var scaled = Scaled(relevance);
        var shares = scaled.div(scaled.sum(1, keepdim: true));
        return shares.xlogy(shares.reciprocal()).sum(1).MoveToOuterDisposeScope();
    }

    /// <summary>The number of entries with |r| above a share of the sample's largest |r| (after Nguyen and Martinez 2020).</summary>
    /// <param name="relevance">Maps [N, ...], finite.</param>
    /// <param name="threshold">The share, 0 to below 1.</param>
    /// <returns>[N], float64; 0 for a map of zeros.</returns>
    /// <exception cref="ArgumentException">There is no sample or entry, or a value is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The threshold is outside its range.</exception>
    public static Tensor EffectiveComplexity(Tensor relevance, double threshold = 1e-5)
    {
        if (!(threshold >= 0 && threshold < 1))
            throw new ArgumentOutOfRangeException(nameof(threshold), threshold, "Expected 0 to below 1, a share of the largest value.");
        using var scope = NewDisposeScope();
        using var still = no_grad();
        return Scaled(relevance).gt(threshold).to(float64).sum(1).MoveToOuterDisposeScope();
    }

    /// <summary>The share of entries that are not exactly 0.</summary>
    /// <param name="relevance">Maps [N, ...], finite.</param>
    /// <returns>[N], float64, 0 to 1.</returns>
    /// <exception cref="ArgumentException">There is no sample or entry, or a value is not finite.</exception>
    public static Tensor NonZeroFraction(Tensor relevance)
    {
        using var scope = NewDisposeScope();
        using var still = no_grad();
        return RelevanceRows.Of(relevance, nameof(relevance)).ne(0).to(float64).mean([1]).MoveToOuterDisposeScope();
    }

    /// <summary>|r| over the sample's largest, so that sums can't overflow; NaN in a map of zeros.</summary>
    private static Tensor Scaled(Tensor relevance)
    {
        var size = RelevanceRows.Of(relevance, nameof(relevance)).abs();
        return size.div(size.amax([1], keepdim: true));
    }
}
