namespace Limpid.Tests.Figures;

using Limpid.Figures;
using Xunit;
using static TorchSharp.torch;
using Figures = Limpid.Figures.Figures;

public sealed class EmbeddingTests
{
    private static readonly double[,] points = { { 0, 0 }, { 2, 4 }, { 10, 6 }, { 2, 2 } };

    [Fact]
    public void EachClassHasItsNameAtItsMedian()
    {
        var figure = Figures.Embedding(points, [0, 0, 1, 0], ["a", "b"], "A finding.").Parsed();
        var names = figure.At("layout", "annotations").EnumerateArray().Select(a => (a.At("text").GetString(), a.At("x").GetDouble(), a.At("y").GetDouble()));
        Assert.Equal([("a", 2, 2), ("b", 10, 6)], names);
        Assert.Equal("x", figure.At("layout", "yaxis", "scaleanchor").GetString());
    }

    [Fact]
    public void ValuesShareOneScaleAndUnknownOnesAreGrey()
    {
        var figure = Figures.Embedding(points, [-1, 2, double.NaN, 0], "A finding.", "signal").Parsed();
        Assert.Equal([10], figure.At("data", "0", "x").Doubles());
        Assert.Equal([-1, 2, 0], figure.At("data", "1", "marker", "color").Doubles());
        Assert.Equal((-2, 2), (figure.At("layout", "coloraxis", "cmin").GetDouble(), figure.At("layout", "coloraxis", "cmax").GetDouble()));
    }

    [Fact]
    public void PointsWithoutAPlaceAreLeftOutAndCounted()
    {
        var figure = Figures.Embedding(new[,] { { 0, 0 }, { double.NaN, 1 }, { 1, 1 }, { 2, 2 } }, [0, 0, 0, 0], ["a"], "A finding.", maxPoints: 2);
        Assert.Equal("A finding. (1 value is not a number and left blank.) (2 of 3 points drawn.)", figure.Caption);
        Assert.Equal([0, 1], figure.Parsed().At("data", "0", "x").Doubles());
    }

    [Fact]
    public void TensorsDrawLikeArrays()
    {
        using var scope = NewDisposeScope();
        var places = tensor(points).to(ScalarType.Float32);
        Assert.Equal(Figures.Embedding(points, [0, 0, 1, 0], ["a", "b"], "A finding.").Json,
            Figures.Embedding(places, tensor(new long[] { 0, 0, 1, 0 }), ["a", "b"], "A finding.").Json);
        Assert.Equal(Figures.Embedding(points, [1, 2, 3, 4], "A finding.").Json, Figures.Embedding(places, tensor(new float[] { 1, 2, 3, 4 }), "A finding.").Json);
    }
}
