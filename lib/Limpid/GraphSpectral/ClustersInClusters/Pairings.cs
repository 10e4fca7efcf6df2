namespace Limpid.GraphSpectral.ClustersInClusters;

/// <summary>Ways to put neurons into pairs, and pairs beside clusters.</summary>
public static class Pairings
{
    /// <summary>The pairs (0, 1), (2, 3), ...: the edges of <c>Graph.Lines(pairs, 2)</c>.</summary>
    /// <param name="pairs">How many, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="pairs"/> is below 1.</exception>
    public static IReadOnlyList<(int First, int Second)> Connected(int pairs)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(pairs, 1);
        return [.. Enumerable.Range(0, pairs).Select(pair => (2 * pair, 2 * pair + 1))];
    }

    /// <summary>Every way to put neurons into pairs; the first is <see cref="Connected"/>. Three pairs: 15 ways.</summary>
    /// <param name="pairs">How many pairs, 1 to 5 (945 ways).</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="pairs"/> is out of range.</exception>
    public static IReadOnlyList<IReadOnlyList<(int First, int Second)>> All(int pairs)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(pairs, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(pairs, 5);
        return [.. Ways([.. Enumerable.Range(0, 2 * pairs)])];
    }

    /// <summary>Every order of 0 .. n - 1; the first is the identity.</summary>
    internal static IEnumerable<int[]> Orders(int n) => n == 0
        ? [[]]
        : from shorter in Orders(n - 1)
          from place in Enumerable.Range(0, n)
          let at = n - 1 - place
          select (int[])[.. shorter[..at], n - 1, .. shorter[at..]];

    private static IEnumerable<(int, int)[]> Ways(int[] free)
    {
        if (free.Length == 0) return [[]];
        return from partner in free[1..]
               from rest in Ways([.. free[1..].Where(neuron => neuron != partner)])
               select (((int, int)[])[(free[0], partner), .. rest]);
    }
}
