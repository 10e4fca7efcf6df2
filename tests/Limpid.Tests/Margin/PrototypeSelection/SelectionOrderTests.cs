using Limpid.Graphs;
using Limpid.Margin.PrototypeSelection;
using Xunit;

namespace Limpid.Tests.Margin.PrototypeSelection;

public class SelectionOrderTests
{
    [Fact]
    public void RoundsByHand()
    {
        Assert.Equal([0, 2, 1, 3], SelectionOrder.Apart(Graph.Path(4), [0, 1, 2, 3]));
        Assert.Equal([1, 3, 2, 0], SelectionOrder.Apart(Graph.Path(4), [1, 2, 3, 0]));
        Assert.Equal([2, 0, 1], SelectionOrder.Apart(Graph.Cliques(1, 3), [2, 0, 1]));
        Assert.Equal([3, 1], SelectionOrder.Apart(Graph.Path(4), [3, 1]));
        Assert.Equal([], SelectionOrder.Apart(Graph.Path(4), []));
    }

    [Fact]
    public void TurnsByHand()
    {
        Assert.Equal([1, 3, 0, 2], SelectionOrder.InTurn([3, 2, 1, 0], [0, 0, 1, 1]));
        Assert.Equal([4, 0, 1, 2, 3], SelectionOrder.InTurn([0, 1, 2, 3, 4], [7, 7, 7, 7, -1]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void ARoundHoldsNoNeighboursAndLeavesNobodyOutWhoIsFree(int seed)
    {
        var random = new Random(seed);
        var graph = Graph.FromEdges(40, [.. from i in Enumerable.Range(0, 40) from j in Enumerable.Range(i + 1, 39 - i) where random.NextDouble() < 0.1 select new Edge(i, j, 1)]);
        var ranking = Enumerable.Range(0, 40).ToArray();
        random.Shuffle(ranking);
        var order = SelectionOrder.Apart(graph, ranking);
        Assert.Equal(ranking.Order(), order.Order());
        // The slow twin: the first vertex of the ranking left that has no neighbour in the round; none left begins a round.
        var (left, round, expected) = (ranking.ToList(), new List<int>(), new List<int>());
        while (left.Count > 0)
        {
            var next = left.FindIndex(vertex => !round.Any(other => graph.Neighbours(vertex).Contains(other)));
            if (next < 0)
            {
                round.Clear();
                continue;
            }
            round.Add(left[next]);
            expected.Add(left[next]);
            left.RemoveAt(next);
        }
        Assert.Equal(expected, order);
    }

    [Fact]
    public void BadRankingsAreRefusedByName()
    {
        Assert.Contains("has 1 twice", Assert.Throws<ArgumentException>(() => SelectionOrder.Apart(Graph.Path(3), [1, 1])).Message);
        Assert.Contains("from 0 to 1", Assert.Throws<ArgumentException>(() => SelectionOrder.InTurn([2], [0, 0])).Message);
    }
}
