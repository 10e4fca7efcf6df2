using System.Text.Json.Serialization;
using Limpid.Graphs;
using MathNet.Numerics.Statistics;

namespace Limpid.GraphSpectral.CellTrajectories;

/// <summary>Whether the way along the graph of neurons is the way along the trajectory, beside the same graph with its neurons permuted.</summary>
/// <remarks>
/// On each path (trunk and one branch) the neurons that peak there are taken; the statistic is Spearman's correlation between the distance on the
/// graph from the one that peaks earliest and the time of a neuron's peak. An edge of weight w has the length -ln w: for the kernel
/// exp(-d^2 / sigma^2) that is the squared distance in units of sigma. With fewer than three neurons, or all at one time, it is 0. The Fiedler
/// coordinate would be no test: on a Y whose branches are as long as its trunk its correlation is 0.
/// </remarks>
/// <param name="Paths">The correlation on each path.</param>
/// <param name="PermutedMean">Mean over permutations of the smallest correlation.</param>
/// <param name="PermutedHigh">Its 95th percentile.</param>
/// <param name="P">One-sided permutation p-value of the smallest correlation.</param>
public sealed record TrajectoryOrder(double[] Paths, double PermutedMean, double PermutedHigh, double P)
{
    /// <summary>The smallest correlation of the paths.</summary>
    [JsonIgnore]
    public double Smallest => Paths.Min();

    /// <summary>Measures the order.</summary>
    /// <param name="graph">On the neurons.</param>
    /// <param name="profiles">Of the neurons.</param>
    /// <param name="paths">The segments of each path.</param>
    /// <param name="random">Source of the permutations.</param>
    /// <param name="permutations">How many.</param>
    /// <exception cref="ArgumentException">The graph has not one vertex per neuron.</exception>
    public static TrajectoryOrder Of(Graph graph, NeuronProfiles profiles, IReadOnlyList<IReadOnlyList<int>> paths, Random random, int permutations = 200)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(profiles);
        ArgumentNullException.ThrowIfNull(paths);
        var peaks = profiles.Peaks;
        if (peaks.Length != graph.VertexCount)
            throw new ArgumentException(
                FormattableString.Invariant($"The graph has {graph.VertexCount} vertices; expected {peaks.Length}, one per neuron."), nameof(graph));
        var distances = Distances(graph);
        double[] On(IReadOnlyList<int> order) => [.. paths.Select(path => Correlation(distances, profiles, peaks, path, order))];
        var observed = On([.. Enumerable.Range(0, peaks.Length)]);
        var drawn = PermutationNull.Draw(peaks.Length, order => On(order).Min(), Extreme.High, random, permutations);
        return new TrajectoryOrder(observed, drawn.Mean, drawn.Values.Quantile(0.95), drawn.PValue);
    }

    /// <summary>The distance on the graph of every vertex from one; what can't be reached is further than all else.</summary>
    /// <param name="graph">A graph whose weights are at most 1.</param>
    /// <param name="vertex">Where the ways begin.</param>
    public static double[] DistancesFrom(Graph graph, int vertex)
    {
        var distances = ShortestPaths.From(graph, vertex, weight => Math.Max(0, -Math.Log(weight)));
        var beyond = 1 + 2 * distances.Where(double.IsFinite).Max();
        return [.. distances.Select(distance => double.IsFinite(distance) ? distance : beyond)];
    }

    private static double[][] Distances(Graph graph) => [.. Enumerable.Range(0, graph.VertexCount).Select(vertex => DistancesFrom(graph, vertex))];

    // Vertex order[n] of the graph carries the profile of neuron n.
    private static double Correlation(double[][] distances, NeuronProfiles profiles, int[] peaks, IReadOnlyList<int> path, IReadOnlyList<int> order)
    {
        var neurons = Enumerable.Range(0, peaks.Length).Where(neuron => path.Contains(profiles.Segments[peaks[neuron]])).ToArray();
        if (neurons.Length < 3) return 0;
        var root = neurons.MinBy(neuron => profiles.Times[peaks[neuron]]);
        var correlation = MathNet.Numerics.Statistics.Correlation.Spearman(
            neurons.Select(neuron => distances[order[root]][order[neuron]]), neurons.Select(neuron => profiles.Times[peaks[neuron]]));
        return double.IsFinite(correlation) ? correlation : 0;
    }
}
