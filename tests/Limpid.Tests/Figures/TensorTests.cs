namespace Limpid.Tests.Figures;

using TorchSharp;
using Xunit;
using static TorchSharp.torch;
using Figures = Limpid.Figures.Figures;

public sealed class TensorTests
{
    [Fact]
    public void ATensorDrawsLikeTheArrayItHolds()
    {
        using var scope = NewDisposeScope();
        var map = tensor(new float[] { 1, 2, 3, 4, 5, 6 }).reshape(2, 3);
        Assert.Equal(Figures.Heatmap(new double[,] { { 1, 2, 3 }, { 4, 5, 6 } }, "A finding.").Json, Figures.Heatmap(map, "A finding.").Json);
        // A transposed view: neighbours in memory are not neighbours in the map.
        Assert.Equal(Figures.Heatmap(new double[,] { { 1, 4 }, { 2, 5 }, { 3, 6 } }, "A finding.").Json, Figures.Heatmap(map.t(), "A finding.").Json);
        var maps = map.reshape(3, 1, 2);
        Assert.Equal(
            Figures.MapGrid([("a", [new double[,] { { 1, 2 } }, new double[,] { { 3, 4 } }, new double[,] { { 5, 6 } }])], ["x", "y", "z"], "A finding.").Json,
            Figures.MapGrid([("a", maps)], ["x", "y", "z"], "A finding.").Json);
        Assert.Equal(
            Figures.Segmentation([("a", new[,] { { 0, -1 } })], ["x"], "A finding.").Json,
            Figures.Segmentation([("a", tensor(new long[] { 0, -1 }).reshape(1, 2))], ["x"], "A finding.").Json);
        Assert.Equal(
            Figures.ImageGrid([("p", new double[,] { { 1, 2, 3 }, { 4, 5, 6 } })], [("m", [new double[,] { { 1, 2 } }])], "A finding.").Json,
            Figures.ImageGrid([("p", map)], [("m", tensor(new double[] { 1, 2 }).reshape(1, 1, 2))], "A finding.").Json);
        Assert.Equal(
            Figures.Scatter(new double[,] { { 1, 4 }, { 2, 5 }, { 3, 6 } }, [0, 1, 0], ["a", "b"], "A finding.", "x", "y").Json,
            Figures.Scatter(map.t(), tensor(new long[] { 0, 1, 0 }), ["a", "b"], "A finding.", "x", "y").Json);
    }

    [Fact]
    public void TheTensorStaysAsItIsAndNothingIsLeftBehind()
    {
        using var weights = ones(2, 2, requires_grad: true);
        _ = Figures.Heatmap(weights, "A finding.");
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        for (var i = 0; i < 100; i++)
            _ = Figures.Heatmap(weights, "A finding.");
        Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
        Assert.True(weights.requires_grad);
        Assert.Equal(ScalarType.Float32, weights.dtype);
    }

    [Fact]
    public void AMatrixShowsInOneWord()
    {
        using var scope = NewDisposeScope();
        var figure = Figures.Heatmap(tensor(new[] { -1, 2, 5, float.NaN }).reshape(2, 2));
        Assert.Equal("Float32 [2, 2] on cpu: from -1 to 5, mean 2. (1 value is not a number and left blank.)", figure.Caption);
        Assert.Equal([-1, 2, 5, double.NaN], figure.Data[0].Values);
    }

    [Fact]
    public void ALargeMatrixIsDrawnAsMeansAndSaysSo()
    {
        using var large = arange(300 * 200, dtype: ScalarType.Float32).reshape(300, 200);
        var figure = Figures.Heatmap(large);
        Assert.EndsWith("(Each cell is the mean of up to 3 x 3 values.)", figure.Caption, StringComparison.Ordinal);
        Assert.Equal([100, 67], figure.Data[0].Shape);
        // Rows 0 to 2 and columns 0 to 2: the middle one.
        Assert.Equal(201, figure.Data[0].Values[0]);
        Assert.Equal(200 + 198.5, figure.Data[0].Values[66]);
    }

    [Fact]
    public void AWrongShapeIsNamed()
    {
        using var map = ones(2, 2, 2);
        var error = Assert.Throws<ArgumentException>(() => Figures.Heatmap(map, "A finding."));
        Assert.Equal("map", error.ParamName);
        Assert.Contains("[2, 2, 2]; expected [rows, columns]", error.Message, StringComparison.Ordinal);
    }
}
