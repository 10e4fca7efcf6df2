namespace Limpid.Relevance.Genomics;

/// <summary>Readings of many methods, looked up and compared.</summary>
public static class MapReadings
{
    /// <summary>The reading of a method.</summary>
    /// <param name="readings">Readings.</param>
    /// <param name="kind">How maps are made sparse.</param>
    /// <param name="share">p+; of no account for plain LRP.</param>
    /// <exception cref="ArgumentException">It was not read.</exception>
    public static MapReading At(this IReadOnlyList<MapReading> readings, MapKind kind, double share = 0)
    {
        ArgumentNullException.ThrowIfNull(readings);
        return readings.FirstOrDefault(reading => reading.Method.Kind == kind && (kind == MapKind.Plain || reading.Method.Share == share))
            ?? throw new ArgumentException(FormattableString.Invariant($"There is no reading of {new MapMethod(kind, share)}."), nameof(kind));
    }

    /// <summary>A number over the shares, from p = 0 (plain LRP) on.</summary>
    /// <param name="readings">Readings.</param>
    /// <param name="kind">How maps are made sparse.</param>
    /// <param name="value">The number.</param>
    public static (double Share, double Value)[] Sweep(this IReadOnlyList<MapReading> readings, MapKind kind, Func<MapReading, double> value)
    {
        ArgumentNullException.ThrowIfNull(readings);
        ArgumentNullException.ThrowIfNull(value);
        return [.. readings.Where(reading => reading.Method.Kind == MapKind.Plain || reading.Method.Kind == kind).Select(reading => (reading.Method.Share, value(reading))).OrderBy(each => each.Share)];
    }

    /// <summary>A number over the shares for several runs, as a chart of lines takes it: a row for each run, a column for each share from p = 0 on.</summary>
    /// <param name="runs">The readings of each run.</param>
    /// <param name="kind">How maps are made sparse.</param>
    /// <param name="value">The number.</param>
    public static double[,] Runs(this IEnumerable<IReadOnlyList<MapReading>> runs, MapKind kind, Func<MapReading, double> value)
    {
        ArgumentNullException.ThrowIfNull(runs);
        return Rows.Of(runs, readings => [.. readings.Sweep(kind, value).Select(point => point.Value)]);
    }

    /// <summary>
    /// The mass accuracy that the post-hoc threshold has where its maps are as sparse as given: between the shares read, by a straight line over the Gini index. Beyond the sparsest map
    /// read, that map's.
    /// </summary>
    /// <param name="readings">Readings of plain LRP and of the threshold at several shares.</param>
    /// <param name="gini">The Gini index.</param>
    public static double ThresholdMassAt(this IReadOnlyList<MapReading> readings, double gini)
    {
        var points = readings.Sweep(MapKind.Threshold, reading => reading.Gini).Zip(readings.Sweep(MapKind.Threshold, reading => reading.MassAccuracy), (x, y) => (Gini: x.Value, Mass: y.Value)).ToArray();
        var next = Array.FindIndex(points, point => point.Gini >= gini);
        if (next <= 0)
            return next == 0 ? points[0].Mass : points[^1].Mass;
        var (low, high) = (points[next - 1], points[next]);
        return low.Mass + (high.Mass - low.Mass) * (gini - low.Gini) / (high.Gini - low.Gini);
    }
}
