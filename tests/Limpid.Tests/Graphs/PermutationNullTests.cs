using Limpid.Graphs;
using Xunit;

namespace Limpid.Tests.Graphs;

public class PermutationNullTests
{
    private static PermutationNull Of(Graph graph, double[] z, Extreme extreme, int seed, int permutations = 1000) =>
        PermutationNull.Draw(z.Length, order => Statistic(graph, order.Select(v => z[v]).ToArray(), extreme), extreme, new Random(seed), permutations);

    private static double Statistic(Graph graph, double[] z, Extreme extreme) =>
        extreme == Extreme.Low ? Smoothness.RayleighQuotient(graph.Laplacian(), z) : Smoothness.MoranI(graph, z);

    [Fact]
    public void OrderIsFoundInBothDirections()
    {
        var ramp = Enumerable.Range(0, 64).Select(v => (double)(v / 8)).ToArray();
        foreach (var extreme in Enum.GetValues<Extreme>())
        {
            var result = Of(Graph.Grid(8, 8), ramp, extreme, 1);
            Close.Value(1.0 / 1001, result.PValue, 1e-15);
            Assert.Equal(1000, result.Values.Count);
            Assert.True(extreme == Extreme.Low ? result.Ratio < 0.5 && result.ZScore < -5 : result.ZScore > 5);
        }
    }

    [Fact]
    public void MeanOverPermutationsOfMoranIsItsExpectation()
    {
        var result = Of(Graph.Grid(8, 8), RandomGraphs.Signal(64, 4), Extreme.High, 2, 4000);
        Close.Value(-1.0 / 63, result.Mean, 5 * result.StandardDeviation / Math.Sqrt(4000));
    }

    [Fact]
    public void NoiseIsCalledOrderAtTheLevelOfTheTest()
    {
        var below = Enumerable.Range(0, 200).Count(seed => Of(Graph.Grid(5, 5), RandomGraphs.Signal(25, seed), Extreme.Low, seed, 99).PValue <= 0.1);
        Assert.InRange(below, 5, 40);
    }

    [Fact]
    public void NothingToPermuteGivesPOne()
    {
        Assert.Equal(1, Of(Graph.Path(2), [1, 3], Extreme.Low, 1).PValue);
        Assert.Equal(1, Of(Graph.Path(5), [0.1, 0.1, 0.1, 0.1, 0.1], Extreme.High, 1).PValue);
        Assert.Equal(1, Of(Graph.Cliques(1, 4), [0.3, 0.1, 0.7, 0.2], Extreme.Low, 1).PValue);
    }

    [Fact]
    public void EqualSourcesDrawEqualPermutations()
    {
        var z = RandomGraphs.Signal(9, 1);
        Assert.Equal(Of(Graph.Grid(3, 3), z, Extreme.Low, 5, 20).Values, Of(Graph.Grid(3, 3), z, Extreme.Low, 5, 20).Values);
        Assert.NotEqual(Of(Graph.Grid(3, 3), z, Extreme.Low, 5, 20).Values, Of(Graph.Grid(3, 3), z, Extreme.Low, 6, 20).Values);
    }

    [Fact]
    public void NumbersBelowOneAreNamed() =>
        Assert.Equal("permutations", Assert.Throws<ArgumentOutOfRangeException>(
            () => PermutationNull.Draw(3, _ => 0, Extreme.Low, new Random(1), 0)).ParamName);
}
