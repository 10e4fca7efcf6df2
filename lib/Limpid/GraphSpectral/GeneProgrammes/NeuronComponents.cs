using Limpid.Graphs;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.GraphSpectral.GeneProgrammes;

/// <summary>The components of a learned graph on neurons, and the order along one.</summary>
/// <remarks>
/// An edge counts from weight 0.1 up. With the paper's kernel for this experiment (adaptive, sigma the distance to the nearest neuron) a neuron's edge to its nearest neighbour weighs at least
/// e^-1 / 2 = 0.18, so no neuron is ever alone; between neurons of equal sigma an edge counts up to 1.52 sigma. Signals that are all about equally far apart, such as random ones, are one component.
/// </remarks>
public static class NeuronComponents
{
    /// <summary>The smallest weight that counts.</summary>
    public const double Threshold = 0.1;

    /// <summary>The graph with the edges that count, each with its weight.</summary>
    /// <param name="graph">The learned graph.</param>
    public static Graph Strong(Graph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return graph.AtLeast(Threshold);
    }

    /// <summary>The component of each neuron, the largest first (at a tie, that with the lowest neuron).</summary>
    /// <param name="graph">The learned graph.</param>
    public static int[] Of(Graph graph)
    {
        var found = ConnectedComponents.Of(Strong(graph)).ComponentOf.ToArray();
        int[] ranked = [.. found.GroupBy(component => component).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).Select(group => group.Key)];
        return [.. found.Select(component => Array.IndexOf(ranked, component))];
    }

    /// <summary>
    /// How many components there are when each signal is joined to its nearest other one alone: what the kernel sees once those distances are small beside all others. Each holds one pair that is nearest to
    /// each other, so there are several for any signals at all: for 20 random ones about 3 over hundreds of cells and about 6 over two.
    /// </summary>
    /// <param name="signals">Z [n, N], N at least 2.</param>
    /// <exception cref="ArgumentException">The shape does not fit.</exception>
    public static int Nearest(Tensor signals)
    {
        ArgumentNullException.ThrowIfNull(signals);
        using var scope = NewDisposeScope();
        return ConnectedComponents.Of(Graph.FromNeighbours(NearestNeighbours.Of(signals.detach().cpu().to(float64).t().contiguous(), 1))).ComponentOf.ToArray().Max() + 1;
    }

    /// <summary>The number of edges from a neuron to each other along the edges that count; -1 for what it does not reach.</summary>
    /// <param name="graph">The learned graph.</param>
    /// <param name="from">The neuron.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such neuron.</exception>
    public static int[] Steps(Graph graph, int from)
    {
        var strong = Strong(graph);
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(from, strong.VertexCount);
        return [.. ShortestPaths.From(strong, from, _ => 1).Select(length => double.IsFinite(length) ? (int)length : -1)];
    }
}
