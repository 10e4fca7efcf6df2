using Limpid.Reproduction;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Relevance.Attributions;

public static partial class Attribution
{
    /// <summary>
    /// SmoothGrad (Smilkov et al. 2017): the mean gradient over normal noise of standard deviation sigma = level * (max x - min x) of each sample. The last draw has no
    /// noise, so that one draw is <see cref="Gradient"/>.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="input">x [N, ...], floating.</param>
    /// <param name="target">The class; the largest score is that at x.</param>
    /// <param name="draws">How many, at least 1.</param>
    /// <param name="level">The noise as a share of the sample's range, 0 or larger.</param>
    /// <param name="seed">The noise comes from it; each sample has a stream of its own, whatever the batch size.</param>
    /// <param name="batchSize">Inputs at a time.</param>
    public static Tensor SmoothGrad(ScoringModel model, Tensor input, ClassTarget target = default, int draws = 20, double level = 0.1, Seed seed = default, int batchSize = 64)
    {
        ArgumentNullException.ThrowIfNull(model);
        model.Check(input, batchSize, gradient: true);
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 1);
        if (!(level >= 0 && double.IsFinite(level))) throw new ArgumentOutOfRangeException(nameof(level), level, "Expected a finite number, 0 or larger.");
        using var scope = NewDisposeScope();
        using var still = no_grad();
        using var mode = model.Evaluation();
        var (targets, _) = model.Explained(input, target, batchSize);
        return InBatches(input, batchSize, (start, points) => MeanGradient(model, points, targets.narrow(0, start, points.size(0)), start, draws, level, seed, batchSize))
            .MoveToOuterDisposeScope();
    }

    private static Tensor MeanGradient(ScoringModel model, Tensor points, Tensor targets, long first, int draws, double level, Seed seed, int batchSize)
    {
        using var scope = NewDisposeScope();
        var rows = points.flatten(1);
        var sigma = (rows.amax([1]) - rows.amin([1])).mul(level).view([-1, .. Enumerable.Repeat(1L, (int)points.dim() - 1)]);
        var sum = points.zeros_like();
        using var noise = new SampleNoise(seed.Of("smoothgrad"), first, points);
        foreach (var (start, count) in Pieces.OfVariants(draws, points.size(0), batchSize))
        {
            using var batch = NewDisposeScope();
            var draw = noise.Next(count);
            if (start + count == draws) draw[-1].zero_();
            sum.add_(model.Gradient((points + sigma * draw).flatten(0, 1), _ => targets.repeat(count)).view([count, .. points.shape]).sum(0L));
        }
        return sum.div(draws).MoveToOuterDisposeScope();
    }
}
