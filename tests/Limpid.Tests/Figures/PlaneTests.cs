namespace Limpid.Tests.Figures;

using System.Text.Json;
using Limpid.Figures;
using Xunit;
using Figures = Limpid.Figures.Figures;

public sealed class PlaneTests
{
    [Fact]
    public void ALineIsTheMeanInABandOfOneDeviation()
    {
        var figure = Figures.Lines([1, 2], [("a", new double[,] { { 1, 4 }, { 3, 8 } })], "A finding.", "epoch", "loss (nat)").Parsed();
        var (band, line) = (figure.At("data", "0"), figure.At("data", "1"));
        Assert.Equal([2.0, 6.0], line.At("y").Doubles());
        Assert.Equal([1, 2, 2, 1], band.At("x").Doubles());
        // Deviations with n - 1: sqrt(2) and 2 sqrt(2).
        Assert.Equal([2 + Math.Sqrt(2), 6 + 2 * Math.Sqrt(2), 6 - 2 * Math.Sqrt(2), 2 - Math.Sqrt(2)], band.At("y").Doubles(), (a, b) => Math.Abs(a - b) < 1e-3);
        Assert.Equal("epoch", figure.At("layout", "xaxis", "title", "text").GetString());
        Assert.Equal("loss (nat)", figure.At("layout", "yaxis", "title", "text").GetString());
    }

    [Fact]
    public void ABandMayBeTheMeansConfidenceInterval()
    {
        var figure = Figures.Lines([1, 2], [("a", new double[,] { { 1, 4 }, { 3, 8 } })], "A finding.", "epoch", "loss", confidence: 0.95);
        // Two runs: t(.975) with 1 degree of freedom is 12.7062, the standard error half the difference.
        Assert.Equal([2 + 12.7062, 6 + 25.4124, 6 - 25.4124, 2 - 12.7062], figure.Parsed().At("data", "0", "y").Doubles(), (a, b) => Math.Abs(a - b) < 1e-2);
        Assert.Throws<ArgumentOutOfRangeException>(() => Figures.Lines([1, 2], [("a", new double[] { 1, 2 })], "A finding.", "x", "y", confidence: 1));
    }

    [Fact]
    public void OneRunHasNoBand() =>
        Assert.Equal(1, Figures.Lines([1, 2], [("a", new double[] { 1, 2 })], "A finding.", "x", "y").Parsed().At("data").GetArrayLength());

    [Fact]
    public void ThePapersPointsAreGreyAndNamed()
    {
        var figure = Figures.Lines([1, 2], [("a", new double[] { 1, 2 })], "A finding.", "x", "y", paper: [new([1, 1.5], [1, 3], "paper (digitised)")]);
        var paper = figure.Parsed().At("data", "1");
        Assert.Equal(("paper (digitised)", "#8a8d90", "markers"), (paper.At("name").GetString(), paper.At("marker", "color").GetString(), paper.At("mode").GetString()));
        Assert.Equal([1, 1.5], paper.At("x").Doubles());
        Assert.Equal("paper (digitised)", figure.Data[^1].Name);
    }

    [Fact]
    public void BarsShowTheirErrorsAndThePaperInGrey()
    {
        var figure = Figures.Bars(["none", "GSR"], [new("test", [97, 98], [1, 2], [97.5, double.NaN], [0.3, double.NaN])], "A finding.", "accuracy (%)").Parsed();
        var (bars, paper) = (figure.At("data", "0"), figure.At("data", "1"));
        Assert.Equal("bar", bars.At("type").GetString());
        Assert.Equal([1.0, 2.0], bars.At("error_y", "array").Doubles());
        Assert.Equal("paper", paper.At("name").GetString());
        Assert.Equal("#8a8d90", paper.At("marker", "color").GetString());
        Assert.Equal(JsonValueKind.Null, paper.At("y", "1").ValueKind);
        Assert.Equal("group", figure.At("layout", "barmode").GetString());
    }

    [Fact]
    public void OnlyOneLegendEntryNamesThePaper()
    {
        var group = new BarGroup("a", [1], null, [1]);
        var traces = Figures.Bars(["c"], [new("first", [1]), group, group with { Name = "b" }], "A finding.", "y").Parsed().At("data").EnumerateArray();
        Assert.Single(traces, t => t.At("name").GetString() == "paper" && t.At("showlegend").GetBoolean());
    }

    [Fact]
    public void WithoutZeroOnTheAxisDotsAreDrawn()
    {
        var figure = Figures.Bars(["none"], [new("test", [97])], "A finding.", "accuracy (%)", range: (96, 100)).Parsed();
        Assert.Equal("scatter", figure.At("data", "0", "type").GetString());
        Assert.Equal([96, 100], figure.At("layout", "yaxis", "range").Doubles());
    }

    [Fact]
    public void AScatterHasATraceForEachClass()
    {
        var figure = Figures.Scatter(new double[,] { { 1, 2 }, { 3, 4 }, { 5, 6 } }, [1, 0, 1], ["a", "b"], "A finding.", "x", "y").Parsed();
        Assert.Equal(["a", "b"], figure.At("data").EnumerateArray().Select(t => t.At("name").GetString()));
        Assert.Equal([1, 5], figure.At("data", "1", "x").Doubles());
        Assert.NotEqual(figure.At("data", "0", "marker", "symbol").GetString(), figure.At("data", "1", "marker", "symbol").GetString());
    }

    [Fact]
    public void AScatterShowsThePaperInGrey()
    {
        var figure = Figures.Scatter(new double[,] { { 1, 2 } }, [0], ["a"], "A finding.", "x", "y", paper: [new([1, 1.5], [2, 3], "paper (digitised)")]);
        var paper = figure.Parsed().At("data", "1");
        Assert.Equal(("paper (digitised)", "#8a8d90"), (paper.At("name").GetString(), paper.At("marker", "color").GetString()));
        Assert.Equal([2.0, 3], paper.At("y").Doubles());
        Assert.Equal("paper (digitised)", figure.Data[^1].Name);
        Assert.Contains("grey", figure.AltText);
    }

    [Fact]
    public void AThinnedScatterSaysSo()
    {
        var figure = Figures.Scatter(Samples.Map(1000, 2), new int[1000], ["a"], "A finding.", "x", "y", maxPoints: 100);
        Assert.Equal(100, figure.Parsed().At("data", "0", "x").GetArrayLength());
        Assert.Equal("A finding. (100 of 1000 points drawn.)", figure.Caption);
        Assert.Equal(2000, figure.Data[0].Values.Length);
    }

    [Fact]
    public void AHistogramCountsEveryValueOnce()
    {
        var figure = Figures.Histogram([0, 0.5, 1, 1.5, 2], "A finding.", "value", observed: 5, bins: 2).Parsed();
        Assert.Equal([0.5, 1.5], figure.At("data", "0", "x").Doubles());
        Assert.Equal([2, 3], figure.At("data", "0", "y").Doubles());
        Assert.Equal(5, figure.At("layout", "shapes", "0", "x0").GetDouble());
        Assert.True(figure.At("layout", "xaxis", "range").Doubles()[1] > 5);
        Assert.Equal("observed 5", figure.At("layout", "annotations", "0", "text").GetString());
    }

    [Fact]
    public void EqualValuesMakeOneBin()
    {
        var figure = Figures.Histogram([2, 2, 2], "A finding.", "value").Parsed();
        Assert.Equal([3], figure.At("data", "0", "y").Doubles());
    }
}
