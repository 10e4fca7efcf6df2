namespace Limpid.Benchmarks;

/// <summary>What a comparison gave at one number of threads.</summary>
/// <param name="Base">Seconds of the same calls from C++, where the comparison is of overheads and there is a baseline.</param>
/// <param name="Difference">Relative difference of the check values after the first run, null where the work differs by design.</param>
internal sealed record Measurement(Comparison Comparison, int Threads, double[] Ours, double[] Other, double[]? Base, double? Difference)
{
    public double OursMedian => Median(Ours);

    public double OtherMedian => Median(Other);

    public double BaseMedian => Base is null ? 0 : Median(Base);

    public double Ratio => (OursMedian - BaseMedian) / (OtherMedian - BaseMedian);

    /// <summary>Quartiles of the ratios of neighbouring runs, whole times.</summary>
    public (double Low, double High) RatioSpread
    {
        get
        {
            var ratios = Ours.Zip(Other, (a, b) => a / b).Order().ToArray();
            return (ratios[ratios.Length / 4], ratios[ratios.Length * 3 / 4]);
        }
    }

    /// <summary>Null where nothing is asked, or where an overhead is asked and there is no baseline to take it from.</summary>
    public bool? Met => Comparison.Asked is { } asked && (Base is not null || !Comparison.Overhead) ? Ratio <= asked : null;

    public static Measurement Take(Comparison comparison, int threads, Server ours, Server other, Server? baseline)
    {
        // The first runs compile code, load kernels and fill caches; they give the check values and no time.
        var (mine, theirs) = (ours.Run(comparison.Ours, comparison.Count), other.Run(comparison.Other, comparison.Count));
        double? difference = comparison.AgainstPeer ? mine.Check == theirs.Check ? 0 : Math.Abs(mine.Check - theirs.Check) / Math.Abs(theirs.Check) : null;
        var (a, b, c) = (new double[comparison.Rounds], new double[comparison.Rounds], comparison.Overhead && baseline is not null ? new double[comparison.Rounds] : null);
        for (var round = 0; round < comparison.Rounds; round++)
        {
            a[round] = ours.Run(comparison.Ours, comparison.Count).Seconds;
            b[round] = other.Run(comparison.Other, comparison.Count).Seconds;
            if (c is not null) c[round] = baseline!.Run(comparison.Other, comparison.Count).Seconds;
        }
        return new(comparison, threads, a, b, c, difference);
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
