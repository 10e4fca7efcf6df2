using Plotly.NET;
using Plotly.NET.LayoutObjects;
using Xunit;

namespace Substitutes.Tests.Plotly;

/// <summary>The expected texts were written by the genuine package.</summary>
public sealed class FigureJsonTests
{
    [Fact]
    public void ValuesAreWrittenLikeTheGenuineOnes()
    {
        var trace = new Trace("heatmap");
        trace.SetValue("z", new[] { new[] { 1.5, double.NaN, double.PositiveInfinity }, [0, 1e-7, 1.0] });
        trace.SetValue("zz", new double[,] { { 1, 2 }, { 3, 4 } });
        trace.SetValue("name", "a</script>é\u2028'\"<b>");
        trace.SetValue("nul", null);
        trace.SetValue("f", 0.1f);
        trace.SetValue("b", true);
        trace.SetValue("i", 3);
        trace.SetValue("dec", 1.50m);
        trace.SetValue("big", 1e22);
        trace.SetValue("nz", -0.0);
        trace.SetValue("third", 1.0 / 3);
        trace.SetValue("d", new Dictionary<string, object> { ["a"] = 1, ["b"] = new object[] { "x", 2.0 } });
        trace.SetValue("type", "scatter");
        trace.SetValue("i", 4);
        Assert.Equal(
            """{"data":[{"type":"scatter","z":[[1.5,"NaN","Infinity"],[0.0,1E-07,1.0]],"zz":[[1.0,2.0],[3.0,4.0]],"name":"a</script>é\u2028'\"<b>","nul":null,"f":0.1,"b":true,"i":4,"dec":1.50,"big":1E+22,"nz":-0.0,"third":0.3333333333333333,"d":{"a":1,"b":["x",2.0]}}],"layout":{},"frames":[]}""",
            GenericChart.toFigureJson(GenericChart.ofTraceObject(false, trace)));
    }

    [Fact]
    public void SettingALayoutMakesAnotherChart()
    {
        var plain = GenericChart.ofTraceObject(false, new Trace("bar"));
        var layout = new Layout();
        layout.SetValue("title", "T");
        var titled = GenericChart.setLayout(layout, plain);
        Assert.Equal("""{"data":[{"type":"bar"}],"layout":{},"frames":[]}""", GenericChart.toFigureJson(plain));
        Assert.Equal("""{"data":[{"type":"bar"}],"layout":{"title":"T"},"frames":[]}""", GenericChart.toFigureJson(titled));
    }

    [Fact]
    public void AConfigIsNoPartOfTheFigure()
    {
        var config = new Config();
        config.SetValue("responsive", true);
        var chart = GenericChart.setConfig(config, GenericChart.ofTraceObject(false, new Trace("bar")));
        Assert.Equal("""{"data":[{"type":"bar"}],"layout":{},"frames":[]}""", GenericChart.toFigureJson(chart));
    }

    [Fact]
    public void CombiningJoinsTracesAndLayoutsTheLastOneWins()
    {
        var first = Chart("scatter", "T", ("q", 1));
        var second = Chart("bar", "T2", ("r", 2));
        Assert.Equal(
            """{"data":[{"type":"scatter"},{"type":"bar"}],"layout":{"title":"T2","xaxis":{"q":1,"r":2}},"frames":[]}""",
            GenericChart.toFigureJson(GenericChart.combine([first, second])));
        Assert.Equal("""{"data":[{"type":"bar"}],"layout":{"title":"T2","xaxis":{"r":2}},"frames":[]}""", GenericChart.toFigureJson(second));
    }

    [Fact]
    public void CombiningNothingIsAnError() => Assert.Equal("source", Assert.Throws<ArgumentException>(() => GenericChart.combine([])).ParamName);

    [Fact]
    public void TheTypeOfATraceIsAMember()
    {
        var trace = new Trace("bar") { type = "heatmap" };
        Assert.Equal("heatmap", trace.type);
        trace.SetValue("type", "scatter");
        Assert.Equal("scatter", trace.type);
    }

    [Fact]
    public void DefaultsAreRefusedAndNotDrawnOtherwise() =>
        Assert.Throws<NotSupportedException>(() => GenericChart.ofTraceObject(true, new Trace("bar")));

    private static GenericChart Chart(string type, string title, (string Name, int Value) axis)
    {
        var xaxis = new LinearAxis();
        xaxis.SetValue(axis.Name, axis.Value);
        var layout = new Layout();
        layout.SetValue("title", title);
        layout.SetValue("xaxis", xaxis);
        return GenericChart.setLayout(layout, GenericChart.ofTraceObject(false, new Trace(type)));
    }
}
