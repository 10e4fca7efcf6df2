namespace Limpid.Tests.Figures;

using Xunit;
using Figures = Limpid.Figures.Figures;

public sealed class MatrixTests
{
    private static readonly (string, double[,])[] Two = [("left", Samples.Map(4, 2)), ("right", Samples.Map(4, 3, -2))];

    [Fact]
    public void NeighboursOfOneNameAreABlockNamedOnce()
    {
        var figure = Figures.Matrices(Two, ["a", "a", "b", "a"], "A finding.").Parsed();
        Assert.Equal(["left", "right", "a", "b", "a"], figure.At("layout", "annotations").EnumerateArray().Select(a => a.At("text").GetString()));
        Assert.Equal([0.25, 0.625, 0.875], figure.At("layout", "annotations").EnumerateArray().Skip(2).Select(a => a.At("y").GetDouble()));
        // Per panel a frame and the two lines between the blocks.
        Assert.Equal([0, 0.5, 0.75, 0, 0.5, 0.75], figure.At("layout", "shapes").EnumerateArray().Select(s => s.At("y0").GetDouble()));
    }

    [Fact]
    public void RowsThatAllDifferHaveNoLinesBetweenThem()
    {
        var figure = Figures.Matrices([Two[0]], ["a", "b", "c", "d"], "A finding.", columns: ["x", "y"]).Parsed();
        Assert.Equal(2, figure.At("layout", "shapes").GetArrayLength());
        Assert.Equal("b, y", figure.At("data", "0", "text", "1", "1").GetString());
    }

    [Fact]
    public void MatricesStandSideBySideAndFillTheirPlace()
    {
        var figure = Figures.Matrices(Two, ["a", "b", "c", "d"], "A finding.").Parsed();
        double X0(string trace) => figure.At("data", trace, "x0").GetDouble();
        Assert.Equal((0.25, 0.125), (X0("0"), figure.At("data", "0", "y0").GetDouble()));
        Assert.True(X0("1") > 1);
        Assert.Equal([-figure.At("layout", "coloraxis", "cmax").GetDouble()], [figure.At("layout", "coloraxis", "cmin").GetDouble()]);
    }

    [Fact]
    public void NamesMustFit()
    {
        Assert.Equal("rows", Assert.Throws<ArgumentException>(() => Figures.Matrices(Two, ["a"], "A finding.")).ParamName);
        Assert.Equal("columns", Assert.Throws<ArgumentException>(() => Figures.Matrices(Two, ["a", "a", "b", "a"], "A finding.", ["x", "y"])).ParamName);
        Assert.Equal("panels", Assert.Throws<ArgumentException>(() => Figures.Matrices(Array.Empty<(string, double[,])>(), [], "A finding.")).ParamName);
    }
}
