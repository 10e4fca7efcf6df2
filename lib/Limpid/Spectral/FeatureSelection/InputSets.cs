namespace Limpid.Spectral.FeatureSelection;

/// <summary>Sets of inputs and how alike they are.</summary>
public static class InputSets
{
    /// <summary>Inputs above a threshold.</summary>
    /// <param name="relevance">r of each input.</param>
    /// <param name="threshold">An input must be above it.</param>
    public static int[] Above(IReadOnlyList<double> relevance, double threshold)
    {
        ArgumentNullException.ThrowIfNull(relevance);
        return [.. Enumerable.Range(0, relevance.Count).Where(input => relevance[input] > threshold)];
    }

    /// <summary>Inputs in at least so many of some sets, ascending.</summary>
    /// <param name="sets">The sets.</param>
    /// <param name="least">How many.</param>
    public static int[] InAtLeast(IReadOnlyList<int[]> sets, int least)
    {
        ArgumentNullException.ThrowIfNull(sets);
        return [.. sets.SelectMany(set => set.Distinct()).GroupBy(input => input).Where(group => group.Count() >= least).Select(group => group.Key).Order()];
    }

    /// <summary>The mean over all pairs of sets of |A and B| / |A or B|; 1 for two empty sets.</summary>
    /// <param name="sets">At least two.</param>
    /// <exception cref="ArgumentException">There are fewer.</exception>
    public static double Overlap(IReadOnlyList<int[]> sets)
    {
        ArgumentNullException.ThrowIfNull(sets);
        if (sets.Count < 2) throw new ArgumentException($"There are {sets.Count} sets; expected at least two to compare.", nameof(sets));
        return (from i in Enumerable.Range(0, sets.Count) from j in Enumerable.Range(i + 1, sets.Count - i - 1) select Jaccard(sets[i], sets[j])).Average();
    }

    /// <summary><see cref="Overlap"/> of random sets of the same sizes, the mean of 200 draws.</summary>
    /// <param name="sets">The sets whose sizes count.</param>
    /// <param name="inputs">Number of inputs.</param>
    /// <param name="random">The draws.</param>
    public static double RandomOverlap(IReadOnlyList<int[]> sets, int inputs, Random random)
    {
        ArgumentNullException.ThrowIfNull(sets);
        ArgumentNullException.ThrowIfNull(random);
        return Enumerable.Range(0, 200).Average(_ => Overlap([.. sets.Select(set => Random(set.Length, inputs, random))]));
    }

    /// <summary>A random set.</summary>
    /// <param name="size">How many.</param>
    /// <param name="inputs">Of how many.</param>
    /// <param name="random">The draw.</param>
    public static int[] Random(int size, int inputs, Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        var all = Enumerable.Range(0, inputs).ToArray();
        random.Shuffle(all);
        return [.. all.Take(size).Order()];
    }

    private static double Jaccard(int[] first, int[] second)
    {
        var either = first.Union(second).Count();
        return either == 0 ? 1 : (double)first.Intersect(second).Count() / either;
    }
}
