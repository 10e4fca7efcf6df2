namespace Limpid.Tests.Figures;

using Limpid.Figures;
using Limpid.Graphs;
using Xunit;
using static TorchSharp.torch;
using Figures = Limpid.Figures.Figures;

public sealed class RefusalTests
{
    public static TheoryData<string, string, Action> Wrong => new()
    {
        { "map", "map is empty", () => Figures.Heatmap(new double[0, 3], "A finding.") },
        { "map", "only NaN", () => Figures.Heatmap(new[,] { { double.NaN } }, "A finding.") },
        { "map", "value 1 of map is", () => Figures.Heatmap(new[,] { { 1, double.PositiveInfinity } }, "A finding.") },
        { "caption", "one sentence", () => Figures.Heatmap(new double[1, 1], " ") },
        { "range", "range is 2 to 1", () => Figures.Heatmap(new double[1, 1], "A finding.", range: (2, 1)) },
        { "rows", "rows is empty", () => Figures.MapGrid(Array.Empty<(string, Tensor)>(), ["a"], "A finding.") },
        { "columns", "columns is empty", () => Figures.MapGrid([("a", [])], [], "A finding.") },
        { "rows['a']", "has 1 maps; expected 2", () => Figures.MapGrid([("a", [new double[1, 1]])], ["0", "1"], "A finding.") },
        { "rows", "is 2 by 3; expected 2 by 2", () => Figures.MapGrid([("a", [new double[2, 2], new double[2, 3]])], ["0", "1"], "A finding.") },
        { "classes", "11 names; expected 1 to 10", () => Figures.Segmentation([("a", new int[1, 1])], new string[11], "A finding.") },
        { "maps", "[0, 1] is 7", () => Figures.Segmentation([("a", new[,] { { 0, 7 } })], ["x", "y"], "A finding.") },
        { "pictures", "pictures is empty", () => Figures.ImageGrid(Array.Empty<(string, Tensor)>(), [], "A finding.") },
        { "x", "x holds NaN", () => Figures.Lines([1, double.NaN], [("a", new double[] { 1, 2 })], "A finding.", "x", "y") },
        { "lines['a']", "has 3 columns; expected 2", () => Figures.Lines([1, 2], [("a", new double[] { 1, 2, 3 })], "A finding.", "x", "y") },
        { "lines", "lines is empty", () => Figures.Lines([1, 2], Array.Empty<(string, double[,])>(), "A finding.", "x", "y") },
        { "groups['a']", "has 1 values; expected 2", () => Figures.Bars(["c", "d"], [new("a", [1])], "A finding.", "y") },
        { "groups", "has the error -1", () => Figures.Bars(["c"], [new("a", [1], [-1])], "A finding.", "y") },
        { "points", "has 3 columns; expected 2", () => Figures.Scatter(new double[1, 3], [0], ["a"], "A finding.", "x", "y") },
        { "classes", "Name 1 of classes is null", () => Figures.Scatter(new double[1, 2], [0], ["a", null!], "A finding.", "x", "y") },
        { "lines", "Name 0 of lines is null", () => Figures.Lines([1], [(null!, new double[] { 1 })], "A finding.", "x", "y") },
        { "rows", "Name 0 of rows is null", () => Figures.MapGrid([(null!, [new double[1, 1]])], ["a"], "A finding.") },
        { "categories", "Name 0 of categories is null", () => Figures.Bars([null!], [new("a", [1])], "A finding.", "y") },
        { "labels", "labels[0] is 2; expected a class from 0 to 0", () => Figures.Scatter(new double[1, 2], [2], ["a"], "A finding.", "x", "y") },
        { "observed", "observed is NaN", () => Figures.Histogram([1], "A finding.", "x", double.NaN) },
        { "values", "is empty", () => Figures.Histogram([], "A finding.", "x") },
        { "panels", "panels is empty", () => Figures.HistogramGrid([], ["c"], "A finding.", "x") },
        { "panels['a']", "has 1 classes; expected 2", () => Figures.HistogramGrid([("a", [[1]])], ["c", "d"], "A finding.", "x") },
        { "panels", "a class of 'a' holds only NaN", () => Figures.HistogramGrid([("a", [[double.NaN]])], ["c"], "A finding.", "x") },
        { "groups", "expected at least one group", () => Figures.Density(Array.Empty<(string, double[])>(), "A finding.", "x") },
        { "groups", "group 'a' holds only NaN", () => Figures.Violin([("a", [double.NaN])], "A finding.", "x") },
        { "bandwidth", "finite number above 0", () => Figures.Density([1], "A finding.", "x", bandwidth: 0) },
        { "counts", "has 1 rows; expected 2", () => Figures.Confusion(new int[1, 2], ["a", "b"], "A finding.") },
        { "counts", "counts[0, 0] is -1", () => Figures.Confusion(new[,] { { -1 } }, ["a"], "A finding.") },
        { "counts", "only zeros", () => Figures.Confusion(new int[1, 1], ["a"], "A finding.") },
        { "predicted", "has 2 labels; expected 1", () => Figures.Confusion([0], [0, 0], ["a"], "A finding.") },
        { "predicted", "predicted[0] is 1; expected a class from 0 to 0", () => Figures.Confusion([0], [1], ["a"], "A finding.") },
        { "classes", "Name 0 of classes is null", () => Figures.Confusion(new int[1, 1], [null!], "A finding.") },
        { "points", "every point holds a NaN", () => Figures.Embedding(new[,] { { 1, double.NaN } }, [0], ["a"], "A finding.") },
        { "values", "has 2 values; expected 1", () => Figures.Embedding(new double[1, 2], [1.0, 2.0], "A finding.") },
        { "places", "has 2 rows; expected 3", () => Figures.Graph(Graph.Path(3), new double[2, 2], "A finding.") },
        { "places", "places holds NaN", () => Figures.Graph(Graph.Path(1), new[,] { { 0, double.NaN } }, "A finding.") },
        { "signal", "has 1 values; expected 2", () => Figures.Graph(Graph.Path(2), "A finding.", [1.0]) },
        { "graphs", "graphs is empty", () => Figures.GraphRow([], "A finding.") },
        { "signals", "has 1 signals; expected 2", () => Figures.GraphRow([("a", Graph.Path(2)), ("b", Graph.Path(2))], "A finding.", [[1, 2]]) },
        { "signals[0]", "has 1 values; expected 2", () => Figures.GraphRow([("a", Graph.Path(2))], "A finding.", [[1]]) },
        { "signal", "only NaN", () => Figures.Graph(Graph.Path(2), "A finding.", [double.NaN, double.NaN]) },
        { "frequencies", "Row 0 of frequencies holds only zeros", () => Figures.SequenceLogo(new double[1, 4], "A finding.") },
        { "frequencies", "frequencies[0, 1] is -1", () => Figures.SequenceLogo(new double[,] { { 1, -1, 0, 0 } }, "A finding.") },
        { "frequencies", "has 3 columns; expected 4", () => Figures.SequenceLogo(new double[1, 3], "A finding.") },
        { "letters", "letters is 'ACGG'", () => Figures.SequenceLogo(new double[1, 4], "A finding.", letters: "ACGG") },
        { "sequence", "sequence[1] is 'X'", () => Figures.RelevanceTrack("AX", [1, 2], "A finding.") },
        { "relevance", "has 1 values; expected 2", () => Figures.RelevanceTrack("AC", [1.0], "A finding.") },
        { "weights", "weights[1] is 1 by 3; expected at least one row and 2 columns", () => Figures.Network([new double[2, 2], new double[1, 3]], "A finding.") },
        { "weights", "weights[0] holds NaN", () => Figures.Network([new[,] { { 1, double.NaN } }], "A finding.") },
        { "values[1]", "has 2 values; expected 1", () => Figures.Network([new double[1, 1]], "A finding.", values: [[1.0], [1.0, 2.0]]) },
        { "texts[0]", "has 1 names; expected 2", () => Figures.Network([new double[1, 2]], "A finding.", texts: [["a"], ["b"]]) },
        { "maxNeurons", "maxNeurons", () => Figures.Network([new double[1, 1]], "A finding.", maxNeurons: 1) },
        { "maps", "at least one row of maps", () => Figures.Saliency([("a", new double[1, 1])], [], "A finding.") },
        { "paper['p']", "has 1 values; expected 2", () => Figures.Lines([1], [("a", new double[] { 1 })], "A finding.", "x", "y", paper: [new([1, 2], [1], "p")]) },
        { "names", "has 1 names; expected 2", () => Figures.Stem([1, 2], "A finding.", "y", ["a"]) },
        { "marked", "marked[0] is 2; expected a position from 0 to 1", () => Figures.Stem([1, 2], "A finding.", "y", marked: [2]) },
    };

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Wrong))]
    public void AWrongArgumentIsNamedWithWhatWasExpected(string argument, string message, Action call)
    {
        var error = Assert.ThrowsAny<ArgumentException>(call);
        Assert.Equal(argument, error.ParamName);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }
}
