namespace Limpid.Data;

/// <summary>Random choice that keeps the shares of the classes.</summary>
internal static class Stratified
{
    /// <summary>Positions of the chosen items, ascending.</summary>
    public static long[] Choose(long[] classes, int classCount, int count, long seed)
    {
        long[][] members = [.. Enumerable.Range(0, classCount).Select(k => Positions(classes, k))];
        int[] shares = Shares([.. members.Select(positions => positions.Length)], count);
        var random = new SplitMix64(seed);
        foreach (long[] positions in members)
            random.Shuffle(positions);
        return [.. members.SelectMany((positions, k) => positions.Take(shares[k])).Order()];
    }

    /// <summary>Splits a count in proportion to sizes, by largest remainders; equal remainders go to the lower index.</summary>
    public static int[] Shares(int[] sizes, int count)
    {
        long total = sizes.Sum();
        int[] shares = [.. sizes.Select(size => (int)((long)size * count / total))];
        IEnumerable<int> byRemainder = Enumerable.Range(0, sizes.Length).OrderByDescending(k => (long)sizes[k] * count % total).ThenBy(k => k);
        foreach (int k in byRemainder.Take(count - shares.Sum()))
            shares[k]++;
        return shares;
    }

    private static long[] Positions(long[] classes, int wanted)
    {
        var positions = new List<long>();
        for (int i = 0; i < classes.Length; i++)
            if (classes[i] == wanted)
                positions.Add(i);
        return [.. positions];
    }
}
