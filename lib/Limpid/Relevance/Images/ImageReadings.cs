using MathNet.Numerics.Statistics;

namespace Limpid.Relevance.Images;

/// <summary>What was measured of all methods on the images of one network.</summary>
/// <param name="Name">The network's, with its composite where it has several.</param>
/// <param name="All">The readings, LRP first.</param>
public sealed record ImageReadings(string Name, IReadOnlyList<MapReading> All)
{
    /// <summary>The reading of a method.</summary>
    /// <param name="method">Which.</param>
    /// <exception cref="ArgumentException">It was not read.</exception>
    public MapReading this[MapMethod method] => All.FirstOrDefault(reading => reading.Method == method)
        ?? throw new ArgumentException($"{Name} has no maps of {method}; it has {string.Join(", ", All.Select(reading => reading.Method))}.", nameof(method));

    /// <summary>The maps of LRP and of PLRP-lambda by rising share.</summary>
    public IReadOnlyList<MapReading> Sweep => [.. All.Where(reading => reading.Method.Kind is MapKind.Plain or MapKind.Lambda)];

    /// <summary>p+ of the maps of <see cref="Sweep"/>; 0 for LRP.</summary>
    public double[] Shares => [.. Sweep.Select(reading => reading.Method.Share)];

    /// <summary>A measure over the sweep: a row for each image that all its methods were read for, a column for each share.</summary>
    /// <param name="measure">What is measured.</param>
    public double[,] Over(Func<MapReading, double[]> measure)
    {
        double[][] columns = [.. Sweep.Select(measure)];
        var rows = new double[columns.Min(column => column.Length), columns.Length];
        for (var i = 0; i < rows.GetLength(0); i++)
            for (var j = 0; j < columns.Length; j++)
                rows[i, j] = columns[j][i];
        return rows;
    }

    /// <summary>The readings of all methods whose share is among these, and of LRP.</summary>
    /// <param name="shares">p+.</param>
    public IReadOnlyList<MapReading> At(IReadOnlyList<double> shares) => [.. All.Where(reading => reading.Method.Kind == MapKind.Plain || shares.Contains(reading.Method.Share))];

    /// <summary>Of the three controls with as many non-zeros as a PLRP-lambda, the one with the highest median.</summary>
    /// <param name="share">p+ of that PLRP-lambda.</param>
    /// <param name="measure">What is measured.</param>
    public MapReading BestControl(double share, Func<MapReading, double[]> measure) => MapMethod.Controls(share).Select(control => this[control]).MaxBy(reading => measure(reading).Median())!;

    internal static ImageReadings Join(string name, IReadOnlyList<MapReading[]> batches) =>
        new(name, [.. batches[0].Select(first => MapReading.Join([.. batches.SelectMany(batch => batch.Where(reading => reading.Method == first.Method))]))]);
}
