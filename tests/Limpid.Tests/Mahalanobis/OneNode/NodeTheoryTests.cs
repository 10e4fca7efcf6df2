using Limpid.Mahalanobis.OneNode;
using Limpid.Mahalanobis.Theory;
using Limpid.Reproduction;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Mahalanobis.OneNode;

/// <summary>What one node can reach: quadrature beside closed forms and samples.</summary>
public class NodeTheoryTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(10)]
    public void CentredNodesAreTheClosedForms(int d)
    {
        var theory = new NodeTheory(d);
        Assert.Equal(d, theory.Dimension);
        foreach (var (activation, error) in new[] { (NodeActivation.Abs, SingleNode.AbsError(d)), (NodeActivation.Relu, SingleNode.ReluError(d)) })
        {
            var best = theory.Best(activation, 0);
            Close.Value(SingleNode.Slope(d), best.Slope, 1e-5);
            Close.Value(error, best.Error, 1e-5);
            Close.Value(best.Error, theory.Error(activation, best.Slope, 0), 1e-9);
            Assert.True(theory.Error(activation, 1.01 * best.Slope, 0) > best.Error && theory.Error(activation, 0.99 * best.Slope, 0) > best.Error);
        }
    }

    [Theory]
    [InlineData(NodeActivation.Abs)]
    [InlineData(NodeActivation.Relu)]
    public void FarNodesAreConstants(NodeActivation activation)
    {
        var theory = new NodeTheory(2);
        Close.Value(DistanceMoments.Variance(2), theory.Best(activation, 1000).Error, 1e-3);
        Close.Value(DistanceMoments.Variance(2), theory.Error(activation, 0, DistanceMoments.Mean(2)), 1e-5);
        Close.Value(2, theory.Error(activation, 0, 0), 1e-5);
        Assert.Equal((0, 2), new NodeTheory(2).Best(NodeActivation.Relu, -50));
    }

    [Fact]
    public void ANodeOverManyPoints()
    {
        using var scope = NewDisposeScope();
        using var gaussian = Cases.OneNode();
        var points = gaussian.Sample(400_000, new Seed(5));
        using var layer = Cases.Layer(new[,] { { 0.7, -0.4 } }, [-0.9]);
        var (spread, mean) = (Math.Sqrt(0.7 * 0.7 * 2 + 2 * 0.7 * 0.4 + 0.4 * 0.4), 0.7 * 3 - 0.4 * 2 - 0.9);
        foreach (var activation in new[] { NodeActivation.Abs, NodeActivation.Relu })
        {
            var sum = layer.call(points).squeeze(1);
            var output = activation == NodeActivation.Abs ? sum.abs() : sum.relu();
            Close.Value(output.sub(gaussian.Distances(points)).square().mean().item<double>(), new NodeTheory(2).Error(activation, spread, mean), 0.006);
        }
    }

    [Fact]
    public void TheHippopede()
    {
        using var round = OneNodeExperiment.Round(2);
        var circle = Hippopede.Of(round, 2, 4);
        Close.Values([1.5, 1, 1, 1.5, 0.5, 1, 1, 0.5, 1.5, 1], circle.Cast<double>(), 1e-12);
        using var plane = OneNodeExperiment.Plane();
        // Along x the standard deviation is sqrt 2, along y 1.
        var curve = Hippopede.Of(plane, 4 / Math.PI, 4);
        Close.Values([3 + Math.PI / 4 * Math.Sqrt(2), 2, 3, 2 + Math.PI / 4], [curve[0, 0], curve[0, 1], curve[1, 0], curve[1, 1]], 1e-12);
        Assert.Throws<ArgumentOutOfRangeException>(() => Hippopede.Of(plane, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Hippopede.Of(plane, 1, 2));
        using var solid = OneNodeExperiment.Round(3);
        Assert.Throws<ArgumentException>(() => Hippopede.Of(solid, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new NodeTheory(0));
    }
}
