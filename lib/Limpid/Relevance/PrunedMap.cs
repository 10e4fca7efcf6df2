using static TorchSharp.torch;

namespace Limpid.Relevance;

/// <summary>
/// Controls for pruned propagation: plain relevance made sparse afterwards. Each returns a new map of the same shape; the given one stays as it is.
/// What a cut holds is not given back, except by <see cref="Threshold"/>.
/// </summary>
public static class PrunedMap
{
    /// <summary>The cut of PLRP-lambda applied once to a finished map: smallest values up to a share of each sign's mass are cut, the kept ones rescaled.</summary>
    /// <param name="map">Relevance [N, ...].</param>
    /// <param name="positive">p+, 0 or larger and below 1.</param>
    /// <param name="negative">p-; half of p+ if null.</param>
    /// <exception cref="ArgumentException">The map is empty or not finite.</exception>
    public static Tensor Threshold(Tensor map, double positive, double? negative = null)
    {
        Check(map);
        var shares = new PrunedShares(positive, negative ?? positive / 2);
        var copy = map.detach().contiguous().clone();
        if (shares != PrunedShares.None) MassCut.Apply(copy, shares, null);
        return copy;
    }

    /// <summary>Keeps the largest absolute values of each sample; of equal ones the first.</summary>
    /// <param name="map">Relevance [N, ...].</param>
    /// <param name="counts">How many to keep, one number per sample, such as <see cref="NonZeros"/> of a pruned map.</param>
    public static Tensor Top(Tensor map, IReadOnlyList<long> counts)
    {
        Check(map);
        CheckCounts(map, counts);
        using var scope = NewDisposeScope();
        var rows = map.detach().reshape([map.size(0), -1]);
        var order = rows.abs().sort(1, descending: true, stable: true).Indices;
        return Kept(map, rows, order, counts).MoveToOuterDisposeScope();
    }

    /// <summary>Keeps random entries of each sample, chosen among those that aren't 0 (all of them if there are fewer).</summary>
    /// <param name="map">Relevance [N, ...].</param>
    /// <param name="counts">How many to keep, one number per sample.</param>
    /// <param name="seed">Where the choice comes from.</param>
    public static Tensor Random(Tensor map, IReadOnlyList<long> counts, int seed)
    {
        Check(map);
        CheckCounts(map, counts);
        using var scope = NewDisposeScope();
        var rows = map.detach().reshape([map.size(0), -1]);
        var length = (int)rows.size(1);
        var random = new Random(seed);
        var order = new long[rows.numel()];
        for (var i = 0; i < (int)rows.size(0); i++)
        {
            var row = rows[i].ne(0).cpu().data<bool>().ToArray();
            var (zero, rest) = (Enumerable.Range(0, length).Where(j => !row[j]).ToArray(), Enumerable.Range(0, length).Where(j => row[j]).ToArray());
            random.Shuffle(rest);
            for (var j = 0; j < length; j++) order[i * length + j] = j < rest.Length ? rest[j] : zero[j - rest.Length];
        }
        return Kept(map, rows, tensor(order, rows.shape, device: rows.device), counts).MoveToOuterDisposeScope();
    }

    /// <summary>How many entries of each sample aren't 0.</summary>
    /// <param name="map">Relevance [N, ...].</param>
    public static long[] NonZeros(Tensor map)
    {
        Check(map);
        using var scope = NewDisposeScope();
        return map.detach().reshape([map.size(0), -1]).ne(0).sum(1L).cpu().data<long>().ToArray();
    }

    /// <summary>The first counts[i] entries of each row's order.</summary>
    private static Tensor Kept(Tensor map, Tensor rows, Tensor order, IReadOnlyList<long> counts)
    {
        var length = rows.size(1);
        var keep = arange(length, ScalarType.Int64, rows.device).unsqueeze(0).lt(tensor(counts.ToArray(), device: rows.device).unsqueeze(1));
        var mask = zeros_like(rows).scatter_(1, order, keep.to(rows.dtype));
        return (rows * mask).view(map.shape);
    }

    private static void Check(Tensor map)
    {
        ArgumentNullException.ThrowIfNull(map);
        if (map.dim() < 2 || map.numel() == 0)
            throw new ArgumentException(FormattableString.Invariant($"The map has shape [{string.Join(", ", map.shape)}]; expected [N, ...] with entries."), nameof(map));
        using var scope = NewDisposeScope();
        if (!FiniteNumbers.All(map)) throw new ArgumentException("The map holds NaN or infinity; expected finite numbers.", nameof(map));
    }

    private static void CheckCounts(Tensor map, IReadOnlyList<long> counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        var most = map.numel() / map.size(0);
        if (counts.Count != map.size(0)) throw new ArgumentException(FormattableString.Invariant($"There are {counts.Count} counts; expected {map.size(0)}, one per sample."), nameof(counts));
        foreach (var count in counts)
            if (count < 0 || count > most) throw new ArgumentException(FormattableString.Invariant($"A count is {count}; expected 0 to {most}."), nameof(counts));
    }
}
