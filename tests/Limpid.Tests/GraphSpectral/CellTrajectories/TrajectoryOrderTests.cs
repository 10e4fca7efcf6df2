using Limpid.Graphs;
using Limpid.GraphSpectral.CellTrajectories;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.GraphSpectral.CellTrajectories;

public sealed class TrajectoryOrderTests
{
    // Ten groups; neuron n peaks in group n.
    private static NeuronProfiles Line(int neurons) =>
        new([.. Enumerable.Range(0, neurons).Select(group => Enumerable.Range(0, neurons).Select(neuron => -Math.Abs((double)group - neuron)).ToArray())], new int[neurons], [.. Enumerable.Range(0, neurons).Select(group => (double)group)]);

    private static Graph Chain(int[] order) => Graph.FromEdges(order.Length, Enumerable.Range(1, order.Length - 1).Select(i => new Edge(order[i - 1], order[i], 0.5)));

    [Fact]
    public void A_chain_in_order_is_in_order_and_its_permutations_are_not()
    {
        var order = TrajectoryOrder.Of(Chain([.. Enumerable.Range(0, 10)]), Line(10), [[0]], new Random(1));
        Assert.Equal(1, order.Smallest, 1e-12);
        // The earliest neuron is at distance 0 in every permutation, so the null lies around 3 / (n + 1).
        Assert.Equal(3 / 11.0, order.PermutedMean, 0.1);
        Assert.InRange(order.PermutedHigh, 0.3, 0.9);
        Assert.Equal(1 / 201.0, order.P, 1e-12);
    }

    [Fact]
    public void A_chain_out_of_order_is_measured_from_the_earliest_neuron()
    {
        // 0 lies in the middle: distances 0, 1, 1, 2, 2 for the times 0, 1, 2, 3, 4.
        Assert.Equal(MathNet.Numerics.Statistics.Correlation.Spearman([0, 1, 1, 2, 2], [0, 1, 2, 3, 4]), TrajectoryOrder.Of(Chain([4, 2, 0, 1, 3]), Line(5), [[0]], new Random(1)).Smallest, 1e-12);
    }

    [Fact]
    public void On_a_y_each_branch_is_a_path_with_the_trunk()
    {
        // Trunk 0, 1, 2; branch A 3, 4, 5; branch B 6, 7, 8, whose order on the graph is turned around.
        NeuronProfiles profiles = Line(9) with { Segments = [0, 0, 0, 1, 1, 1, 2, 2, 2], Times = [0, 1, 2, 3, 4, 5, 3, 4, 5] };
        Graph graph = Graph.FromEdges(9, new[] { (0, 1), (1, 2), (2, 3), (3, 4), (4, 5), (2, 8), (8, 7), (7, 6) }.Select(edge => new Edge(edge.Item1, edge.Item2, 0.5)));
        TrajectoryOrder order = TrajectoryOrder.Of(graph, profiles, [[0, 1], [0, 2]], new Random(1));
        Assert.Equal(1, order.Paths[0], 1e-12);
        Assert.Equal(1 - 6.0 * 8 / (6 * 35), order.Paths[1], 1e-12);
        Assert.Equal(order.Paths[1], order.Smallest);
    }

    [Fact]
    public void What_can_not_be_reached_is_further_than_all_else()
    {
        double[] distances = TrajectoryOrder.DistancesFrom(Graph.FromEdges(3, [new(0, 1, 0.5)]), 0);
        Assert.Equal(Math.Log(2), distances[1], 1e-12);
        Assert.True(distances[2] > distances[1]);
        Assert.Equal(0, TrajectoryOrder.Of(Graph.Path(2), Line(2), [[0]], new Random(1)).Smallest);
    }

    [Fact]
    public void Profiles_are_means_over_groups_of_equal_number()
    {
        using DisposeScope scope = NewDisposeScope();
        using var trajectory = new Trajectory("t", zeros(5, 1), ["m"], [3, 1, 2, 0, 9], [0, 0, 0, 0, 1], ["trunk", "branch"]);
        NeuronProfiles profiles = NeuronProfiles.Of(trajectory, tensor(new float[,] { { 3, 0 }, { 1, 0 }, { 2, 4 }, { 0, 4 }, { 7, 1 } }), 2);
        Assert.Equal([[0.5, 2], [2.5, 2], [7, 1]], profiles.Means);
        Assert.Equal([0, 0, 1], profiles.Segments);
        Assert.Equal([0.5, 2.5, 9], profiles.Times);
        Assert.Equal([2, 0], profiles.Peaks);
        Assert.Equal([0, 1], profiles.Groups(0));
        Assert.Equal(new double[,] { { 0.5, 2 }, { 2.5, 2 }, { 7, 1 } }, profiles.Map);
        Assert.Equal(["trunk", "trunk", "branch"], profiles.Names(trajectory));
    }
}
