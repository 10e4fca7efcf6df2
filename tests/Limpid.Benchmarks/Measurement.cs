using System.Diagnostics;

namespace Limpid.Benchmarks;

/// <summary>What a comparison gave at one number of threads.</summary>
/// <param name="Base">Seconds of the same calls from C++, where the comparison is of overheads and there is a baseline.</param>
/// <param name="Difference">Relative difference of the check values after the first run, null where the work differs by design.</param>
internal sealed record Measurement(Comparison Comparison, int Threads, double[] Ours, double[] Other, double[]? Base, double? Difference)
{
    private static readonly TimeSpan WarmUpTime = TimeSpan.FromSeconds(1), Rest = TimeSpan.FromMilliseconds(100);

    public double OursMedian => Median(Ours);

    public double OtherMedian => Median(Other);

    /// <summary>Ours / other, whole times: the median over neighbouring runs, between which the machine changes less than over all of them.</summary>
    public double Ratio => Median(Pairs);

    /// <summary>The quartiles of <see cref="Ratio"/>.</summary>
    public (double Low, double High) RatioSpread
    {
        get
        {
            var ratios = Pairs.Order().ToArray();
            return (ratios[ratios.Length / 4], ratios[ratios.Length * 3 / 4]);
        }
    }

    /// <summary>Ours / other of what both add to the call from C++; NaN where that was not measured.</summary>
    public double Overhead => Base is null ? double.NaN : (OursMedian - Median(Base)) / (OtherMedian - Median(Base));

    /// <summary>Null where nothing is asked, or where an overhead is asked and there is no baseline to take it from.</summary>
    public bool? Met => Comparison.Asked is { } asked && (Base is not null || !Comparison.Overhead) ? Judged <= asked : null;

    /// <summary>The ratio that what is asked goes by: of overheads where there is a baseline, else of whole times.</summary>
    public double Judged => Base is null ? Ratio : Overhead;

    private IEnumerable<double> Pairs => Ours.Zip(Other, (a, b) => a / b);

    public static Measurement Take(Comparison comparison, int threads, Server ours, Server other, Server? baseline)
    {
        var (mine, theirs) = (WarmUp(ours, comparison.Ours, comparison.Count), WarmUp(other, comparison.Other, comparison.Count));
        double? difference = comparison.AgainstPeer ? mine.Check == theirs.Check ? 0 : Math.Abs(mine.Check - theirs.Check) / Math.Abs(theirs.Check) : null;
        var (a, b, c) = (new double[comparison.Rounds], new double[comparison.Rounds], baseline is not null ? new double[comparison.Rounds] : null);
        var rest = ReferenceEquals(ours, other) ? TimeSpan.Zero : Rest;
        for (var round = 0; round < comparison.Rounds; round++)
        {
            a[round] = Alone(ours, comparison.Ours);
            b[round] = Alone(other, comparison.Other);
            if (c is not null) c[round] = Alone(baseline!, comparison.Other);
        }
        return new(comparison, threads, a, b, c, difference);

        // The threads of BLAS wait busily for some 30 ms after a product, which would be beside another process's run.
        double Alone(Server server, string workload)
        {
            Thread.Sleep(rest);
            return server.Run(workload, comparison.Count).Seconds;
        }
    }

    // The first runs compile code, again after some calls, load kernels and fill caches: for a second they give the check value and no time.
    private static (double Seconds, double Check) WarmUp(Server server, string workload, int count)
    {
        var clock = Stopwatch.StartNew();
        var first = server.Run(workload, count);
        while (clock.Elapsed < WarmUpTime) _ = server.Run(workload, count);
        return first;
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
