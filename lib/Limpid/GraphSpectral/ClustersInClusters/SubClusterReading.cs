using Limpid.Evaluation;
using static TorchSharp.torch;

namespace Limpid.GraphSpectral.ClustersInClusters;

/// <summary>Whether a pair of neurons tells the two sub-clusters of its large cluster apart, and by what.</summary>
/// <remarks>
/// For the samples of a pair's own cluster, s is the area under the curve (<see cref="RankArea"/>) of a neuron for the odd against the even sub-cluster, less 1/2. Two neurons
/// that prefer different sub-clusters have s of opposite sign.
/// </remarks>
/// <param name="OppositePreference">Mean over pairs of <c>2 max(0, min(s1, -s2), min(-s1, s2))</c>: 1 if each neuron is higher for its own sub-cluster in every case,
/// 0 if both prefer the same one, or one does not care.</param>
/// <param name="BySize">Mean over pairs of |2 AUC - 1| of the pair's sum of activations: 1 if it separates the sub-clusters, 0 if it does not know them.</param>
public sealed record SubClusterReading(double OppositePreference, double BySize)
{
    /// <summary>Reads the connected pairs.</summary>
    /// <param name="activations">Z [B, 2 P], finite.</param>
    /// <param name="classOf">The class of each sample; large cluster class / 2, sub-cluster class % 2.</param>
    /// <param name="clusterOf">The large cluster of each of the P pairs (<see cref="PairPurity.ClusterOf"/>).</param>
    /// <exception cref="ArgumentException">Shapes do not fit or a value is not finite.</exception>
    public static SubClusterReading Of(Tensor activations, IReadOnlyList<int> classOf, IReadOnlyList<int> clusterOf)
    {
        ArgumentNullException.ThrowIfNull(classOf);
        ArgumentNullException.ThrowIfNull(clusterOf);
        Activations.Check(activations, 2 * clusterOf.Count, nameof(activations));
        var (values, rows, columns) = Activations.Copy(activations, nameof(activations));
        if (classOf.Count != rows)
            throw new ArgumentException(FormattableString.Invariant($"There are {classOf.Count} labels; expected {rows}, one for each sample."), nameof(classOf));
        var (opposite, size) = (0.0, 0.0);
        for (var pair = 0; pair < clusterOf.Count; pair++)
        {
            var own = Enumerable.Range(0, rows).Where(row => classOf[row] / 2 == clusterOf[pair]).ToArray();
            bool[] odd = [.. own.Select(row => classOf[row] % 2 == 1)];
            double Area(Func<int, double> score) => RankArea.Of([.. own.Select(score)], odd) - 0.5;
            double At(int row, int side) => values[row * columns + 2 * pair + side];
            var (first, second) = (Area(row => At(row, 0)), Area(row => At(row, 1)));
            opposite += 2 * Math.Max(0, Math.Max(Math.Min(first, -second), Math.Min(-first, second)));
            size += 2 * Math.Abs(Area(row => At(row, 0) + At(row, 1)));
        }
        return new SubClusterReading(opposite / clusterOf.Count, size / clusterOf.Count);
    }
}
