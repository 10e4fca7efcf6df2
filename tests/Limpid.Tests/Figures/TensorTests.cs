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
    public void AWrongShapeIsNamed()
    {
        using var map = ones(2, 2, 2);
        var error = Assert.Throws<ArgumentException>(() => Figures.Heatmap(map, "A finding."));
        Assert.Equal("map", error.ParamName);
        Assert.Contains("[2, 2, 2]; expected [rows, columns]", error.Message, StringComparison.Ordinal);
    }
}
