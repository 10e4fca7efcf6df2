using Limpid.Graphs;
using Limpid.Margin;
using Xunit;

namespace Limpid.Tests.Margin;

public class LabelAgreementTests
{
    [Fact]
    public void CountsNeighboursOfTheSameLabel()
    {
        Close.Values([1, 0.5, 0], LabelAgreement.Share(Graph.Path(3), [0, 0, 1]), 0);
        Close.Values([1, 1, 0], LabelAgreement.Count(Graph.Path(3), [0, 0, 1]), 0);
        Close.Values([2 / 3.0, 1, 0, 1], LabelAgreement.Share(Graph.Stars(1, 4), [-5, -5, 9, -5]), 1e-15);
    }

    [Fact]
    public void AVertexWithoutNeighboursHasNoneAndOneClassAgreesEverywhere()
    {
        Close.Values([1, 1, 0], LabelAgreement.Share(Graph.FromEdges(3, [new(0, 1, 2.5)]), [4, 4, 4]), 0);
        Assert.Equal(0, Influence.RandomWalk().Of(Graph.Ring(5), LabelAgreement.Share(Graph.Ring(5), [7, 7, 7, 7, 7])).Largest);
    }

    [Fact]
    public void OneHotHasAColumnForEachClassInOrder()
    {
        Assert.Equal(new double[,] { { 0, 1 }, { 1, 0 }, { 0, 1 } }, LabelAgreement.OneHot([8, -2, 8]));
        Assert.Equal("labels", Assert.Throws<ArgumentException>(() => LabelAgreement.OneHot([])).ParamName);
    }

    [Fact]
    public void AnotherNumberOfLabelsIsRefused() =>
        Assert.Contains("There are 2 labels; expected 3", Assert.Throws<ArgumentException>(() => LabelAgreement.Share(Graph.Path(3), [0, 1])).Message);
}
