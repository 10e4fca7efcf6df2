namespace Limpid.Figures;

/// <summary>The heights of the letters of a sequence logo.</summary>
internal static class LogoHeights
{
    /// <summary>p R in bits with R = log₂ K + Σ p log₂ p over the K letters of a position, where 0 log₂ 0 = 0.</summary>
    /// <param name="frequencies">Counts or shares; row: position, column: letter.</param>
    public static double[,] Of(double[,] frequencies)
    {
        var (rows, letters) = (frequencies.GetLength(0), frequencies.GetLength(1));
        var heights = new double[rows, letters];
        for (var i = 0; i < rows; i++)
        {
            var shares = Enumerable.Range(0, letters).Select(k => NotNegative(frequencies, i, k)).ToArray();
            var sum = shares.Sum();
            if (sum == 0)
                throw new ArgumentException(FormattableString.Invariant($"Row {i} of frequencies holds only zeros; expected at least one letter."), nameof(frequencies));
            var bits = Math.Log2(letters) + shares.Where(s => s > 0).Sum(s => s / sum * Math.Log2(s / sum));
            for (var k = 0; k < letters; k++)
                heights[i, k] = Math.Max(0, bits) * shares[k] / sum;
        }
        return heights;
    }

    private static double NotNegative(double[,] values, int i, int k) => values[i, k] >= 0 && double.IsFinite(values[i, k])
        ? values[i, k]
        : throw new ArgumentException(FormattableString.Invariant($"frequencies[{i}, {k}] is {values[i, k]}; expected a finite number, 0 or more."), "frequencies");
}
