using System.Collections.Immutable;
using System.Text.Json;
using Limpid.Mahalanobis;
using Limpid.Mahalanobis.OneNode;
using Limpid.Mahalanobis.Reading;
using Limpid.Mahalanobis.Theory;
using Limpid.Reproduction;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Mahalanobis.OneNode;

/// <summary>One node that fits a distance: starts, training and what is read of it.</summary>
public class OneNodeTests
{
    private static readonly NodeOptions Short = new(40) { Models = 30, Points = 200 };

    private static NodeRun Run(NodeActivation activation, NodeStart start, NodeOptions? options = null, long seed = 1000)
    {
        using var gaussian = OneNodeExperiment.Plane();
        return OneNodeExperiment.Run(gaussian, activation, start, new(seed), options ?? Short, TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData(NodeActivation.Abs, NodeStart.Box)]
    [InlineData(NodeActivation.Relu, NodeStart.Box)]
    [InlineData(NodeActivation.Abs, NodeStart.Data)]
    [InlineData(NodeActivation.Relu, NodeStart.Data)]
    public void NodesLearnAndAreReadAsTheyAre(NodeActivation activation, NodeStart start)
    {
        var run = Run(activation, start);
        Assert.Equal([30, 30], [run.Before.Length, run.After.Length]);
        Assert.Equal((0, 40, 21), (run.Epochs[0], run.Epochs[^1], run.Epochs.Length));
        Assert.True(run.Losses[^1] < run.Losses[0]);
        Close.Value(run.Losses[^1], run.Mean(null, node => node.Loss), 1e-9);
        Assert.All(run.Before, node => Assert.NotEqual(NeuronKind.Dead, node.Kind));
        Assert.All(run.Before, node => Assert.True(node.Weight.All(value => Math.Abs(value) <= Math.Sqrt(2) + 1e-6)));
        using var scope = NewDisposeScope();
        using var gaussian = OneNodeExperiment.Plane();
        var points = gaussian.Sample(200, new Seed(1000).Of("points"));
        foreach (var node in run.Before.Concat(run.After))
        {
            var sum = points.mv(tensor(node.Weight.ToArray())).add(node.Bias);
            var output = activation == NodeActivation.Abs ? sum.abs() : sum.relu();
            Close.Value(output.sub(gaussian.Distances(points)).square().mean().item<double>(), node.Loss, 1e-4);
            Close.Value(3 * node.Weight[0] + 2 * node.Weight[1] + node.Bias, node.Mean, 1e-5);
            Assert.True(output.gt(0).any().item<bool>() || !run.Before.Contains(node));
        }
        Close.Value(gaussian.Distances(points).var(unbiased: false).item<double>(), run.Constant, 1e-12);
    }

    [Fact]
    public void ABlockIsItsSeed()
    {
        string Text(NodeRun run) => JsonSerializer.Serialize(run);
        Assert.Equal(Text(Run(NodeActivation.Abs, NodeStart.Data)), Text(Run(NodeActivation.Abs, NodeStart.Data)));
        Assert.NotEqual(Text(Run(NodeActivation.Abs, NodeStart.Data)), Text(Run(NodeActivation.Abs, NodeStart.Data, seed: 1001)));
        var run = Run(NodeActivation.Relu, NodeStart.Box);
        Assert.Equal(Text(run), Text(JsonSerializer.Deserialize<NodeRun>(Text(run))!));
    }

    [Fact]
    public void BothActivationsStartAlike()
    {
        var (relu, abs) = (Run(NodeActivation.Relu, NodeStart.Box), Run(NodeActivation.Abs, NodeStart.Box));
        var alike = relu.Before.Zip(abs.Before).Count(pair => pair.First.Bias == pair.Second.Bias);
        Assert.InRange(alike, 10, 29);
    }

    [Fact]
    public void AdamReachesTheBestCentredNode()
    {
        var run = Run(NodeActivation.Abs, NodeStart.Data, new(1500) { Models = 20, Points = 4000, Adam = true, Rate = 0.01 });
        var coherent = run.After.Where(node => node.Kind == NeuronKind.Coherent && Math.Abs(node.ZOffset) < 0.2).ToArray();
        Assert.True(coherent.Length >= 10);
        Assert.All(coherent, node => Close.Value(SingleNode.AbsError(2), node.Expected, 0.01));
        Assert.All(coherent, node => Close.Value(SingleNode.Slope(2), node.Spread, 0.06));
    }

    [Fact]
    public void MeansAndCounts()
    {
        LearnedNode Node(double loss, NeuronKind kind) => new([1], 0, 1, 2, loss, 0, kind);
        var run = new NodeRun([], [Node(1, NeuronKind.Coherent), Node(2, NeuronKind.Dead), Node(4, NeuronKind.Coherent)], [0], [7 / 3.0], 0.4);
        Assert.Equal([2, 0, 1], [run.Count(NeuronKind.Coherent), run.Count(NeuronKind.AdHoc), run.Count(NeuronKind.Dead)]);
        Close.Values([2.5, 7 / 3.0, double.NaN], [run.Mean(NeuronKind.Coherent, n => n.Loss), run.Mean(null, n => n.Loss), run.Mean(NeuronKind.AdHoc, n => n.Loss)], 1e-12);
        Assert.Equal(0.5, run.After[0].ZOffset);
        Assert.True(double.IsNaN((run.After[0] with { Spread = 0 }).ZOffset));
    }

    [Fact]
    public void RefusesWhatCannotBe()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Run(NodeActivation.Abs, NodeStart.Box, new(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Run(NodeActivation.Abs, NodeStart.Box, new(1) { Models = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Run(NodeActivation.Abs, NodeStart.Box, new(1) { Points = 1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Run(NodeActivation.Abs, NodeStart.Box, new(1) { Rate = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => OneNodeExperiment.Round(0));
        using var gaussian = OneNodeExperiment.Plane();
        Assert.Throws<OperationCanceledException>(() => OneNodeExperiment.Run(gaussian, NodeActivation.Abs, NodeStart.Box, new(1), Short, new CancellationToken(true)));
    }
}
