namespace Limpid.Tests.Figures;

using Limpid.Figures;
using Xunit;
using Figures = Limpid.Figures.Figures;

public sealed class HyperplaneTests
{
    private static readonly double[,] Cloud = { { -2, 0 }, { 2, 0 }, { 0, 1 } };

    private static Figure Draw(params PlaneLine[] lines) =>
        Figures.Hyperplanes([("one", new(Cloud, lines, (0, 0), [new double[,] { { 1, 1 }, { 0, 0 } }])), ("two", new(Cloud, [], (0, 0)))], ["a", "b"], "A finding.", (0, 0), 4);

    [Fact]
    public void ALineIsCutAtTheFrameAndItsArrowEndsWhereTheNeuronIsOne()
    {
        // 2 x + 1 = 0: at x = -1/2, and 1 at x = 0.
        var data = Draw(new PlaneLine(2, 0, 1)).Parsed().At("data");
        Assert.Equal([-0.5, -0.5], data.At("2", "x").EnumerateArray().Take(2).Select(v => v.GetDouble()));
        Assert.Equal([-4.0, 4.0], data.At("2", "y").EnumerateArray().Take(2).Select(v => v.GetDouble()).Order());
        Assert.Equal([-0.5, 0.0], data.At("3", "x").EnumerateArray().Take(2).Select(v => v.GetDouble()));
        Assert.Equal([0.0, 0.0], data.At("3", "y").EnumerateArray().Take(2).Select(v => v.GetDouble()));
    }

    [Fact]
    public void AnArrowSaysItsNeuron()
    {
        var arrow = Draw(new PlaneLine(-2, 0.5, -1)).Parsed().At("data", "3");
        Assert.Equal(["\u22122 x + 0.5 y \u2212 1"], arrow.At("customdata").EnumerateArray().Select(v => v.GetString()).Distinct());
        Assert.Equal(arrow.At("x").GetArrayLength(), arrow.At("customdata").GetArrayLength());
    }

    [Fact]
    public void WithoutLinesTheArrowsStay()
    {
        var figure = Figures.Hyperplanes([("one", new(Cloud, [new(2, 0, 1)], (0, 0)))], ["a"], "A finding.", (0, 0), 4, lines: false).Parsed();
        Assert.Equal(1, figure.At("data", "1", "x").GetArrayLength());
        Assert.Equal("a", figure.At("data").EnumerateArray().Single(t => t.At("showlegend").GetBoolean()).At("name").GetString());
        Assert.Equal([-0.5, 0.0], figure.At("data", "2", "x").EnumerateArray().Take(2).Select(v => v.GetDouble()));
    }

    [Fact]
    public void SlantedLinesEndInTheFrame()
    {
        // x + y = 6 passes the corner (4, 4): from (2, 4) to (4, 2).
        var data = Draw(new PlaneLine(1, 1, -6, 1)).Parsed().At("data");
        Assert.Equal([2.0, 4.0], data.At("3", "x").EnumerateArray().Take(2).Select(v => Math.Round(v.GetDouble(), 9)).Order());
        Assert.Equal([2.0, 4.0], data.At("3", "y").EnumerateArray().Take(2).Select(v => Math.Round(v.GetDouble(), 9)).Order());
    }

    [Fact]
    public void LinesOutOfSightAndWithoutDirectionAreLeftOut()
    {
        var figure = Draw(new PlaneLine(1, 1, -9), new PlaneLine(0, 0, 3), new PlaneLine(0, 1, 5));
        Assert.Equal(1, figure.Parsed().At("data", "2", "x").GetArrayLength());
        Assert.Equal(["a", "b"], figure.Parsed().At("data").EnumerateArray().Where(t => t.At("showlegend").GetBoolean()).Select(t => t.At("name").GetString()));
        Assert.Equal("A finding.", figure.Caption);
    }

    [Fact]
    public void PanelsShareOneScale()
    {
        var layout = Figures.Hyperplanes([("one", new(Cloud, [], (0, 0))), ("two", new(Cloud, [], (0, 0)))], ["a"], "A finding.", columns: 1).Parsed().At("layout");
        Assert.Equal(layout.At("xaxis", "range").Doubles(), layout.At("xaxis2", "range").Doubles());
        Assert.Equal(4.4, layout.At("yaxis", "range").Doubles()[1] - layout.At("yaxis", "range").Doubles()[0], 1e-9);
        Assert.Equal(("x", "x2"), (layout.At("yaxis", "scaleanchor").GetString(), layout.At("yaxis2", "scaleanchor").GetString()));
        Assert.True(layout.At("yaxis2", "domain").Doubles()[1] < layout.At("yaxis", "domain").Doubles()[0]);
    }

    [Fact]
    public void NoGroupsNeedNoLegend() =>
        Assert.False(Figures.Hyperplanes([("one", new(Cloud, [], (0, 0)))], [], "A finding.").Parsed().At("layout", "showlegend").GetBoolean());

    [Fact]
    public void RefusesWhatItCannotDraw()
    {
        Assert.Throws<ArgumentException>(() => Draw(new PlaneLine(1, 0, 0, 2)));
        Assert.Throws<ArgumentException>(() => Draw(new PlaneLine(double.NaN, 0, 0)));
        Assert.Throws<ArgumentException>(() => Figures.Hyperplanes([("one", new(new double[2, 3], [], (0, 0)))], ["a"], "A finding."));
        Assert.Throws<ArgumentException>(() => Figures.Hyperplanes([], ["a"], "A finding."));
        Assert.Throws<ArgumentOutOfRangeException>(() => Figures.Hyperplanes([("one", new(Cloud, [], (0, 0)))], ["a"], "A finding.", reach: 0));
    }
}
