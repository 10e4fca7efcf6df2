using static TorchSharp.torch;

namespace Limpid.GraphSpectral.ClustersInClusters;

/// <summary>How well pairs of neurons name the large clusters.</summary>
/// <remarks>
/// A sample is said to belong to the pair with the largest sum of |activation| (at a tie, the lowest); a unit's sign means nothing in a linear embedding, and a rectified
/// one has none. Pairs are matched to clusters in the order that is right most often.
/// </remarks>
/// <param name="Purity">Share of samples whose pair is the one matched to their large cluster: 1 at best, about 1/3 by chance.</param>
/// <param name="ClusterOf">The large cluster that each pair is matched to.</param>
public sealed record PairPurity(double Purity, int[] ClusterOf)
{
    /// <summary>The purity of one pairing.</summary>
    /// <param name="activations">Z [B, N], finite.</param>
    /// <param name="clusterOf">The large cluster of each sample, 0 to P - 1 for P pairs.</param>
    /// <param name="pairs">The pairs of neurons.</param>
    /// <exception cref="ArgumentException">Numbers of samples differ, a value is not finite, or there is no pair.</exception>
    public static PairPurity Of(Tensor activations, IReadOnlyList<int> clusterOf, IReadOnlyList<(int First, int Second)> pairs) =>
        OfEach(activations, clusterOf, [pairs])[0];

    /// <summary>The purity of several pairings of the same activations.</summary>
    /// <inheritdoc cref="Of"/>
    /// <param name="activations">Z [B, N], finite.</param>
    /// <param name="clusterOf">The large cluster of each sample.</param>
    /// <param name="pairings">Each a list of pairs.</param>
    public static IReadOnlyList<PairPurity> OfEach(
        Tensor activations, IReadOnlyList<int> clusterOf, IReadOnlyList<IReadOnlyList<(int First, int Second)>> pairings)
    {
        ArgumentNullException.ThrowIfNull(clusterOf);
        ArgumentNullException.ThrowIfNull(pairings);
        var (values, rows, columns) = Activations.Copy(activations, nameof(activations));
        if (clusterOf.Count != rows)
            throw new ArgumentException(FormattableString.Invariant($"There are {clusterOf.Count} labels; expected {rows}, one for each sample."), nameof(clusterOf));
        if (pairings.Any(pairs => pairs.Count == 0))
            throw new ArgumentException("A pairing has no pair; expected at least one.", nameof(pairings));
        return [.. pairings.Select(pairs => Matched(Counts(values, columns, clusterOf, pairs)))];
    }

    private static int[,] Counts(double[] values, int columns, IReadOnlyList<int> clusterOf, IReadOnlyList<(int First, int Second)> pairs)
    {
        var counts = new int[pairs.Count, pairs.Count];
        for (var row = 0; row < clusterOf.Count; row++)
        {
            var (best, most) = (0, double.NegativeInfinity);
            for (var pair = 0; pair < pairs.Count; pair++)
            {
                var sum = Math.Abs(values[row * columns + pairs[pair].First]) + Math.Abs(values[row * columns + pairs[pair].Second]);
                if (sum > most) (best, most) = (pair, sum);
            }
            counts[best, clusterOf[row]]++;
        }
        return counts;
    }

    private static PairPurity Matched(int[,] counts)
    {
        var (pairs, total) = (counts.GetLength(0), counts.Cast<int>().Sum());
        int Right(int[] order) => Enumerable.Range(0, pairs).Sum(pair => counts[pair, order[pair]]);
        var matching = Pairings.Orders(pairs).MaxBy(Right)!;
        return new PairPurity((double)Right(matching) / total, matching);
    }
}
