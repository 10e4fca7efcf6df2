using Limpid.Reproduction;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Relevance.Attributions;

public static partial class Attribution
{
    /// <summary>The most groups for which <see cref="ExactShapley"/> counts all subsets.</summary>
    public const int MostExactGroups = 16;

    /// <summary>
    /// Shapley values of v(S) = f_t(x on S, b elsewhere), estimated from random orders of the groups (Castro et al. 2009): the mean, over orders, of what the score gains
    /// when the group joins those before it. Each order comes with its reverse.
    /// </summary>
    /// <remarks>
    /// The gains of one order sum to f_t(x) - f_t(b), hence the values too. The value of a group is shared out equally among its entries, so that the map sums to it.
    /// Cost: <c>2 pairs (groups - 1)</c> forward passes per sample.
    /// </remarks>
    /// <param name="model">The model.</param>
    /// <param name="input">x [N, ...]; for integers (indices) the map has the type of torch's default float.</param>
    /// <param name="target">The class; the largest score is that at x.</param>
    /// <param name="pairs">Orders with their reverses, at least 1.</param>
    /// <param name="groups">The group of each entry, integers from 0 without a gap, shaped as one sample or extending to it ([1, H, W] joins the channels of a pixel); each
    /// entry by itself if left out.</param>
    /// <param name="baseline">b, shaped as the input or extending to it; 0 if left out.</param>
    /// <param name="seed">The orders come from it; each sample has its own, whatever the batch size.</param>
    /// <param name="batchSize">Inputs at a time.</param>
    /// <exception cref="ArgumentException">The groups don't fit the input.</exception>
    public static Tensor SampledShapley(
        ScoringModel model, Tensor input, ClassTarget target = default, int pairs = 10, Tensor? groups = null, Tensor? baseline = null, Seed seed = default, int batchSize = 64)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(pairs, 1);
        return Shapley(model, input, target, groups, baseline, batchSize, (count, game, start) => new PermutationShapley(count, pairs, seed).Values(game, start));
    }

    /// <summary>Shapley values of v(S) = f_t(x on S, b elsewhere) from all subsets of the groups (Shapley 1953): phi_g = sum over S without g of
    /// |S|! (G - |S| - 1)! / G! (v(S and g) - v(S)).</summary>
    /// <remarks>They sum to f_t(x) - f_t(b). The value of a group is shared out equally among its entries. Cost: 2^G forward passes per sample.</remarks>
    /// <param name="model">The model.</param>
    /// <param name="input">x [N, ...].</param>
    /// <param name="target">The class; the largest score is that at x.</param>
    /// <param name="groups">The group of each entry, at most <see cref="MostExactGroups"/>, as for <see cref="SampledShapley"/>.</param>
    /// <param name="baseline">b, shaped as the input or extending to it; 0 if left out.</param>
    /// <param name="batchSize">Inputs at a time.</param>
    /// <exception cref="ArgumentException">There are too many groups, or they don't fit the input.</exception>
    public static Tensor ExactShapley(
        ScoringModel model, Tensor input, ClassTarget target = default, Tensor? groups = null, Tensor? baseline = null, int batchSize = 64) =>
        Shapley(model, input, target, groups, baseline, batchSize, (count, game, _) =>
        {
            if (count > MostExactGroups)
                throw new ArgumentException(FormattableString.Invariant(
                    $"There are {count} groups; expected at most {MostExactGroups}, since all 2^{count} subsets are counted. Join entries into groups, or use SampledShapley."), nameof(groups));
            return SubsetShapley.Values(game, count);
        });

    private static Tensor Shapley(
        ScoringModel model, Tensor input, ClassTarget target, Tensor? groups, Tensor? baseline, int batchSize, Func<int, CoalitionGame, long, Tensor> values)
    {
        ArgumentNullException.ThrowIfNull(model);
        model.Check(input, batchSize, gradient: false);
        using var scope = NewDisposeScope();
        using var still = no_grad();
        using var mode = model.Evaluation();
        var origin = Baseline.Of(baseline, input);
        var entries = new FeatureGroups(groups, input);
        var (targets, scores) = model.Explained(input, target, batchSize);
        return InBatches(input, batchSize, (start, points) =>
        {
            var (from, classes) = (origin.narrow(0, start, points.size(0)), targets.narrow(0, start, points.size(0)));
            var game = new CoalitionGame(
                new MaskedScores(model, points, from, classes, batchSize), entries, scores.narrow(0, start, points.size(0)), model.Scores(from.clone(), classes));
            return entries.SharedOut(values(entries.Count, game, start)).to(MapType(points));
        }).MoveToOuterDisposeScope();
    }
}
