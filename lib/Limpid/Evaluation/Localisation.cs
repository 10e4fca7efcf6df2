using static TorchSharp.torch;

namespace Limpid.Evaluation;

/// <summary>How much of a relevance map lies where it should, by a mask.</summary>
/// <remarks>
/// <para>
/// Relevance comes as [N, ...], masks as booleans or 0 and 1 in the same shape. Masks without channels ([N, ...] or [N, 1, ...] for relevance [N, C, ...]) are
/// compared with the sum over the channels (<see cref="ChannelPooling"/>). Then the chosen <see cref="RelevancePart"/> is taken. Results are float64 [N] on the
/// device of the relevance.
/// </para>
/// <para>
/// An empty mask gives NaN everywhere. Equal values at a cut count in proportion: if two of four equal values are still to be taken, each counts one half. That is the mean over all
/// orders of the ties, so that maps with many zeros are not scored by the order of their pixels; a constant map scores exactly what chance gives, the mask's share of the entries.
/// </para>
/// </remarks>
public static class Localisation
{
    /// <summary>
    /// The pointing game (Zhang et al. 2018): whether the most relevant entry lies in the mask, 1 or 0; where several are the most relevant, their share in the mask.
    /// </summary>
    /// <param name="relevance">Maps [N, ...], finite.</param>
    /// <param name="masks">Masks, 0 and 1.</param>
    /// <param name="part">What of each value is ranked.</param>
    /// <returns>[N], float64.</returns>
    /// <exception cref="ArgumentException">The shapes do not fit, a value is not finite, or a mask holds something else than 0 and 1.</exception>
    public static Tensor PointingGame(Tensor relevance, Tensor masks, RelevancePart part = RelevancePart.Positive) =>
        Measure(relevance, masks, part, (values, inside) => InsideTop(values, inside, ones_like(inside.sum(1, keepdim: true))));

    /// <summary>
    /// Relevance mass accuracy (Arras et al. 2022): sum of the relevance in the mask / sum of all. NaN where there is no relevance of that part at all.
    /// </summary>
    /// <param name="relevance">Maps [N, ...], finite.</param>
    /// <param name="masks">Masks, 0 and 1.</param>
    /// <param name="part">Positive or absolute; of signed relevance the ratio is no share (it can be above 1 or below 0) and is refused.</param>
    /// <returns>[N], float64, 0 to 1.</returns>
    /// <exception cref="ArgumentException">The shapes do not fit, a value is not finite, a mask holds something else than 0 and 1, or the part is signed.</exception>
    /// <example>Relevance (3, 1, -2, 4) with the mask (1, 1, 1, 0): positive 4/8, absolute 6/10.</example>
    public static Tensor MassAccuracy(Tensor relevance, Tensor masks, RelevancePart part = RelevancePart.Positive)
    {
        if (part == RelevancePart.Signed)
            throw new ArgumentException("The part is Signed; expected Positive or Absolute, of which a share can be taken.", nameof(part));
        return Measure(relevance, masks, part, (values, inside) =>
        {
            var scaled = values.div(values.amax([1], keepdim: true));
            return scaled.mul(inside).sum(1).div(scaled.sum(1));
        });
    }

    /// <summary>
    /// Relevance rank accuracy (Arras et al. 2022): of the K most relevant entries, K the size of the sample's mask, the share in the mask.
    /// </summary>
    /// <inheritdoc cref="PointingGame"/>
    public static Tensor RankAccuracy(Tensor relevance, Tensor masks, RelevancePart part = RelevancePart.Positive) =>
        Measure(relevance, masks, part, (values, inside) =>
        {
            var size = inside.sum(1, keepdim: true);
            return InsideTop(values, inside, size).div(size.squeeze(1));
        });

    /// <summary>
    /// The area under the ROC curve of relevance as a detector of the mask: the probability that an entry in the mask has more relevance than one outside, equal
    /// values counting half. NaN also for a mask that covers all.
    /// </summary>
    /// <inheritdoc cref="PointingGame"/>
    public static Tensor RocAuc(Tensor relevance, Tensor masks, RelevancePart part = RelevancePart.Positive) =>
        Measure(relevance, masks, part, (values, inside) =>
        {
            // Mann and Whitney: the ranks in the mask, less their least sum.
            var (size, ranks) = (inside.sum(1), Ranks.Average(values).mul(inside).sum(1));
            return ranks.sub(size.mul(size.add(1)).div(2)).div(size.mul(size.neg().add(inside.size(1))));
        });

    /// <summary>Top-K intersection (Theiner et al. 2021): of the k most relevant entries, the share in the mask.</summary>
    /// <param name="relevance">Maps [N, ...], finite.</param>
    /// <param name="masks">Masks, 0 and 1.</param>
    /// <param name="k">How many, 1 to the number of entries of a mask.</param>
    /// <param name="part">What of each value is ranked.</param>
    /// <returns>[N], float64.</returns>
    /// <exception cref="ArgumentException">The shapes do not fit, a value is not finite, or a mask holds something else than 0 and 1.</exception>
    /// <exception cref="ArgumentOutOfRangeException">k is outside its range.</exception>
    public static Tensor TopKIntersection(Tensor relevance, Tensor masks, int k, RelevancePart part = RelevancePart.Positive) =>
        Measure(relevance, masks, part, (values, inside) => Shared(values, inside, k).div(k));

    /// <summary>Intersection over union of the k most relevant entries T and the mask S: t / (k + |S| - t) with t = |T and S|.</summary>
    /// <inheritdoc cref="TopKIntersection"/>
    public static Tensor TopKIntersectionOverUnion(Tensor relevance, Tensor masks, int k, RelevancePart part = RelevancePart.Positive) =>
        Measure(relevance, masks, part, (values, inside) =>
        {
            var shared = Shared(values, inside, k);
            return shared.div(inside.sum(1).add(k).sub(shared));
        });

    private static Tensor Measure(Tensor relevance, Tensor masks, RelevancePart part, Func<Tensor, Tensor, Tensor> measure)
    {
        using var scope = NewDisposeScope();
        using var still = no_grad();
        var values = Fitted(relevance, masks, part);
        var inside = Masks.Rows(masks, values.device);
        return measure(values, inside).masked_fill(inside.sum(1).eq(0), double.NaN).MoveToOuterDisposeScope();
    }

    /// <summary>The relevance as rows [N, n] that fit the masks.</summary>
    private static Tensor Fitted(Tensor relevance, Tensor masks, RelevancePart part)
    {
        ArgumentNullException.ThrowIfNull(relevance);
        ArgumentNullException.ThrowIfNull(masks);
        var (shape, mask) = (relevance.shape, masks.shape);
        if (shape.SequenceEqual(mask)) return RelevanceRows.Take(RelevanceRows.Of(relevance, nameof(relevance)), part);
        if (shape.Length > 2 && (WithoutChannels(shape).SequenceEqual(mask) || (mask.Length == shape.Length && mask[1] == 1 && WithoutChannels(shape).SequenceEqual(WithoutChannels(mask)))))
            return ChannelPooling.Sum(relevance, part).reshape(shape[0], -1);
        throw new ArgumentException(
            $"{nameof(masks)} has shape {RelevanceRows.Text(mask)}; expected {RelevanceRows.Text(shape)} as the relevance, or that without its channels.", nameof(masks));
    }

    private static long[] WithoutChannels(long[] shape) => [shape[0], .. shape[2..]];

    private static Tensor Shared(Tensor values, Tensor inside, int k)
    {
        if (k < 1 || k > values.size(1))
            throw new ArgumentOutOfRangeException(nameof(k), k, FormattableString.Invariant($"Expected 1 to {values.size(1)}, the number of entries."));
        return InsideTop(values, inside, full_like(inside.sum(1, keepdim: true), k));
    }

    /// <summary>How many of the most relevant entries lie in the mask [N]; their number [N, 1] is each sample's own.</summary>
    private static Tensor InsideTop(Tensor values, Tensor inside, Tensor count)
    {
        var cut = values.sort(1, descending: true).Values.gather(1, count.to(int64).sub(1).clamp_min(0));
        var (above, level) = (values.gt(cut).to(float64), values.eq(cut).to(float64));
        var left = count.squeeze(1).sub(above.sum(1));
        return above.mul(inside).sum(1).add(left.mul(level.mul(inside).sum(1)).div(level.sum(1)));
    }
}
