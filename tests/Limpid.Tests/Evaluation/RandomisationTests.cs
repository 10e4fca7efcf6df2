using Limpid.Evaluation;
using Limpid.Reproduction;
using Limpid.Tests.GraphSpectral;
using MathNet.Numerics.Statistics;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Limpid.Tests.Evaluation;

public class RandomisationTests
{
    [Fact]
    public void EachStepRandomisesOneLayerMoreAndComparesByRanks()
    {
        using var scope = NewDisposeScope();
        using var model = Network();
        var (x, t) = (Check.Random(1, 5, 7), tensor(new long[] { 0, 1, 2, 0, 1 }));
        var trained = State(model);
        var (maps, states) = (new List<double[][]>(), new List<Dictionary<string, double[]>>());
        Tensor Explain(Module<Tensor, Tensor> network, Tensor inputs, Tensor targets)
        {
            Assert.False(network.training);
            var relevance = GradientTimesInput(network, inputs, targets);
            maps.Add(Twin.Rows(relevance));
            states.Add(State(network));
            return relevance;
        }

        var curve = Randomisation.Mprt(model, x, t, Explain);
        Assert.Equal(["last", "block.inner", "first"], curve.Layers);
        Assert.Equal(5, curve.Samples);
        Assert.Equal(4, maps.Count);
        Assert.Equal(trained, states[0]);
        for (var layer = 0; layer < 3; layer++)
        {
            var random = curve.Layers.Take(layer + 1).ToArray();
            Assert.All(trained, item => Assert.Equal(!random.Any(name => item.Key.StartsWith(name + ".", StringComparison.Ordinal)), item.Value.SequenceEqual(states[layer + 1][item.Key])));
            for (var sample = 0; sample < 5; sample++)
                Close.Value(Correlation.Spearman(maps[0][sample].Select(Math.Abs), maps[layer + 1][sample].Select(Math.Abs)), curve[sample, layer], 1e-12);
            Close.Value(Enumerable.Range(0, 5).Average(sample => curve[sample, layer]), curve.Mean[layer], 1e-14);
        }
        Close.Values(Enumerable.Range(0, 5).Select(sample => Enumerable.Range(0, 3).Average(layer => curve[sample, layer])), Check.Values(curve.Average()), 1e-14);
        Close.Values(Enumerable.Range(0, 5).Select(sample => curve[sample, 2]), Check.Values(curve.Last()), 0);
        Assert.Equal(trained, State(model));
    }

    [Fact]
    public void TheModelIsAsBeforeAlsoAfterAnException()
    {
        using var scope = NewDisposeScope();
        using var model = Network();
        model.train();
        foreach (var (name, module) in model.named_modules())
            if (name == "block") module.eval();
        var (trained, modes) = (State(model), model.named_modules().Select(named => named.Item2.training).ToArray());
        var (x, t) = (Check.Random(1, 2, 7), tensor(new long[] { 0, 1 }));
        void Unchanged()
        {
            Assert.Equal(trained, State(model));
            Assert.True(model.training);
            Assert.Equal(modes, model.named_modules().Select(named => named.Item2.training));
            Assert.All(model.parameters(), parameter => Assert.True(parameter.requires_grad && parameter.grad is null));
        }

        Randomisation.Mprt(model, x, t, GradientTimesInput);
        Unchanged();
        var calls = 0;
        Assert.Throws<TimeoutException>(() => Randomisation.Mprt(model, x, t, (network, inputs, targets) =>
            ++calls == 3 ? throw new TimeoutException() : GradientTimesInput(network, inputs, targets)));
        Unchanged();
    }

    [Fact]
    public void AnExplainerThatDoesNotLookAtTheModelIsFoundOut()
    {
        using var scope = NewDisposeScope();
        using var model = Network();
        var (x, t) = (Check.Random(1, 3, 7), tensor(new long[] { 0, 1, 2 }));
        Close.Values([1, 1, 1], Randomisation.Mprt(model, x, t, (_, inputs, _) => inputs.alias()).Mean, 1e-15);
        Assert.All(Randomisation.Mprt(model, x, t, (_, inputs, _) => ones_like(inputs)).Mean, value => Assert.True(double.IsNaN(value)));
    }

    [Fact]
    public void TheSeedDecidesAndBothCascadesEndInTheSameModel()
    {
        using var scope = NewDisposeScope();
        using var model = Network();
        var (x, t) = (Check.Random(1, 6, 7), tensor(new long[] { 0, 1, 2, 0, 1, 2 }));
        double[] Last(RandomisationOptions options) => Check.Values(Randomisation.Mprt(model, x, t, GradientTimesInput, options).Last());
        var down = Last(new());
        Assert.Equal(down, Last(new()));
        Assert.NotEqual(down, Last(new() { Seed = new Seed(1) }));
        Close.Values(down, Last(new() { BatchSize = 4 }), 1e-12);
        Assert.Equal(down, Last(new() { Cascade = Cascade.BottomUp }));
        Assert.Equal(["first", "block.inner", "last"], Randomisation.Mprt(model, x, t, GradientTimesInput, new() { Cascade = Cascade.BottomUp }).Layers);
        Assert.Equal(["last", "first"], Randomisation.Mprt(model, x, t, GradientTimesInput, new() { Layers = ["first", "last"] }).Layers);
    }

    [Fact]
    public void OwnStatisticsKeepMeanAndSpreadAndInitialForgetsThem()
    {
        using var scope = NewDisposeScope();
        using var model = Sequential(("wide", Linear(100, 80)), ("norm", BatchNorm1d(80)));
        using (no_grad())
        {
            foreach (var (name, parameter) in model.named_parameters())
                if (name == "wide.weight") parameter.mul_(3).add_(0.7);
                else if (name == "wide.bias") parameter.fill_(2);
                else parameter.fill_(5);
        }
        Dictionary<string, double[]> Random(RandomWeights weights)
        {
            Dictionary<string, double[]> seen = [];
            Randomisation.Mprt(model, ones(1, 100), tensor(new long[] { 0 }), (network, inputs, _) =>
            {
                seen = State(network);
                return inputs.alias();
            }, new() { Weights = weights });
            return seen;
        }

        var (own, trained) = (Random(RandomWeights.OwnStatistics), State(model));
        Close.Value(trained["wide.weight"].Average(), own["wide.weight"].Average(), 0.02);
        Close.Value(trained["wide.weight"].PopulationStandardDeviation(), own["wide.weight"].PopulationStandardDeviation(), 0.01);
        Assert.Equal(trained["wide.bias"], own["wide.bias"]);
        Assert.Equal(trained["norm.weight"], own["norm.weight"]);
        var initial = Random(RandomWeights.Initial);
        Assert.All(initial["wide.weight"].Concat(initial["wide.bias"]), value => Assert.InRange(value, -0.1000001, 0.1));
        Close.Value(0.1 / Math.Sqrt(3), initial["wide.weight"].PopulationStandardDeviation(), 0.002);
        Assert.All(initial["norm.weight"], value => Assert.Equal(1, value));
        Assert.All(initial["norm.bias"], value => Assert.Equal(0, value));
    }

    [Fact]
    public void BadInputIsNamedAndNothingIsLeftBehind()
    {
        using var model = Network();
        using var bare = Sequential(ReLU());
        using var x = Check.Random(1, 2, 7);
        using var t = tensor(new long[] { 0, 1 });
        ArgumentException Refused(Module<Tensor, Tensor>? network = null, RandomisationOptions? options = null) =>
            Assert.ThrowsAny<ArgumentException>(() => Randomisation.Mprt(network ?? model, x, t, GradientTimesInput, options));
        Assert.Contains("no layer 'fc' with parameters; expected one of 'first', 'block.inner', 'last'", Refused(options: new() { Layers = ["fc"] }).Message);
        Assert.Contains("Layers is empty", Refused(options: new() { Layers = [] }).Message);
        Assert.Contains("has no parameters", Refused(network: bare).Message);
        Assert.Equal("Weights", Refused(options: new() { Weights = (RandomWeights)5 }).ParamName);
        Assert.Equal("Cascade", Refused(options: new() { Cascade = (Cascade)5 }).ParamName);
        Assert.Equal("BatchSize", Refused(options: new() { BatchSize = 0 }).ParamName);
        Check.LeavesNothing(() => Randomisation.Mprt(model, x, t, GradientTimesInput));
        Check.LeavesNothing(() => Assert.Throws<ArgumentException>(() => Randomisation.Mprt(model, x, t, (_, inputs, _) => inputs.mul(double.NaN))));
    }

    // Weights of its own generator: the global one is shared with tests that run beside, and an unlucky network is dead for a sample.
    private static Module<Tensor, Tensor> Network()
    {
        var network = Sequential(
            ("first", Linear(7, 6, dtype: float64)), ("relu", ReLU()), ("block", Sequential(("inner", Linear(6, 5, dtype: float64)), ("tanh", Tanh()))), ("drop", Dropout(0.5)),
            ("last", Linear(5, 3, dtype: float64)));
        using var _ = no_grad();
        var seed = 10;
        foreach (var (_, parameter) in network.named_parameters())
            parameter.copy_(Check.Random(seed++, parameter.shape).mul(0.5));
        return network;
    }

    private static Dictionary<string, double[]> State(Module model) => model.state_dict().ToDictionary(item => item.Key, item => Check.Values(item.Value));

    private static Tensor GradientTimesInput(Module<Tensor, Tensor> network, Tensor inputs, Tensor targets)
    {
        using var scope = NewDisposeScope();
        var leaf = inputs.detach().clone().requires_grad_();
        var score = network.call(leaf).gather(1, targets.unsqueeze(1)).sum();
        return autograd.grad([score], [leaf])[0].mul(leaf).detach().MoveToOuterDisposeScope();
    }
}
