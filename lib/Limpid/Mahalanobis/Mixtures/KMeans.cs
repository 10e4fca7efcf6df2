using System.Collections.Immutable;
using Limpid.Reproduction;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Mahalanobis.Mixtures;

/// <summary>Lloyd's k-means from the starts of k-means++, the best of some restarts; float64 on the CPU.</summary>
/// <param name="Centres">One per cluster [d].</param>
/// <param name="Labels">The cluster of each point; the lower index at a tie.</param>
/// <param name="Inertia">Sum of squared distances of the points to their centres.</param>
/// <param name="Iterations">Of the best start.</param>
public sealed record KMeans(ImmutableArray<ImmutableArray<double>> Centres, ImmutableArray<int> Labels, double Inertia, int Iterations)
{
    /// <summary>Finds clusters.</summary>
    /// <param name="data">Points [n, d]; left as they are.</param>
    /// <param name="clusters">1 to n.</param>
    /// <param name="seed">Of the starts.</param>
    /// <param name="restarts">Starts, at least 1.</param>
    /// <param name="limit">Iterations of a start, at least 1; it ends when no point changes its cluster.</param>
    /// <param name="cancellation">Ends the work between two iterations.</param>
    /// <exception cref="ArgumentException">The points are no finite matrix.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static KMeans Fit(Tensor data, int clusters, Seed seed, int restarts = 1, int limit = 300, CancellationToken cancellation = default)
    {
        Points.Check(data, null, nameof(data));
        if (clusters < 1 || clusters > data.size(0)) throw new ArgumentOutOfRangeException(nameof(clusters), clusters, $"{clusters} clusters; expected 1 to {data.size(0)}, the number of points.");
        ArgumentOutOfRangeException.ThrowIfLessThan(restarts, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var points = Points.Copy(data);
        KMeans? best = null;
        for (var restart = 0; restart < restarts; restart++)
        {
            using var inner = NewDisposeScope();
            var found = Run(points, clusters, seed.Random(FormattableString.Invariant($"start {restart}")), limit, cancellation);
            if (best is null || found.Inertia < best.Inertia) best = found;
        }
        return best!;
    }

    private static KMeans Run(Tensor points, int clusters, Random random, int limit, CancellationToken cancellation)
    {
        var centres = PlusPlus(points, clusters, random);
        var labels = full([points.size(0)], -1, dtype: int64);
        for (var iteration = 1; ; iteration++)
        {
            cancellation.ThrowIfCancellationRequested();
            using var scope = NewDisposeScope();
            var (nearest, found) = Squared(points, centres).min(1);
            var settled = found.eq(labels).all().ToBoolean();
            labels.copy_(found);
            if (settled || iteration == limit)
                return new([.. Points.Rows(centres).Select(row => row.ToImmutableArray())], [.. labels.data<long>().ToArray().Select(label => (int)label)], nearest.sum().ToDouble(), iteration);
            var counts = zeros([clusters], dtype: float64).index_add_(0, labels, ones([points.size(0)], dtype: float64), 1);
            var means = zeros_like(centres).index_add_(0, labels, points, 1).div_(counts.clamp_min(1).unsqueeze(1));
            // An empty cluster takes the point that fits worst; a second one the next.
            var far = nearest.argsort(0, true).data<long>().ToArray();
            foreach (var (cluster, at) in Enumerable.Range(0, clusters).Where(cluster => counts[cluster].ToDouble() == 0).Select((cluster, at) => (cluster, at))) means[cluster].copy_(points[far[at]]);
            centres.copy_(means);
        }
    }

    // Each further centre is a point drawn by its squared distance to the nearest so far.
    private static Tensor PlusPlus(Tensor points, int clusters, Random random)
    {
        var n = (int)points.size(0);
        var chosen = new List<long> { random.Next(n) };
        var nearest = new double[n];
        Array.Fill(nearest, double.PositiveInfinity);
        while (chosen.Count < clusters)
        {
            using var scope = NewDisposeScope();
            var distances = Points.Numbers(points.sub(points[chosen[^1]]).square().sum(1));
            for (var i = 0; i < n; i++) nearest[i] = Math.Min(nearest[i], distances[i]);
            var left = random.NextDouble() * nearest.Sum();
            var at = Array.FindLastIndex(nearest, value => value > 0);
            for (var i = 0; i < n; i++)
                if (nearest[i] > 0 && (left -= nearest[i]) < 0)
                {
                    at = i;
                    break;
                }
            // Fewer distinct points than clusters: any point that isn't a centre yet.
            chosen.Add(at >= 0 ? at : Enumerable.Range(0, n).First(i => !chosen.Contains(i)));
        }
        return points.index_select(0, tensor(chosen.ToArray()));
    }

    private static Tensor Squared(Tensor points, Tensor centres)
    {
        // Around the mean of the centres the products lose fewer digits.
        var origin = centres.mean([0L]);
        var (x, c) = (points.sub(origin), centres.sub(origin));
        return x.mm(c.t()).mul_(-2).add_(x.square().sum(1).unsqueeze(1)).add_(c.square().sum(1)).clamp_min_(0);
    }
}
