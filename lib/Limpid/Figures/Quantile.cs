namespace Limpid.Figures;

/// <summary>Quantiles of a few numbers.</summary>
internal static class Quantile
{
    /// <summary>The value at position p (n − 1) of the sorted values, on the straight line between its two neighbours.</summary>
    public static double Of(double[] sorted, double p)
    {
        var position = p * (sorted.Length - 1);
        var below = (int)position;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
