using static TorchSharp.torch;

namespace Limpid.Relevance.Attributions;

/// <summary>Scores of samples of which some entries are kept and the others replaced by the baseline.</summary>
/// <param name="model">The model.</param>
/// <param name="input">x [B, ...].</param>
/// <param name="baseline">Shaped as the input.</param>
/// <param name="targets">int64 [B].</param>
/// <param name="batchSize">Inputs at a time.</param>
internal sealed class MaskedScores(ScoringModel model, Tensor input, Tensor baseline, Tensor targets, int batchSize)
{
    /// <summary>Runs through variants of every sample.</summary>
    /// <param name="variants">How many.</param>
    /// <param name="keep">For a number of variants from one on: which entries are kept, extending to [count, B, ...].</param>
    /// <param name="take">Gets the first variant and the scores [count, B], float64, which live as long as the call.</param>
    internal void Each(long variants, Func<long, long, Tensor> keep, Action<long, Tensor> take)
    {
        var samples = input.size(0);
        foreach (var (start, count) in Pieces.OfVariants(variants, samples, batchSize))
        {
            using var scope = NewDisposeScope();
            var points = where(keep(start, count), input.unsqueeze(0), baseline.unsqueeze(0)).expand([count, .. input.shape]);
            take(start, model.Scores(points.reshape([count * samples, .. input.shape[1..]]), targets.repeat(count)).view(count, samples));
        }
    }
}
