namespace Limpid.Tests.Figures;

using Deedle;
using Microsoft.DotNet.Interactive.Formatting;
using Xunit;
using Figures = Limpid.Figures.Figures;
using Table = Limpid.Figures.Table;

public sealed class TableTests
{
    [Fact]
    public void NumbersStandRightTextLeftAndGapsStayEmpty()
    {
        var table = Figures.Table(["network", "accuracy (%)"], [["none", 97.51234], ["GSR", 98], ["L1", null], ["L2", double.NaN]], "GSR costs nothing.");
        Assert.Equal(
            """
            network  accuracy (%)
            none            97.51
            GSR                98
            L1
            L2
            GSR costs nothing.
            """.ReplaceLineEndings("\n"), table.ToString());
    }

    [Fact]
    public void EveryCellIsEncoded()
    {
        var html = Figures.Table([Samples.Evil], [[Samples.Evil]], Samples.Evil).ToDisplayString("text/html");
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.DoesNotContain("</script", html, StringComparison.Ordinal);
        Assert.Equal(3, html.Split("&lt;/script&gt;").Length - 1);
        Assert.Equal(["text/html", "text/plain"], Formatter.GetPreferredMimeTypesFor(typeof(Table)));
    }

    [Fact]
    public void AFrameShowsItsColumns()
    {
        var frame = Frame.FromRecords([new { Network = "none", Accuracy = 0.975 }, new { Network = "GSR", Accuracy = double.NaN }]);
        var table = Figures.Table(frame, "A finding.");
        Assert.Equal(["Network", "Accuracy"], table.Header);
        Assert.Equal(["none", "0.975"], table.Rows[0]);
        Assert.Equal(["GSR", ""], table.Rows[1]);
    }

    [Fact]
    public void ARowOfAnotherLengthIsNamed()
    {
        var error = Assert.Throws<ArgumentException>(() => Figures.Table(["a", "b"], [[1, 2], [3]], "A finding."));
        Assert.Equal("rows[1]", error.ParamName);
        Assert.Contains("has 1 cells; expected 2", error.Message, StringComparison.Ordinal);
    }
}
