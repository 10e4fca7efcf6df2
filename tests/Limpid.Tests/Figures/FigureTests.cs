namespace Limpid.Tests.Figures;

using System.Globalization;
using Limpid.Figures;
using Plotly.NET;
using Xunit;
using Figure = Limpid.Figures.Figure;
using Figures = Limpid.Figures.Figures;

public sealed class FigureTests
{
    [Fact]
    public void StylingMakesAnotherFigure()
    {
        foreach (var figure in Samples.EveryKind("label"))
        {
            var before = figure.Json;
            var styled = figure.Style(chart =>
            {
                var layout = new Layout();
                layout.SetValue("title", "another");
                return GenericChart.setLayout(layout, chart);
            });
            Assert.Equal(before, figure.Json);
            Assert.Contains("\"title\":\"another\"", styled.Json, StringComparison.Ordinal);
            Assert.Equal(figure.Caption, styled.Caption);
        }
    }

    [Fact]
    public void ChangingItsChartLeavesTheFigure()
    {
        var figure = Samples.EveryKind("label")[0];
        var before = GenericChart.toFigureJson(figure.Chart);
        var other = new Layout();
        other.SetValue("title", "another");
        _ = GenericChart.combine([figure.Chart, GenericChart.setLayout(other, figure.Chart)]);
        Assert.Equal(before, GenericChart.toFigureJson(figure.Chart));
    }

    [Fact]
    public void ChangingTheArraysAfterwardsLeavesTheFigure()
    {
        var map = Samples.Map(2, 2);
        double[] x = [1, 2];
        var (heatmap, lines) = (Figures.Heatmap(map, "A finding."), Figures.Lines(x, [("a", map)], "A finding.", "x", "y"));
        var before = (GenericChart.toFigureJson(heatmap.Chart), GenericChart.toFigureJson(lines.Chart), heatmap.Data[0].Values[0], lines.Data[0].Values[0]);
        (map[0, 0], x[0]) = (99, 99);
        Assert.Equal(before, (GenericChart.toFigureJson(heatmap.Chart), GenericChart.toFigureJson(lines.Chart), heatmap.Data[0].Values[0], lines.Data[0].Values[0]));
    }

    [Fact]
    public void TheDataKeepFullPrecisionTheJsonFiveDigits()
    {
        var figure = Figures.Heatmap(new[,] { { 1.0 / 3, 123456.7, 2e-7 / 3 } }, "A finding.");
        Assert.Equal([1.0 / 3, 123456.7, 2e-7 / 3], figure.Data[0].Values);
        Assert.Equal([1, 3], figure.Data[0].Shape);
        Assert.Equal([0.33333, 123460, 6.6667E-08], figure.Parsed().At("data", "0", "z", "0").Doubles());
    }

    [Fact]
    public void TheSameCallGivesTheSameJsonInEveryCulture()
    {
        var before = CultureInfo.CurrentCulture;
        var here = Samples.EveryKind("label").Select(f => f.Json + f.Caption + f.AltText).ToArray();
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal(here, Samples.EveryKind("label").Select(f => f.Json + f.Caption + f.AltText));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void AFigureTooLargeForANotebookIsRefused()
    {
        var error = Assert.Throws<FigureTooLargeException>(() => Figures.Heatmap(Samples.Map(300, 300), "Too much."));
        Assert.True(error.Bytes > Figure.MaxJsonBytes);
        Assert.Contains("'Too much.'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryKindDrawsOnAClearBackgroundAndSaysWhatItShows()
    {
        foreach (var method in Samples.Methods)
        {
            var figure = Samples.Draw(method, "label");
            if (method.GetParameters().Any(p => p.ParameterType == typeof(string)))
                Assert.Contains("label", figure.AltText, StringComparison.Ordinal);
            Assert.Equal("rgba(0,0,0,0)", figure.Parsed().At("layout", "paper_bgcolor").GetString());
            Assert.Equal("rgba(0,0,0,0)", figure.Parsed().At("layout", "plot_bgcolor").GetString());
            Assert.NotEmpty(figure.AltText);
            Assert.NotEmpty(figure.Data);
            Assert.All(figure.Data, s => Assert.Equal(s.Values.Length, s.Shape.Aggregate((a, b) => a * b)));
        }
    }
}
