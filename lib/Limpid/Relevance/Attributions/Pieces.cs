namespace Limpid.Relevance.Attributions;

internal static class Pieces
{
    /// <summary>Consecutive pieces of at most a given size.</summary>
    internal static IEnumerable<(long Start, long Count)> Of(long total, long size)
    {
        for (var start = 0L; start < total; start += size) yield return (start, Math.Min(size, total - start));
    }

    /// <summary>Pieces of the variants of several samples at once, so that samples times variants stay within the batch size (one variant at the least).</summary>
    internal static IEnumerable<(long Start, long Count)> OfVariants(long variants, long samples, int batchSize) => Of(variants, Math.Max(1, batchSize / samples));
}
