namespace Limpid.Tests.Figures;

using System.Text.Json;
using Xunit;
using Figures = Limpid.Figures.Figures;
using ColourScale = Limpid.Figures.ColourScale;

public sealed class MapTests
{
    [Fact]
    public void AGridHasOneScaleOverAllItsMaps()
    {
        var figure = Figures.MapGrid(
            [("none", [Samples.Map(2, 2), Samples.Map(2, 2, 3)]), ("GSR", [Samples.Map(2, 2, 5), Samples.Map(2, 2)])], ["0", "1"], "A finding.").Parsed();
        var traces = figure.At("data").EnumerateArray().ToArray();
        Assert.Equal(4, traces.Length);
        Assert.All(traces, t => Assert.Equal("coloraxis", t.At("coloraxis").GetString()));
        Assert.All(traces, t => Assert.False(t.TryGetProperty("colorscale", out _)));
        var axis = figure.At("layout", "coloraxis");
        var top = traces.SelectMany(t => t.At("z").EnumerateArray()).SelectMany(r => r.Doubles()).Max();
        Assert.Equal(0, axis.At("cmin").GetDouble());
        Assert.Equal(top, axis.At("cmax").GetDouble(), 4);
        Assert.False(figure.At("layout").TryGetProperty("coloraxis2", out _));
    }

    [Fact]
    public void SignedMapsGetAScaleSymmetricAroundZero()
    {
        var axis = Figures.Heatmap(new double[,] { { -3, 1 }, { 2, 0 } }, "A finding.").Parsed().At("layout", "coloraxis");
        Assert.Equal((-3, 3), (axis.At("cmin").GetDouble(), axis.At("cmax").GetDouble()));
        Assert.Equal("#f7f7f7", axis.At("colorscale", "4", "1").GetString());
        Assert.Equal(0.5, axis.At("colorscale", "4", "0").GetDouble());
    }

    [Fact]
    public void AGivenRangeAndScaleAreTaken()
    {
        var axis = Figures.Heatmap(new double[,] { { -3, 1 } }, "A finding.", scale: ColourScale.Sequential, range: (-5, 7)).Parsed().At("layout", "coloraxis");
        Assert.Equal((-5, 7), (axis.At("cmin").GetDouble(), axis.At("cmax").GetDouble()));
        Assert.Equal("Viridis", axis.At("colorscale").GetString());
    }

    [Fact]
    public void AConstantMapHasAScaleOfSomeLength()
    {
        var axis = Figures.Heatmap(new double[2, 2], "A finding.").Parsed().At("layout", "coloraxis");
        Assert.Equal((0, 1), (axis.At("cmin").GetDouble(), axis.At("cmax").GetDouble()));
    }

    [Fact]
    public void TheFirstRowIsOnTopAndCellsAreSquare()
    {
        var figure = Figures.Heatmap(Samples.Map(3, 6), "A finding.").Parsed();
        var range = figure.At("layout", "yaxis", "range").Doubles();
        Assert.Equal([1, 0], range);
        var trace = figure.At("data", "0");
        Assert.True(trace.At("y0").GetDouble() < 0.5);
        Assert.Equal(trace.At("dx").GetDouble(), trace.At("dy").GetDouble(), 4);
        Assert.Equal("x", figure.At("layout", "yaxis", "scaleanchor").GetString());
        Assert.Equal(1, figure.At("layout", "yaxis", "scaleratio").GetInt32());
    }

    [Fact]
    public void PanelsStandInTheirRowAndColumn()
    {
        var map = new double[,] { { 1 } };
        var figure = Figures.MapGrid([("a", [map, map]), ("b", [map, map])], ["0", "1"], "A finding.").Parsed();
        var places = figure.At("data").EnumerateArray().Select(t => (t.At("name").GetString(), t.At("x0").GetDouble(), t.At("y0").GetDouble()));
        Assert.Equal([("a, 0", 0.5, 0.5), ("a, 1", 1.6, 0.5), ("b, 0", 0.5, 1.6), ("b, 1", 1.6, 1.6)], places);
    }

    [Fact]
    public void HeadingsRowLabelsAndTheNameOfTheValueAreShown()
    {
        var figure = Figures.MapGrid([("none", [Samples.Map(2, 2)])], ["digit 0"], "A finding.", "The heading", "mean activation").Parsed();
        Assert.Equal(["digit 0", "none"], figure.At("layout", "annotations").EnumerateArray().Select(a => a.At("text").GetString()!.Replace("<br>", " ")));
        Assert.Equal("The heading", figure.At("layout", "title", "text").GetString());
        Assert.Equal("mean activation", figure.At("layout", "coloraxis", "colorbar", "title", "text").GetString());
    }

    [Fact]
    public void MissingValuesAreGapsAndCounted()
    {
        var figure = Figures.Heatmap(new[,] { { 1, double.NaN }, { double.NaN, 2 } }, "A finding.");
        Assert.Equal("A finding. (2 values are not numbers and left blank.)", figure.Caption);
        Assert.Equal(JsonValueKind.Null, figure.Parsed().At("data", "0", "z", "0", "1").ValueKind);
    }

    [Fact]
    public void ASegmentationHasAColourANumberAndALegendEntryForEachClass()
    {
        var figure = Figures.Segmentation([("none", new[,] { { 0, 1 }, { 2, -1 } })], ["zero", "one", "two"], "A finding.").Parsed();
        var axis = figure.At("layout", "coloraxis");
        Assert.Equal((-0.5, 2.5), (axis.At("cmin").GetDouble(), axis.At("cmax").GetDouble()));
        Assert.Equal(["zero", "one", "two"], axis.At("colorbar", "ticktext").EnumerateArray().Select(t => t.GetString()));
        Assert.Equal(3, axis.At("colorscale").EnumerateArray().Select(s => s[1].GetString()).Distinct().Count());
        Assert.Equal("%{z}", figure.At("data", "0", "texttemplate").GetString());
        Assert.Equal(JsonValueKind.Null, figure.At("data", "0", "z", "1", "1").ValueKind);
    }

    [Fact]
    public void LongClassNamesStandInALegendWithTheirNumbers()
    {
        var figure = Figures.Segmentation([("none", new[,] { { 0, 1 } })], ["a long name of a class", "another name"], "A finding.", className: "garment").Parsed();
        Assert.Equal(["0 a long name of a class", "1 another name"], figure.At("data").EnumerateArray().Skip(1).Select(t => t.At("name").GetString()));
        Assert.Equal("garment", figure.At("layout", "legend", "title", "text").GetString());
        Assert.False(figure.At("layout", "coloraxis", "showscale").GetBoolean());
    }

    [Fact]
    public void PicturesAreGreyAndMapsBeneathShareTheirOwnScale()
    {
        var figure = Figures.ImageGrid([("9", Samples.Map(4, 4)), ("3", Samples.Map(4, 4))], [("top", [Samples.Map(2, 2), Samples.Map(2, 2, 9)])], "A finding.").Parsed();
        Assert.Equal(["coloraxis2", "coloraxis2", "coloraxis", "coloraxis"], figure.At("data").EnumerateArray().Select(t => t.At("coloraxis").GetString()));
        Assert.False(figure.At("layout", "coloraxis2", "showscale").GetBoolean());
        Assert.Equal("#000000", figure.At("layout", "coloraxis2", "colorscale", "1", "1").GetString());
    }

    [Fact]
    public void SaliencyIsClearAtZeroOverThePictureAndTheBarShowsItOnWhite()
    {
        var figure = Figures.Saliency([("9", Samples.Map(4, 4))], [("top", [new double[,] { { -2, 1 }, { 0, 0 } }])], "A finding.").Parsed();
        Assert.Equal(["coloraxis2", "coloraxis"], figure.At("data").EnumerateArray().Take(2).Select(t => t.At("coloraxis").GetString()));
        var (veil, bar) = (figure.At("layout", "coloraxis"), figure.At("layout", "coloraxis3"));
        Assert.Equal((-2, 2, -2, 2), (veil.At("cmin").GetDouble(), veil.At("cmax").GetDouble(), bar.At("cmin").GetDouble(), bar.At("cmax").GetDouble()));
        Assert.Equal("rgba(247,247,247,0)", veil.At("colorscale", "2", "1").GetString());
        Assert.Equal("rgba(255,255,255,1)", bar.At("colorscale", "2", "1").GetString());
        // Both fill the same place, whatever their numbers of cells.
        Assert.Equal((0.125, 0.25), (figure.At("data", "0", "x0").GetDouble(), figure.At("data", "1", "x0").GetDouble()));
    }
}
