using static TorchSharp.torch;

namespace Limpid.Relevance.Images;

/// <summary>The post-hoc threshold with a given number of non-zeros, so that it can be compared with a pruned map of that sparsity.</summary>
internal static class EqualThreshold
{
    private const int Halvings = 20;
    private const double Most = 0.9999;

    /// <summary>
    /// <see cref="PrunedMap.Threshold"/> with the smallest p (and p/2 for the negative entries) that leaves at most so many entries of a sample; p is found by halving.
    /// Each sign keeps an entry, so of a single one that may stay two can be left.
    /// </summary>
    /// <param name="map">Relevance [N, ...].</param>
    /// <param name="counts">How many entries may stay, one number per sample.</param>
    internal static Tensor Of(Tensor map, IReadOnlyList<long> counts)
    {
        using var scope = NewDisposeScope();
        return cat([.. counts.Select((count, i) => One(map.narrow(0, i, 1), count))]).MoveToOuterDisposeScope();
    }

    private static Tensor One(Tensor map, long count)
    {
        if (PrunedMap.NonZeros(map)[0] <= count) return map;
        var (low, high) = (0.0, Most);
        var best = PrunedMap.Threshold(map, Most);
        for (var halving = 0; halving < Halvings; halving++)
        {
            var middle = (low + high) / 2;
            var cut = PrunedMap.Threshold(map, middle);
            if (PrunedMap.NonZeros(cut)[0] > count) low = middle;
            else (high, best) = (middle, cut);
        }
        return best;
    }
}
