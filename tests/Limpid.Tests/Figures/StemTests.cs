namespace Limpid.Tests.Figures;

using Limpid.Figures;
using Xunit;
using Figures = Limpid.Figures.Figures;

public sealed class StemTests
{
    [Fact]
    public void StemsFallFromTheLargestAndEqualOnesKeepTheirOrder()
    {
        var figure = Figures.Stem([1, 3, 2, 3, double.NaN], "A finding.", "y");
        var heads = figure.Parsed().At("data", "1");
        Assert.Equal([3, 3, 2, 1], heads.At("y").Doubles());
        Assert.Equal(["1", "3", "2", "0"], heads.At("customdata").EnumerateArray().Select(t => t.GetString()));
        Assert.Equal("A finding. (1 value is not a number and left blank.)", figure.Caption);
        Assert.Equal([1.0, 3, 2, 3, double.NaN], figure.Data[0].Values);
    }

    [Fact]
    public void StemsKeepTheirOrderWhereTheirPositionsHaveAName()
    {
        var figure = Figures.Stem([1, 3, 2], "A finding.", "y", xName: "sample");
        Assert.Contains("3 values of y, over sample, from 1 to 2", figure.AltText);
        Assert.Equal([1, 3, 2], figure.Parsed().At("data", "1", "y").EnumerateArray().Select(value => value.GetDouble()));
        Assert.Equal("sample", figure.Parsed().At("layout", "xaxis", "title", "text").GetString());
    }

    [Fact]
    public void EachStemGoesFromZeroToItsHead()
    {
        var stems = Figures.Stem([-2, 5], "A finding.", "y").Parsed().At("data", "0");
        Assert.Equal("[1,1,null,2,2,null]", stems.At("x").GetRawText());
        Assert.Equal("[0,5,null,0,-2,null]", stems.At("y").GetRawText());
    }

    [Fact]
    public void MarkedValuesHaveTheirOwnColourAndName()
    {
        var figure = Figures.Stem([1, 2, 3], "A finding.", "y", ["a", "b", "c"], [0], "kept").Parsed();
        var marked = figure.At("data", "3");
        Assert.Equal("kept", marked.At("name").GetString());
        Assert.Equal([3], marked.At("x").Doubles());
        Assert.NotEqual(figure.At("data", "1", "marker", "color").GetString(), marked.At("marker", "color").GetString());
        Assert.Equal(["c", "b", "a"], figure.At("layout", "xaxis", "ticktext").EnumerateArray().Select(t => t.GetString()));
    }
}
