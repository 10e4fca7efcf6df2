using Limpid.Graphs;
using Xunit;

namespace Limpid.Tests.Graphs;

public class ConnectedComponentsTests
{
    [Fact]
    public void ComponentsAreNumberedByTheirLowestVertex()
    {
        var components = ConnectedComponents.Of(Graph.FromEdges(6, [new(1, 4), new(4, 5), new(0, 3)]));
        Assert.Equal([0, 1, 2, 0, 1, 1], components.ComponentOf.ToArray());
        Assert.Equal([2, 3, 1], components.Sizes.ToArray());
    }

    [Fact]
    public void LayoutsHaveTheirCopies()
    {
        Assert.Equal(3, ConnectedComponents.Of(Graph.Lines(3, 2)).Count);
        Assert.Equal(16, ConnectedComponents.Of(Graph.Cliques(16, 10)).Count);
        Assert.Equal(1, ConnectedComponents.Of(Graph.Path(1)).Count);
        Assert.Equal(4, ConnectedComponents.Of(Graph.FromEdges(4, [])).Count);
    }

    [Fact]
    public void SegmentsFollowEdgesBetweenEqualLabels()
    {
        var segments = ConnectedComponents.OfEqualLabels(Graph.Path(4), [7, 7, 2, 7]);
        Assert.Equal([0, 0, 1, 2], segments.ComponentOf.ToArray());
        int[] map = [1, 1, 2,
                     2, 1, 2,
                     2, 2, 1];
        Assert.Equal([3, 2, 3, 1], ConnectedComponents.OfEqualLabels(Graph.Grid(3, 3), map).Sizes.ToArray());
        Assert.Equal([1, 1, 2, 2, 1, 2, 2, 2, 1], map);
    }

    [Fact]
    public void WrongNumberOfLabelsIsNamed() =>
        Assert.Contains("3 labels; expected one for each of the 4",
            Assert.Throws<ArgumentException>(() => ConnectedComponents.OfEqualLabels(Graph.Path(4), [1, 2, 3])).Message);
}
