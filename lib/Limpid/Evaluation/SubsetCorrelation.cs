using static TorchSharp.torch;

namespace Limpid.Evaluation;

/// <summary>The work of <see cref="Faithfulness.Correlation(Func{Tensor, Tensor}, Tensor, Tensor, Tensor, int, int, FlippingOptions?)"/>.</summary>
internal static class SubsetCorrelation
{
    internal static Tensor Of(Perturbation perturbation, Tensor relevance, int subsetSize, int subsets, FlippingOptions options)
    {
        using var scope = NewDisposeScope();
        var samples = relevance.size(0);
        var seed = options.Seed.Of("subsets");
        var (sums, falls) = (new double[samples * subsets], new double[samples * subsets]);
        for (var start = 0L; start < sums.Length; start += options.BatchSize)
        {
            using var batch = NewDisposeScope();
            var size = Math.Min(options.BatchSize, sums.Length - start);
            long[] of = [.. Enumerable.Range(0, (int)size).Select(copy => (start + copy) / subsets)];
            // The first few of a random order are a random subset.
            var chosen = RowDraws.Uniform(seed, start, size, relevance.size(1)).topk(subsetSize, 1).indexes.to(relevance.device);
            var rows = relevance.index_select(0, tensor(of, device: relevance.device));
            var flipped = zeros_like(rows, dtype: ScalarType.Bool).scatter_(1, chosen, ones_like(chosen, dtype: ScalarType.Bool));
            rows.mul(flipped).sum(1).cpu().contiguous().data<double>().ToArray().CopyTo(sums, start);
            perturbation.Scores(of, flipped).CopyTo(falls, start);
        }
        // The score of the untouched input is the same for all subsets of a sample and leaves the correlation as it is.
        return RankCorrelation.Pearson(tensor(sums, [samples, subsets]), tensor(falls, [samples, subsets]).neg()).MoveToOuterDisposeScope();
    }
}
