namespace Limpid.Tests.Figures;

using Limpid.Figures;
using Xunit;
using Figures = Limpid.Figures.Figures;

public sealed class HistogramGridTests
{
    private static Figure Draw(int panels, int columns) =>
        Figures.HistogramGrid([.. Enumerable.Range(0, panels).Select(i => ($"f{i}", (IReadOnlyList<double[]>)[[0, 1, 1, 4], [2, double.NaN]]))], ["zero", "one"], "A finding.", "x", columns, bins: 4);

    [Fact]
    public void EachClassHasAreaOneInCommonBins()
    {
        var figure = Draw(1, 1);
        // Bins of width 1 from 0; 4 counts in the last.
        Assert.Equal([0.25, 0.5, 0, 0.25], figure.Parsed().At("data", "0", "y").Doubles());
        Assert.Equal([0, 0, 1, 0], figure.Parsed().At("data", "1", "y").Doubles());
        Assert.Equal((0.5, 1.0), (figure.Parsed().At("data", "0", "x0").GetDouble(), figure.Parsed().At("data", "0", "dx").GetDouble()));
        Assert.Equal("A finding. (1 value is not a number and left blank.)", figure.Caption);
        Assert.Equal(["f0, zero", "f0, one"], figure.Data.Select(series => series.Name));
    }

    [Fact]
    public void PanelsFillTheirRowsWithoutOverlap()
    {
        var layout = Draw(5, 2).Parsed().At("layout");
        (double[] X, double[] Y)[] places = [.. Enumerable.Range(1, 5).Select(i => i == 1 ? "" : $"{i}").Select(i => (layout.At($"xaxis{i}", "domain").Doubles(), layout.At($"yaxis{i}", "domain").Doubles()))];
        Assert.All(places, place => Assert.True(place.X is [>= 0, <= 1] && place.X[0] < place.X[1] && place.Y is [>= 0, <= 1] && place.Y[0] < place.Y[1]));
        Assert.True(places[0].X[1] < places[1].X[0]);
        Assert.True(places[2].Y[1] < places[0].Y[0]);
        // Numbers under the lowest panel of each column: the fourth and the fifth.
        Assert.Equal([false, false, false, true, true], new[] { "", "2", "3", "4", "5" }.Select(i => layout.At($"xaxis{i}", "showticklabels").GetBoolean()));
    }

    [Fact]
    public void OneLegendEntryNamesEachClass() =>
        Assert.Equal(["zero", "one"], Draw(3, 2).Parsed().At("data").EnumerateArray().Where(t => t.At("showlegend").GetBoolean()).Select(t => t.At("name").GetString()));

    [Fact]
    public void EqualValuesHaveOneBin() =>
        Assert.Equal([1.0], Figures.HistogramGrid([("a", [[3, 3]])], ["c"], "A finding.", "x").Parsed().At("data", "0", "y").Doubles());
}
