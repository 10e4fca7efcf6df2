using Limpid.Data.Tabular;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Data.Tabular;

public sealed class ScalerTests
{
    [Fact]
    public void Training_columns_get_mean_0_and_deviation_1_and_others_the_same_map()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new double[,] { { 1, 10 }, { 3, 10 }, { 5, 40 } });
        var scaler = Scaler.Fit(x);
        Close.Values([3, 20], scaler.Means, 1e-12);
        Close.Values([Math.Sqrt(8.0 / 3), Math.Sqrt(200)], scaler.Deviations, 1e-12);
        var z = scaler.Apply(x);
        Close.Values([0, 0], z.mean([0]).data<double>().ToArray(), 1e-12);
        Close.Values([1, 1], z.square().mean([0]).data<double>().ToArray(), 1e-12);
        Close.Values([(7 - 3) / Math.Sqrt(8.0 / 3), -20 / Math.Sqrt(200)], scaler.Apply(tensor(new double[,] { { 7, 0 } })).data<double>().ToArray(), 1e-12);
        Close.Values([1, 10, 3, 10, 5, 40], x.data<double>().ToArray(), 0);
        Assert.Equal(float32, scaler.Apply(x.to(float32)).dtype);
    }

    [Fact]
    public void Columns_without_spread_or_with_NaN_are_refused_by_name()
    {
        using var scope = NewDisposeScope();
        string[] names = ["length", "width"];
        Assert.Contains("'width' is constant", Assert.Throws<ArgumentException>(() => Scaler.Fit(tensor(new double[,] { { 1, 2 }, { 3, 2 } }), names)).Message);
        Assert.Contains("'length' holds NaN", Assert.Throws<ArgumentException>(() => Scaler.Fit(tensor(new double[,] { { double.NaN, 2 }, { 3, 4 } }), names)).Message);
        Assert.Contains("Column 1 holds", Assert.Throws<ArgumentException>(() => Scaler.Fit(tensor(new double[,] { { 1, double.PositiveInfinity }, { 3, 4 } }))).Message);
        Assert.Contains("expected 2, one per column", Assert.Throws<ArgumentException>(() => Scaler.Fit(tensor(new double[,] { { 1, 2 }, { 3, 4 } }), ["one"])).Message);
        Assert.Contains("[1, 2]", Assert.Throws<ArgumentException>(() => Scaler.Fit(ones(1, 2))).Message);
        Assert.Contains("[2, 3]", Assert.Throws<ArgumentException>(() => Scaler.Fit(tensor(new double[,] { { 1, 2 }, { 3, 4 } })).Apply(ones(2, 3))).Message);
    }
}
