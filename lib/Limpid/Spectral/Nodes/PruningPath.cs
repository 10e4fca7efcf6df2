using System.Collections.Immutable;

namespace Limpid.Spectral.Nodes;

/// <summary>A network pruned further and further.</summary>
/// <param name="Points">What was tried, from percentile 0 on.</param>
/// <param name="Chosen">The last of them whose metric was still near that of the whole network.</param>
public sealed record PruningPath(ImmutableArray<PruningPoint> Points, PruningPoint Chosen)
{
    /// <summary>
    /// Prunes by percentile 0, step, 2 step, ... below 100, until the metric differs from that of the whole network by more than a share of it; each time from the whole network, which is as
    /// before afterwards.
    /// </summary>
    /// <remarks>Source: Buffoni et al. 2022 and the authors' library, with steps of 5 and a share of 10 %.</remarks>
    /// <param name="layers">The layers.</param>
    /// <param name="ranking">Scores of their nodes.</param>
    /// <param name="metric">Accuracy, loss or the like of the network as it is when called; finite.</param>
    /// <param name="tolerance">The share, larger than 0.</param>
    /// <param name="step">Percentiles between two tries, larger than 0.</param>
    /// <exception cref="ArgumentException">Ranking and layers don't fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    /// <exception cref="InvalidOperationException">The metric isn't finite.</exception>
    public static PruningPath ByMetric(IReadOnlyList<SpectralLayer> layers, NodeRanking ranking, Func<double> metric, double tolerance = 0.1, double step = 5)
    {
        ArgumentNullException.ThrowIfNull(ranking);
        ArgumentNullException.ThrowIfNull(metric);
        PositiveNumber.Checked(tolerance);
        PositiveNumber.Checked(step);
        var points = new List<PruningPoint>();
        for (var i = 0; i * step < 100; i++)
        {
            points.Add(At(layers, ranking, i * step, metric));
            if (Math.Abs(points[^1].Metric - points[0].Metric) > tolerance * Math.Abs(points[0].Metric)) return new([.. points], points[^2]);
        }
        return new([.. points], points[^1]);
    }

    /// <summary>Reads the metric at given percentiles, each time from the whole network, which is as before afterwards.</summary>
    /// <param name="layers">The layers.</param>
    /// <param name="ranking">Scores of their nodes.</param>
    /// <param name="percentile">0 to 100.</param>
    /// <param name="metric">Accuracy, loss or the like of the network as it is when called; finite.</param>
    /// <exception cref="ArgumentException">Ranking and layers don't fit.</exception>
    /// <exception cref="InvalidOperationException">The metric isn't finite.</exception>
    public static PruningPoint At(IReadOnlyList<SpectralLayer> layers, NodeRanking ranking, double percentile, Func<double> metric)
    {
        ArgumentNullException.ThrowIfNull(ranking);
        ArgumentNullException.ThrowIfNull(metric);
        var mask = ranking.AtPercentile(percentile);
        using var pruned = mask.Apply(layers);
        var value = metric();
        return double.IsFinite(value) ? new(percentile, mask.Kept, value)
            : throw new InvalidOperationException(FormattableString.Invariant($"The metric at percentile {percentile} is {value}; expected a finite number."));
    }
}
