using static TorchSharp.torch;

namespace Limpid.Graphs;

public sealed partial class NearestNeighbours
{
    /// <summary>The neighbours by cosine distance, <c>1 - x'y / (|x| |y|)</c>, which is half the squared Euclidean distance of the points scaled to length 1.</summary>
    /// <remarks>Points of length 0 have no direction: they count as alike, at distance 0 from each other, and lie at distance 1 from all others. For (1, 0), (0, 2), (3, 3) the distances are 1, .293, .293.</remarks>
    /// <param name="points">Points [n, d], n at least 2 and d at least 1; left as they are.</param>
    /// <param name="k">Number of neighbours, 1 to n - 1.</param>
    /// <param name="cancellation">Ends the search between two blocks.</param>
    /// <exception cref="ArgumentException"><paramref name="points"/> is no such matrix or holds a value that isn't finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="k"/> is not between 1 and n - 1.</exception>
    public static NearestNeighbours ByCosine(Tensor points, int k, CancellationToken cancellation = default)
    {
        Check(points, k);
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var search = new NeighbourSearch(PointMatrix.From(Directions(points), nameof(points)), k).Run(cancellation);
        return new NearestNeighbours(search.indices, Array.ConvertAll(search.distances, distance => distance * distance / 2), search.PointCount, k);
    }

    /// <summary>The neighbours by Gower's distance: the mean over the columns of <c>|x_c - y_c| / range_c</c>, or of 0 and 1 for equal and different values where a column is a category.</summary>
    /// <remarks>
    /// A category's 0 or 1 is the Dice distance of its one-hot codes. A column of one value counts as equal. All n^2 / 2 distances are made, d steps each, with as many threads as libtorch has.
    /// For (0, red), (4, red), (1, blue) the distances are .5 from the first to the second, .625 to the third.
    /// </remarks>
    /// <param name="points">Points [n, d], n at least 2 and d at least 1; left as they are.</param>
    /// <param name="k">Number of neighbours, 1 to n - 1.</param>
    /// <param name="categories">The columns whose numbers only name categories.</param>
    /// <param name="cancellation">Ends the search between two points.</param>
    /// <exception cref="ArgumentException"><paramref name="points"/> is no such matrix or holds a value that isn't finite, or there is no such column.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="k"/> is not between 1 and n - 1.</exception>
    public static NearestNeighbours ByGower(Tensor points, int k, IReadOnlyList<int>? categories = null, CancellationToken cancellation = default)
    {
        Check(points, k);
        using var scope = NewDisposeScope();
        var matrix = PointMatrix.From(points, nameof(points));
        var (n, d, values) = (matrix.Count, matrix.Dimension, matrix.Given.ToArray());
        var category = new bool[d];
        foreach (var column in categories ?? [])
            category[(uint)column < (uint)d ? column : throw new ArgumentException(FormattableString.Invariant($"There is no column {column}; expected 0 to {d - 1}."), nameof(categories))] = true;
        double[] ranges = [.. Enumerable.Range(0, d).Select(c => Range(values, d, c))];
        var (indices, distances) = (new int[(long)n * k], new double[(long)n * k]);
        Parallel.For(0, n, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, get_num_threads()), CancellationToken = cancellation }, i =>
        {
            var ranked = new (double Distance, int Index)[n - 1];
            for (var (j, at) = (0, 0); j < n; j++)
                if (j != i) ranked[at++] = (Gower(values.AsSpan(i * d, d), values.AsSpan(j * d, d), category, ranges), j);
            Array.Sort(ranked);
            for (var c = 0; c < k; c++) (indices[i * k + c], distances[i * k + c]) = (ranked[c].Index, ranked[c].Distance);
        });
        return new NearestNeighbours(indices, distances, n, k);
    }

    /// <summary>The points scaled to length 1; those of length 0 share a direction of their own, a column more.</summary>
    private static Tensor Directions(Tensor points)
    {
        // The copies on the way go before the search makes its own.
        using var scope = NewDisposeScope();
        var rows = points.detach().to(float64);
        // Scaled by the largest entry first, whose square can't overflow or vanish.
        var scaled = rows / rows.abs().amax([1], keepdim: true).clamp_min(1e-300);
        var lengths = scaled.norm(1, keepdim: true);
        return cat([scaled.div_(lengths.clamp_min(1e-300)), lengths.eq(0).to(float64)], 1).MoveToOuterDisposeScope();
    }

    private static double Range(double[] values, int columns, int column)
    {
        var (least, most) = (values[column], values[column]);
        for (var at = column; at < values.Length; at += columns) (least, most) = (Math.Min(least, values[at]), Math.Max(most, values[at]));
        return most - least;
    }

    private static double Gower(ReadOnlySpan<double> x, ReadOnlySpan<double> y, bool[] category, double[] ranges)
    {
        var sum = 0.0;
        for (var c = 0; c < x.Length; c++)
            if (x[c] != y[c]) sum += category[c] ? 1 : Math.Abs(x[c] - y[c]) / ranges[c];
        return sum / x.Length;
    }
}
