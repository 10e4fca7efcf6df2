using Limpid.Graphs;
using static TorchSharp.torch;

namespace Limpid.GraphSpectral.Toys;

/// <summary>Whether the connected groups of a graph, for example pairs of neurons, stand for the clusters of the data.</summary>
public static class GroupPurity
{
    /// <summary>
    /// The share of samples whose strongest group is the one of their cluster, beside the same with the neurons permuted. The strength of a group is the sum of its
    /// activations (at a tie the first counts); each group is named after the cluster that most of its samples come from.
    /// </summary>
    /// <param name="activations">Z [n, N], finite.</param>
    /// <param name="clusters">The cluster of each sample, 0 or larger.</param>
    /// <param name="graph">Its connected components are the groups.</param>
    /// <param name="random">Source of the permutations.</param>
    /// <param name="permutations">How many.</param>
    /// <exception cref="ArgumentException">Shapes do not fit, a value is not finite, or a cluster is negative.</exception>
    /// <example>Two edges, Z = [[1, 1, 0, 0], [0, 0, 3, 0]] with clusters (0, 1): 1. With clusters (0, 0): 1 as well, both groups are named 0.</example>
    public static PermutationNull Of(Tensor activations, IReadOnlyList<int> clusters, Graph graph, Random random, int permutations = 1000)
    {
        ArgumentNullException.ThrowIfNull(clusters);
        ArgumentNullException.ThrowIfNull(graph);
        var (values, rows, neurons) = Activations.Copy(activations, nameof(activations));
        Activations.Check(activations, graph.VertexCount, nameof(activations));
        if (clusters.Count != rows || clusters.Any(cluster => cluster < 0))
            throw new ArgumentException(FormattableString.Invariant($"There are {clusters.Count} clusters; expected one for each of the {rows} samples, 0 or larger."), nameof(clusters));
        var components = ConnectedComponents.Of(graph);
        double Statistic(IReadOnlyList<int> order)
        {
            var (counts, sums) = (new int[components.Count, clusters.Max() + 1], new double[components.Count]);
            for (var b = 0; b < rows; b++)
            {
                Array.Clear(sums);
                for (var v = 0; v < neurons; v++) sums[components.ComponentOf[v]] += values[b * neurons + order[v]];
                counts[Array.IndexOf(sums, sums.Max()), clusters[b]]++;
            }
            return Enumerable.Range(0, components.Count).Sum(g => Enumerable.Range(0, counts.GetLength(1)).Max(c => counts[g, c])) / (double)rows;
        }

        return PermutationNull.Draw(neurons, Statistic, Extreme.High, random, permutations);
    }
}
