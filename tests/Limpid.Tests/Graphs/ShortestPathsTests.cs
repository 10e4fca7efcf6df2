using Limpid.Graphs;
using Xunit;

namespace Limpid.Tests.Graphs;

public sealed class ShortestPathsTests
{
    [Fact]
    public void Lengths_are_the_sums_of_one_over_weight() =>
        Assert.Equal([0, 1, 3, double.PositiveInfinity], ShortestPaths.From(Graph.FromEdges(4, [new(0, 1), new(1, 2, 0.5)]), 0));

    [Fact]
    public void The_shorter_way_is_taken_even_over_more_edges() =>
        Assert.Equal([0, 1, 2], ShortestPaths.From(Graph.FromEdges(3, [new(0, 2, 0.2), new(0, 1), new(1, 2)]), 0));

    [Fact]
    public void Edges_may_have_no_length() =>
        Assert.Equal([0, 0, 0], ShortestPaths.From(Graph.Path(3), 2, _ => 0));

    [Fact]
    public void On_a_grid_it_is_the_city_block_distance_from_every_vertex()
    {
        Graph grid = Graph.Grid(5, 7);
        for (int source = 0; source < 35; source++)
            Assert.Equal(Enumerable.Range(0, 35).Select(v => (double)(Math.Abs(v / 7 - source / 7) + Math.Abs(v % 7 - source % 7))), ShortestPaths.From(grid, source));
    }

    [Fact]
    public void Refuses_vertices_and_lengths_that_can_not_be()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ShortestPaths.From(Graph.Path(3), 3));
        Assert.Contains("has the length -1", Assert.Throws<ArgumentException>(() => ShortestPaths.From(Graph.Path(3), 0, _ => -1)).Message);
        Assert.Throws<ArgumentException>(() => ShortestPaths.From(Graph.Path(3), 0, _ => double.NaN));
    }
}
