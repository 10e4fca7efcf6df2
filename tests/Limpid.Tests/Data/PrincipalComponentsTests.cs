using TorchSharp;
using Limpid.Data;
using Limpid.Tests.GraphSpectral;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Data;

public class PrincipalComponentsTests
{
    [Fact]
    public void TheDocumentedExample()
    {
        using var scope = NewDisposeScope();
        using var found = PrincipalComponents.Of(tensor(new double[,] { { 0, 0 }, { 2, 2 }, { 4, 4 } }), 2);
        Assert.Equal(8, found.Variances[0], 1e-12);
        Assert.Equal(0, found.Variances[1], 1e-12);
        Assert.Equal(8, found.TotalVariance, 1e-12);
        Close.Values([Math.Sqrt(0.5), Math.Sqrt(0.5)], Check.Values(found.Components[0]), 1e-12);
        Close.Values([-Math.Sqrt(8), 0, Math.Sqrt(8)], Check.Values(found.Project(tensor(new double[,] { { 0, 0 }, { 2, 2 }, { 4, 4 } })).narrow(1, 0, 1)), 1e-12);
    }

    [Theory]
    [InlineData(20, 5)]
    [InlineData(5, 20)]
    public void ComponentsAreOrthonormalAndProjectionsUncorrelated(int samples, int width)
    {
        using var scope = NewDisposeScope();
        var x = Check.Random(3, samples, width);
        using var found = PrincipalComponents.Of(x, 4);
        Close.Values(Check.Values(eye(4, dtype: float64)), Check.Values(found.Components.matmul(found.Components.t())), 1e-10);
        var z = found.Project(x);
        Close.Values(Check.Values(diag(tensor(found.Variances.ToArray()))), Check.Values(z.t().matmul(z).div(samples - 1.0)), 1e-10);
        Assert.Equal(found.Variances.OrderDescending(), found.Variances);
        var centred = x - x.mean([0]);
        Assert.Equal(centred.square().sum().ToDouble() / (samples - 1), found.TotalVariance, 1e-10);
        Assert.All(Check.Matrix(found.Components).Cast<double>().Chunk(width), row => Assert.True(row.MaxBy(Math.Abs) > 0));
    }

    [Fact]
    public void WhatDoesNotFitIsRefused()
    {
        using var scope = NewDisposeScope();
        Assert.Equal("count", Assert.Throws<ArgumentOutOfRangeException>(() => PrincipalComponents.Of(ones(3, 2), 3)).ParamName);
        Assert.Equal("samples", Assert.Throws<ArgumentException>(() => PrincipalComponents.Of(ones(1, 2), 1)).ParamName);
        Assert.Equal("samples", Assert.Throws<ArgumentException>(() => PrincipalComponents.Of(tensor(new[,] { { 1, double.NaN }, { 0, 0 } }), 1)).ParamName);
    }

    [Fact]
    public void NothingIsLeftBehind()
    {
        using var x = Check.Random(3, 8, 4);
        Check.LeavesNothing(() =>
        {
            using var found = PrincipalComponents.Of(x, 2);
            found.Project(x).Dispose();
        });
    }
}
