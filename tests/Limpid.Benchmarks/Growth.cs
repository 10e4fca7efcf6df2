namespace Limpid.Benchmarks;

/// <summary>How the time of a workload grows with the number of points n.</summary>
/// <param name="Workload">Its name.</param>
/// <param name="Power">The power of n it is expected to grow with.</param>
/// <param name="Seconds">Medians, one for each of <see cref="GraphComparisons.Sizes"/>.</param>
internal sealed record Growth(string Workload, int Power, double[] Seconds)
{
    private const int Rounds = 5;

    /// <summary>The slope of log time over log n by least squares.</summary>
    public double Exponent
    {
        get
        {
            var x = GraphComparisons.Sizes.Select(size => Math.Log(size)).ToArray();
            var y = Seconds.Select(time => Math.Log(time)).ToArray();
            var (meanX, meanY) = (x.Average(), y.Average());
            return x.Zip(y, (a, b) => (a - meanX) * (b - meanY)).Sum() / x.Sum(a => (a - meanX) * (a - meanX));
        }
    }

    public static Growth Measure(string workload, int power, Server server)
    {
        double Time(int size)
        {
            var name = GraphComparisons.At(workload, size);
            // So often that every size takes about as long.
            var count = (int)Math.Pow(GraphComparisons.Sizes[^1] / size, power) * (power == 1 ? 4 : 1);
            server.Run(name, count);
            return Measurement.Median(Enumerable.Range(0, Rounds).Select(_ => server.Run(name, count).Seconds));
        }
        return new Growth(workload, power, [.. GraphComparisons.Sizes.Select(Time)]);
    }
}
