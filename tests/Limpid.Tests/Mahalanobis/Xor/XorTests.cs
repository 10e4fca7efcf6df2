using Limpid.Mahalanobis.Xor;
using Limpid.Reproduction;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Mahalanobis.Xor;

/// <summary>The exclusive or: readings by hand, and networks that are their seeds.</summary>
public class XorTests
{
    [Fact]
    public void PointsAndDiagonals()
    {
        using var scope = NewDisposeScope();
        var (points, labels) = (XorTask.Points(float64), XorTask.Labels());
        Assert.Equal(labels.data<long>().ToArray(), points.prod(1).lt(0).to(int64).data<long>().ToArray());
        Assert.Equal(0, XorTask.DiagonalGap(3, -3, 0), 1e-12);
        Assert.Equal(0, XorTask.DiagonalGap(-1, -1, 0), 1e-12);
        // x = 0 is 1 off all four; x - y = 1 is 1 / sqrt 2 off the diagonal of equal signs.
        Assert.Equal(1, XorTask.DiagonalGap(2, 0, 0), 1e-12);
        Assert.Equal(Math.Sqrt(0.5), XorTask.DiagonalGap(1, -1, 1), 1e-12);
        Assert.Equal(double.PositiveInfinity, XorTask.DiagonalGap(0, 0, 1));
    }

    [Fact]
    public void AReadingByHand()
    {
        var reading = new XorReading(4, 0.1, [new(1, 0, 0), new(-2, 2, 0)]);
        Assert.True(reading.Solved);
        Close.Values([-Math.Sqrt(0.5), 0], [reading.Cosine, reading.DiagonalGap], 1e-12);
        Assert.True(double.IsNaN(new XorReading(3, 1, [new(1, 0, 0)]).Cosine));
        Assert.False(new XorReading(3, 1, [new(1, 0, 0)]).Solved);
    }

    [Theory]
    [InlineData(XorKind.Abs, 1)]
    [InlineData(XorKind.Relu, 2)]
    [InlineData(XorKind.Sigmoid, 2)]
    public void NetworksLearnAndAreTheirSeeds(XorKind kind, int nodes)
    {
        var cancel = TestContext.Current.CancellationToken;
        var together = XorExperiment.Run(kind, [new(5), new(6), new(7)], 120, cancel);
        Assert.Equal([0, 50, 100, 120], together.Curve.Epochs);
        Assert.All(together.Before.Concat(together.After), reading => Assert.Equal(nodes, reading.Nodes.Length));
        Assert.All(together.Before.SelectMany(reading => reading.Nodes), node => Assert.Equal(0, node.Bias));
        Assert.True(together.Curve.Final.Average() < together.Curve.Losses[0].Average());
        Close.Values(together.After.Select(reading => reading.Loss), together.Curve.Final, 1e-6);
        var alone = XorExperiment.Run(kind, [new(6)], 120, cancel);
        Close.Value(together.After[1].Loss, alone.After[0].Loss, 1e-4);
        Assert.Equal(together.Before[1].Nodes, alone.Before[0].Nodes);
    }

    [Fact]
    public void OneAbsoluteValueSolvesIt()
    {
        var run = XorExperiment.Run(XorKind.Abs, [new(1000), new(1001), new(1002)], 4000, TestContext.Current.CancellationToken);
        Assert.Contains(run.After, reading => reading.Solved && reading.DiagonalGap < 0.1);
        Assert.Throws<ArgumentOutOfRangeException>(() => XorExperiment.Run(XorKind.Abs, [new(0)], -1, TestContext.Current.CancellationToken));
        Assert.Throws<ArgumentException>(() => XorExperiment.Run(XorKind.Abs, [], 1, TestContext.Current.CancellationToken));
    }
}
