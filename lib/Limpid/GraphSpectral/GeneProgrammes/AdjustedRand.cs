namespace Limpid.GraphSpectral.GeneProgrammes;

/// <summary>How far two ways to divide the same things into groups agree, beyond chance.</summary>
public static class AdjustedRand
{
    /// <summary>
    /// The adjusted Rand index: with n_ij things in group i of one and j of the other, a_i and b_j the sums, c(x) = x (x - 1) / 2 and e = sum c(a) sum c(b) / c(n),
    /// <c>(sum c(n_ij) - e) / ((sum c(a) + sum c(b)) / 2 - e)</c>. 1 if they are the same, about 0 by chance; 1 if both are trivial in the same way.
    /// </summary>
    /// <param name="first">A group for each thing.</param>
    /// <param name="second">Another group for each.</param>
    /// <exception cref="ArgumentException">The lists differ in length or are empty.</exception>
    /// <example>(0, 0, 1, 1) and (0, 0, 1, 2): sum c(n_ij) = 1, sum c(a) = 2, sum c(b) = 1, e = 1/3, index (1 - 1/3) / (3/2 - 1/3) = 4/7.</example>
    public static double Of(IReadOnlyList<int> first, IReadOnlyList<int> second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        if (first.Count != second.Count || first.Count == 0)
            throw new ArgumentException(FormattableString.Invariant($"There are {first.Count} and {second.Count} groups; expected as many, and at least one."), nameof(second));
        static double Pairs(double x) => x * (x - 1) / 2;
        static double Sum<T>(IEnumerable<T> groups) where T : notnull => groups.CountBy(group => group).Sum(count => Pairs(count.Value));
        var (both, a, b) = (Sum(first.Zip(second)), Sum(first), Sum(second));
        var expected = first.Count == 1 ? 0 : a * b / Pairs(first.Count);
        var most = (a + b) / 2;
        return most == expected ? 1 : (both - expected) / (most - expected);
    }
}
