namespace Limpid.Margin.ExplainedImages;

/// <summary>One method's measures over all images of a study.</summary>
public static class ReadingStatistics
{
    /// <summary>A measure of each image, in their order.</summary>
    /// <param name="readings">The study.</param>
    /// <param name="method">The method's name.</param>
    /// <param name="measure">What is measured.</param>
    /// <exception cref="ArgumentException">An image has no such map.</exception>
    public static double[] Each(this IReadOnlyList<ExplainedReadings> readings, string method, Func<ExplanationReading, double> measure)
    {
        ArgumentNullException.ThrowIfNull(readings);
        ArgumentNullException.ThrowIfNull(measure);
        return [.. readings.Select(image => measure(image[method]))];
    }

    /// <summary>Its mean.</summary>
    /// <inheritdoc cref="Each"/>
    public static double Mean(this IReadOnlyList<ExplainedReadings> readings, string method, Func<ExplanationReading, double> measure) => readings.Each(method, measure).Average();

    /// <summary>Its standard deviation over the images, with n - 1; NaN for a single one.</summary>
    /// <inheritdoc cref="Each"/>
    public static double Deviation(this IReadOnlyList<ExplainedReadings> readings, string method, Func<ExplanationReading, double> measure)
    {
        var values = readings.Each(method, measure);
        var mean = values.Average();
        return values.Length < 2 ? double.NaN : Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1));
    }

    /// <summary>The mean of a curve, point by point.</summary>
    /// <param name="readings">The study.</param>
    /// <param name="method">The method's name; one of which curves were made.</param>
    /// <param name="curve"><see cref="ExplanationReading.Deletion"/> or <see cref="ExplanationReading.Insertion"/>.</param>
    /// <exception cref="ArgumentException">An image has no such map.</exception>
    public static double[] MeanCurve(this IReadOnlyList<ExplainedReadings> readings, string method, Func<ExplanationReading, double[]> curve)
    {
        ArgumentNullException.ThrowIfNull(readings);
        ArgumentNullException.ThrowIfNull(curve);
        double[][] curves = [.. readings.Select(image => curve(image[method]))];
        return [.. Enumerable.Range(0, curves[0].Length).Select(point => curves.Average(values => values[point]))];
    }

    /// <summary>Of how many images more of the map lies on the object than the object covers.</summary>
    /// <param name="readings">The study.</param>
    /// <param name="method">The method's name.</param>
    /// <exception cref="ArgumentException">An image has no such map.</exception>
    public static int CountAboveArea(this IReadOnlyList<ExplainedReadings> readings, string method) => readings.Each(method, map => map.Energy - map.Area).Count(gain => gain > 0);
}
