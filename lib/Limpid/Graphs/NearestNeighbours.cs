using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Graphs;

/// <summary>The k nearest other points of each point, exact, by Euclidean distance.</summary>
/// <remarks>
/// <para>
/// Candidates come from blocked products, <c>|x - y|^2 = |x|^2 + |y|^2 - 2 x'y</c>, half of them by symmetry; the distances that are
/// returned, and the order, come from the differences themselves, <c>sum_c (x_c - y_c)^2</c>. A bound on the rounding of the products
/// says for each point whether a neighbour may have been missed; then its candidates are taken anew, with all that lie within the bound.
/// </para>
/// <para>
/// Ties go to the lower index. A point is never its own neighbour, but a duplicate of it is, at distance 0. Memory: two copies of the
/// points in float64, 16 n (k + 8) bytes and a block of 8 MB. Time n^2 d / 2 multiplications.
/// </para>
/// <para>On the points 0, 1, 3 of a line and k = 1: neighbours 1, 0, 1 at distances 1, 1, 2.</para>
/// </remarks>
public sealed partial class NearestNeighbours
{
    private readonly int[] indices;
    private readonly double[] distances;

    internal NearestNeighbours(int[] indices, double[] distances, int pointCount, int k) =>
        (this.indices, this.distances, PointCount, K) = (indices, distances, pointCount, k);

    /// <summary>Number of points n.</summary>
    public int PointCount { get; }

    /// <summary>Number of neighbours of each point, k.</summary>
    public int K { get; }

    /// <summary>The neighbours of a point, nearest first.</summary>
    /// <param name="point">Point, 0 to n - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such point.</exception>
    public ReadOnlySpan<int> Indices(int point) => indices.AsSpan(Checked(point) * K, K);

    /// <summary>The distances to <see cref="Indices"/>, in the unit of the coordinates, ascending.</summary>
    /// <param name="point">Point, 0 to n - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such point.</exception>
    public ReadOnlySpan<double> Distances(int point) => distances.AsSpan(Checked(point) * K, K);

    /// <summary>Finds the neighbours, on the CPU, with as many threads as libtorch has.</summary>
    /// <param name="points">Points [n, d], n at least 2 and d at least 1, of any floating or integer type and device; left as they are.</param>
    /// <param name="k">Number of neighbours, 1 to n - 1.</param>
    /// <param name="cancellation">Ends the search between two blocks.</param>
    /// <exception cref="ArgumentException"><paramref name="points"/> is no such matrix, holds a value that isn't finite, or one so large that its
    /// square isn't.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="k"/> is not between 1 and n - 1.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was asked for.</exception>
    public static NearestNeighbours Of(Tensor points, int k, CancellationToken cancellation = default)
    {
        Check(points, k);
        using var scope = NewDisposeScope();
        using var off = no_grad();
        return new NeighbourSearch(PointMatrix.From(points, nameof(points)), k).Run(cancellation);
    }

    /// <summary>Refuses what no neighbours can be found for.</summary>
    internal static void Check(Tensor points, int k)
    {
        ArgumentNullException.ThrowIfNull(points);
        var shape = points.shape;
        if (shape.Length != 2 || shape[0] < 2 || shape[1] < 1 || shape[0] * shape[1] > int.MaxValue / sizeof(double))
            throw new ArgumentException(FormattableString.Invariant(
                $"The points have shape [{string.Join(", ", shape)}]; expected [n, d] with n at least 2, d at least 1 and at most 2 GB in float64."), nameof(points));
        if (k < 1 || k > shape[0] - 1)
            throw new ArgumentOutOfRangeException(nameof(k), k, FormattableString.Invariant(
                $"k is {k}; expected 1 to {shape[0] - 1}, one less than the number of points."));
    }

    private int Checked(int point) => (uint)point < (uint)PointCount
        ? point
        : throw new ArgumentOutOfRangeException(nameof(point), point, FormattableString.Invariant(
            $"Point {point} does not exist; expected 0 to {PointCount - 1}."));
}
