using Limpid.Mahalanobis;
using Limpid.Reproduction;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Mahalanobis;

/// <summary>T9: the Gaussian comes back from the weights alone.</summary>
public class RecoveryTests
{
    [Theory]
    [MemberData(nameof(Cases.All), MemberType = typeof(Cases))]
    public void RoundTrip(int d, int seed)
    {
        using var scope = NewDisposeScope();
        using var gaussian = Cases.Random(d, seed);
        foreach (var (_, layer) in Cases.Whitenings(gaussian, seed))
        {
            var recovery = Recovery.Of(layer);
            Assert.Equal(d, recovery.Rank);
            Close.Value(0, recovery.Residual, 1e-9);
            Close.Values(Points.Numbers(gaussian.Mean), recovery.Mean, 1e-8);
            Close.Values(gaussian.Eigenvalues, recovery.Eigenvalues, 1e-8);
            Close.Value(Math.Sqrt(gaussian.ConditionNumber), recovery.ConditionNumber, 1e-6 * recovery.ConditionNumber);
            using var back = recovery.ToGaussian();
            Assert.True(Cases.Gap(gaussian.Covariance, back.Covariance) < 1e-8);
            // Axes up to sign, which the convention fixes; random variances are distinct.
            Assert.True(Cases.Gap(gaussian.Eigenvectors.t().mm(back.Eigenvectors).abs(), eye(d, dtype: float64)) < 1e-5);
        }
    }

    [Fact]
    public void FewerRowsGiveTheNearestPointAndNoGaussian()
    {
        using var layer = Cases.Layer(new double[,] { { 2, 0, 0 }, { 0, 0.5, 0 } }, [-4, 1]);
        var recovery = Recovery.Of(layer);
        Close.Values([2, -2, 0], recovery.Mean, 1e-12);
        Close.Values([4, 0.25], recovery.Eigenvalues, 1e-12);
        Assert.Equal(2, recovery.Rank);
        Assert.Contains("rank 2 in 3", Assert.Throws<InvalidOperationException>(recovery.ToGaussian).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void HyperplanesThatDoNotMeetLeaveAResidual()
    {
        // x = 1, x = 3 and y = 0: least squares takes x = 2.
        using var layer = Cases.Layer(new double[,] { { 1, 0 }, { 1, 0 }, { 0, 1 } }, [-1, -3, 0]);
        var recovery = Recovery.Of(layer);
        Close.Values([2, 0], recovery.Mean, 1e-12);
        Close.Value(Math.Sqrt(2.0 / 10), recovery.Residual, 1e-12);
        using var centred = Cases.Layer(new double[,] { { 1, 2 }, { 0, 1 } }, [0, 0]);
        Assert.Equal(0, Recovery.Of(centred).Residual);
    }

    [Fact]
    public void PairsReadHalfTheVariance()
    {
        using var gaussian = Cases.Random(4, 1);
        using var pairs = ReluPairs.Of(WhiteningLayer.Pca(gaussian));
        Close.Values(gaussian.Eigenvalues.Select(value => value / 2), Recovery.Of(pairs).Eigenvalues, 1e-9);
        Close.Values(gaussian.Eigenvalues, Recovery.Of(ReluPairs.ToAbs(pairs)).Eigenvalues, 1e-9);
    }
}
