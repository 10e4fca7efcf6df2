using Limpid.Spectral;
using Limpid.Spectral.Nodes;
using Limpid.Spectral.Training;
using TorchSharp;
using Xunit;
using static Limpid.Tests.GraphSpectral.Check;
using static TorchSharp.torch;

namespace Limpid.Tests.Spectral.Nodes;

[Collection(ProcessCollection.Name)]
public sealed class NodePruningTests
{
    private static readonly SpectralSetup WithBias = SpectralSetup.Pruning with { Bias = true };

    private static SpectralNetwork Network(SpectralSetup setup, LayerActivation activation = LayerActivation.ReLU, bool normalised = false)
    {
        manual_seed(11);
        var network = new SpectralNetwork(new SpectralLayout(5, [(6, activation), (4, activation), (3, LayerActivation.Linear)])
        {
            Setup = setup, LastSetup = SpectralSetup.Direct, Normalised = normalised,
        });
        using var _ = no_grad();
        var seed = 20;
        foreach (var layer in network.Layers)
        {
            if (layer.Setup.Output.Trainable) layer.OutputEigenvalues.copy_(Random(seed++, layer.OutputEigenvalues.shape).to(float32));
            layer.Bias?.copy_(Random(seed++, layer.Bias.shape).to(float32));
        }
        network.eval();
        return network;
    }

    private static double[] State(SpectralNetwork network) => [.. network.state_dict().Values.SelectMany(part => Values(part.to(float64)))];

    [Fact]
    public void The_cut_is_that_of_numpy_over_all_layers()
    {
        // numpy.percentile([4, 1, 3, 2, 10], 30) = 2.2.
        var ranking = new NodeRanking([[4, 1, 3], [2, 10]]);
        Close.Value(2.2, ranking.Cut(30), 1e-15);
        Assert.Equal(new NodeMask([[true, false, true], [false, true]]), ranking.AtPercentile(30));
        Assert.Equal(5, ranking.AtPercentile(0).Kept);
        Assert.Equal(1, ranking.AtPercentile(100).Kept);
        Assert.Equal(new NodeMask([[true, false, false], [false, true]]), ranking.Top(2));
        Assert.Equal(new NodeMask([[true, false, true], [false, true]]), ranking.TopOfEach(0.6));
        Assert.Equal([1, 1], ranking.TopOfEach(0.01).Widths);
        Assert.Throws<ArgumentOutOfRangeException>(() => ranking.TopOfEach(0));
        Assert.Equal("2 of 5 nodes (1 + 1)", ranking.Top(2).ToString());
        Assert.Equal(new NodeMask([[true, true], [false, false]]), new NodeRanking([[1, 1], [1, 1]]).Top(2));
    }

    [Fact]
    public void Scores_are_eigenvalues_or_norms_of_the_weights_into_a_node()
    {
        using var scope = NewDisposeScope();
        using var network = Network(WithBias);
        var layers = network.HiddenLayers;
        var eigen = NodeRanking.OfEigenvalues(layers);
        for (var k = 0; k < 2; k++)
        {
            Assert.Equal(Values(layers[k].OutputEigenvalues.to(float64)).Select(Math.Abs), eigen.Scores[k]);
            var kernel = Matrix(layers[k].Kernel().to(float64));
            Close.Values(Enumerable.Range(0, kernel.GetLength(1)).Select(i => Math.Sqrt(Enumerable.Range(0, kernel.GetLength(0)).Sum(j => kernel[j, i] * kernel[j, i]))),
                NodeRanking.OfWeights(layers).Scores[k], 1e-6);
        }
        // Where input eigenvalues are 1, it is the distance from 1 that scales the weights.
        using var shifted = Network(SpectralSetup.EigenvaluesOnly);
        Close.Values(Values(shifted.Layers[0].OutputEigenvalues.to(float64)).Select(value => Math.Abs(value - 1)), NodeRanking.OfEigenvalues(shifted.HiddenLayers).Scores[0], 1e-7);
        Assert.Equal(10, NodeRanking.ByLot(layers, new Random(1)).Count);
    }

    [Theory]
    [InlineData(LayerActivation.ReLU)]
    [InlineData(LayerActivation.Tanh)]
    public void A_smaller_network_computes_what_the_pruned_one_does_and_the_pruned_one_is_given_back(LayerActivation activation)
    {
        foreach (var setup in new[] { WithBias, SpectralSetup.Pruning, SpectralSetup.EigenvaluesOnly, SpectralSetup.Direct })
        {
            using var scope = NewDisposeScope();
            using var network = Network(setup, activation);
            var x = Random(7, 9, 5).to(float32);
            var (before, whole) = (State(network), Values(network.call(x).to(float64)));
            var mask = NodeRanking.OfWeights(network.HiddenLayers).Top(6);
            double[] masked;
            using (mask.Apply(network.HiddenLayers))
            {
                masked = Values(network.call(x).to(float64));
                var kernel = Matrix(network.Layers[0].Kernel().to(float64));
                Assert.All(Enumerable.Range(0, 6).Where(i => !mask.Keep[0][i]), i => Assert.All(Enumerable.Range(0, 5), j => Assert.Equal(0, kernel[j, i])));
            }
            Assert.Equal(before, State(network));
            Assert.NotEqual(whole, masked);
            using var smaller = SmallerNetwork.Of(network, mask);
            Assert.Equal(mask.Widths, smaller.Layers.SkipLast(1).Select(layer => (int)layer.Outputs));
            Close.Values(masked, Values(smaller.call(x).to(float64)), 1e-6);
            Assert.Equal(before, State(network));
        }
    }

    [Fact]
    public void What_is_trained_may_change_with_the_size()
    {
        using var scope = NewDisposeScope();
        var frozen = SpectralSetup.Pruning with { Base = new SpectralPart(EntryStart.GlorotUniform, false) };
        using var network = Network(frozen);
        Assert.Equal(6 + 4 + (4 * 3) + 3, network.parameters().Sum(parameter => parameter.numel()));
        using var smaller = SmallerNetwork.Of(network, NodeRanking.OfEigenvalues(network.HiddenLayers).Top(5), SpectralSetup.Pruning);
        var widths = smaller.Layers.Select(layer => layer.Outputs).ToArray();
        Assert.Equal((6 * widths[0]) + ((widths[0] + 1) * widths[1]) + (widths[1] * 3) + 3, smaller.parameters().Sum(parameter => parameter.numel()));
    }

    [Fact]
    public void Numbers_come_back_after_an_exception_too_and_a_second_dispose_does_nothing()
    {
        using var network = Network(WithBias);
        var before = State(network);
        void Fails()
        {
            using var pruned = NodeRanking.OfEigenvalues(network.HiddenLayers).Top(2).Apply(network.HiddenLayers);
            throw new InvalidOperationException();
        }

        Assert.Throws<InvalidOperationException>(Fails);
        Assert.Equal(before, State(network));
        var twice = NodeRanking.OfEigenvalues(network.HiddenLayers).Top(2).Apply(network.HiddenLayers);
        twice.Dispose();
        using (no_grad()) network.Layers[0].OutputEigenvalues.fill_(3);
        twice.Dispose();
        Assert.Equal(3, network.Layers[0].OutputEigenvalues[0, 0].ToDouble());
    }

    [Fact]
    public void The_path_stops_when_the_metric_has_changed_by_more_than_a_tenth()
    {
        using var network = Network(WithBias);
        var layers = network.HiddenLayers;
        var ranking = NodeRanking.OfEigenvalues(layers);
        var before = State(network);
        double Live() => layers.Sum(layer => Values(layer.OutputEigenvalues.to(float64)).Count(value => value != 0));
        // Ten nodes: the metric is their number; 9 of 10 is just within a tenth, 8 is not.
        var path = PruningPath.ByMetric(layers, ranking, Live);
        Assert.Equal([0, 5, 10, 15], path.Points.Select(point => point.Percentile));
        Assert.Equal([10, 9, 9, 8], path.Points.Select(point => point.Kept));
        Assert.Equal(new PruningPoint(10, 9, 9), path.Chosen);
        Assert.Equal(95, PruningPath.ByMetric(layers, ranking, () => 1).Chosen.Percentile);
        Assert.Equal(before, State(network));
        Assert.Throws<InvalidOperationException>(() => PruningPath.ByMetric(layers, ranking, () => double.NaN));
        Assert.Equal(before, State(network));
        Assert.Throws<ArgumentOutOfRangeException>(() => PruningPath.ByMetric(layers, ranking, () => 1, step: 0));
    }

    [Fact]
    public void Wrong_input_is_named()
    {
        using var network = Network(SpectralSetup.Pruning);
        using var ranks = Network(SpectralSetup.TwoEigenvalues);
        using var normal = Network(SpectralSetup.Pruning, normalised: true);
        var ranking = NodeRanking.OfEigenvalues(network.HiddenLayers);
        var top = ranking.Top(7);
        Assert.Contains("input eigenvalues of layer 0", Assert.Throws<ArgumentException>(() => NodeRanking.OfEigenvalues(ranks.HiddenLayers)).Message);
        Assert.Contains("input eigenvalues of layer 0", Assert.Throws<ArgumentException>(() => top.Apply(ranks.HiddenLayers)).Message);
        Assert.Contains("expected 0 to 100", Assert.Throws<ArgumentOutOfRangeException>(() => ranking.AtPercentile(101)).Message);
        Assert.Contains("expected 0 to 10", Assert.Throws<ArgumentOutOfRangeException>(() => ranking.Top(11)).Message);
        Assert.Contains("expected 6, 4", Assert.Throws<ArgumentException>(() => top.Apply(network.Layers)).Message);
        Assert.Contains("Batch normalisation", Assert.Throws<ArgumentException>(() => SmallerNetwork.Of(normal, top)).Message);
        Assert.Contains("keeps no node of layer", Assert.Throws<ArgumentException>(() => SmallerNetwork.Of(network, ranking.Top(1))).Message);
        Assert.Throws<ArgumentException>(() => new NodeRanking([]));
        Assert.Contains("node 1 of layer 0", Assert.Throws<ArgumentException>(() => new NodeRanking([[1, double.NaN]])).Message);
    }
}
