using Limpid.Relevance;
using Limpid.Relevance.Networks;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Limpid.Tests.Relevance;

[Collection(ProcessCollection.Name)]
public class PropagationTests
{
    private static Module<Tensor, Tensor> Net(int seed, bool bias = true, bool norm = false)
    {
        manual_seed(seed);
        Module<Tensor, Tensor> Conv(long from, long to) => norm
            ? Sequential(Conv2d(from, to, 3L, padding: 1, bias: bias, dtype: float64), Trained(to), ReLU())
            : Sequential(Conv2d(from, to, 3L, padding: 1, bias: bias, dtype: float64), ReLU());
        return Sequential(
            ("stem", Conv(2, 4)),
            ("block", new Residual(Sequential(Conv(4, 4), Conv2d(4, 4, 1L, bias: bias, dtype: float64)))),
            ("branches", new Branches(Identity(), Conv(4, 3))),
            ("pool", AvgPool2d(2)), ("flatten", Flatten()), ("drop", Dropout(0.5)), ("head", Linear(7 * 3 * 3, 5, bias, dtype: float64)));
    }

    private static Module<Tensor, Tensor> Trained(long channels)
    {
        var norm = BatchNorm2d(channels, dtype: float64);
        using var _ = no_grad();
        norm.running_mean!.normal_();
        norm.running_var!.uniform_(0.5, 2);
        init.normal_(norm.weight);
        if (norm.bias is { } shift) init.normal_(shift);
        return norm;
    }

    public static TheoryData<string> Composites() => ["epsilon-plus", "epsilon-plus-flat", "uniform gamma", "uniform zero", "w2 first"];

    private static Composite Named(string name) => name switch
    {
        "epsilon-plus" => Composite.EpsilonPlus(1e-12).With(LayerKind.Convolution, Rule.ZPlus(1e-12)),
        "epsilon-plus-flat" => Composite.EpsilonPlusFlat(1e-12).WithLayer(0, Rule.Flat(1e-12)).With("^", place => place.Kind == LayerKind.Convolution && !place.IsFirst, Rule.ZPlus(1e-12)),
        "uniform gamma" => Composite.Uniform(Rule.GeneralisedGamma(0.5, 1e-12)),
        "uniform zero" => Composite.Uniform(Rule.Zero()),
        _ => Composite.EpsilonPlus(1e-12).WithLayer(0, Rule.WSquare(1e-12)).With("others", place => place.Kind == LayerKind.Convolution && !place.IsFirst, Rule.GeneralisedGamma(0.25, 1e-12)),
    };

    // Under z+ an output without a supporting contribution keeps its relevance; the ledger's test counts it.
    [Theory]
    [InlineData("uniform gamma")]
    [InlineData("uniform zero")]
    [InlineData("w2 first")]
    public void Without_bias_nothing_is_lost_on_the_way(string name)
    {
        for (var seed = 0; seed < 3; seed++)
        {
            using var scope = NewDisposeScope();
            var model = Net(seed, bias: false);
            var x = randn([4, 2, 6, 6], float64);
            using var result = new RelevancePropagation(model, Named(name)
                .With(LayerKind.Sum, Rule.Split(epsilon: 1e-14)).With(LayerKind.AveragePool, Rule.Norm(1e-14))).Explain(x);
            var scores = result.Scores.gather(1, result.Target.unsqueeze(1)).flatten().data<double>().ToArray();
            var sums = result.Input.flatten(1).sum(1L).data<double>().ToArray();
            var size = result.Input.abs().sum().ToDouble();
            Close.Values(scores, sums, 1e-7 * (1 + size));
        }
    }

    [Theory, MemberData(nameof(Composites))]
    public void The_ledger_adds_up(string name)
    {
        using var scope = NewDisposeScope();
        var model = Net(3, norm: true);
        var lrp = new RelevancePropagation(model, Named(name).Pruned(Pruning.Lambda(0.3)));
        using var result = lrp.Explain(randn([3, 2, 6, 6], float64), new RelevanceOptions { Ledger = true, BatchSize = 2 });
        Assert.Equal([.. lrp.Plan.Rows.Reverse().Select(row => row.Layer)], result.Ledger.Select(row => row.Layer));
        foreach (var row in result.Ledger)
            for (var i = 0; i < 3; i++)
                Close.Value(0, row.Rest[i], 1e-8 * (1 + row.In.Positive[i] - row.In.Negative[i] + Math.Abs(row.Out.Total[i])));
        var total = Enumerable.Range(0, 3).Select(i => result.Ledger.Sum(row => row.Bias.Total[i] + row.Stabiliser.Total[i] + row.Rest[i])).ToArray();
        var expected = result.Ledger[0].In.Total.Zip(result.Input.flatten(1).sum(1L).data<double>().ToArray(), (start, end) => start - end);
        Close.Values(expected, total, 1e-8 * (1 + result.Input.abs().sum().ToDouble()));
        Assert.Contains(result.Ledger, row => row.Bias.Total.Any(kept => kept != 0));
    }

    [Fact]
    public void LRP_0_without_bias_is_gradient_times_input_of_a_ReLU_net()
    {
        using var scope = NewDisposeScope();
        var model = Net(7, bias: false);
        var x = randn([2, 2, 6, 6], float64).requires_grad_(true);
        using var result = new RelevancePropagation(model, Composite.Uniform(Rule.Zero()).With(LayerKind.Sum, Rule.Split(epsilon: 0)).With(LayerKind.AveragePool, Rule.Zero())).Explain(x, 2);
        var gradient = autograd.grad([Eval(model, x)[.., 2].sum()], [x])[0];
        Assert.True((gradient * x.detach() - result.Input).abs().max().ToDouble() < 1e-9);
    }

    private static Tensor Eval(Module<Tensor, Tensor> model, Tensor x)
    {
        model.eval();
        return model.call(x);
    }

    [Fact]
    public void Merged_batch_norm_gives_the_same_scores_and_leaves_the_model_bit_equal()
    {
        using var scope = NewDisposeScope();
        var model = Net(11, norm: true);
        model.eval();
        var before = model.state_dict().ToDictionary(pair => pair.Key, pair => pair.Value.clone());
        var x = randn([3, 2, 6, 6], float64);
        var expected = model.call(x);
        var merging = new RelevancePropagation(model, Composite.EpsilonPlus());
        Assert.DoesNotContain(merging.Plan.Rows, row => row.Kind == LayerKind.BatchNorm);
        using var result = merging.Explain(x);
        Assert.True((expected - result.Scores).abs().max().ToDouble() < 1e-12);
        var passing = new RelevancePropagation(model, Composite.EpsilonPlus() with { MergesBatchNorm = false });
        Assert.Contains(passing.Plan.Rows, row => row.Kind == LayerKind.BatchNorm);
        foreach (var (name, value) in model.state_dict()) Assert.True(value.equal(before[name]).all().ToBoolean(), name);
        Assert.True((model.call(x) - expected).abs().max().ToDouble() == 0);
    }

    [Fact]
    public void Two_calls_give_the_same_bits_and_batches_do_not_matter()
    {
        using var scope = NewDisposeScope();
        var model = Net(13);
        var x = randn([7, 2, 6, 6], float64);
        var lrp = new RelevancePropagation(model, Composite.EpsilonPlus().Pruned(Pruning.Lambda()));
        using var once = lrp.Explain(x);
        using var twice = lrp.Explain(x);
        using var small = lrp.Explain(x, new RelevanceOptions { BatchSize = 3 });
        Assert.True(once.Input.equal(twice.Input).all().ToBoolean());
        Assert.True((once.Input - small.Input).abs().max().ToDouble() < 1e-12);
        Assert.Equal(once.Pruning.Sum(layer => layer.Samples.Sum(cut => cut.Positive.Entries)), small.Pruning.Sum(layer => layer.Samples.Sum(cut => cut.Positive.Entries)));
    }

    [Theory]
    [InlineData("lambda")]
    [InlineData("matrix")]
    public void Nothing_pruned_is_plain_propagation_to_the_bit(string kind)
    {
        using var scope = NewDisposeScope();
        var model = Net(17);
        var x = randn([3, 2, 6, 6], float64);
        using var plain = new RelevancePropagation(model, Composite.EpsilonPlus()).Explain(x);
        using var pruned = new RelevancePropagation(model, Composite.EpsilonPlus().Pruned(kind == "lambda" ? Pruning.Lambda(0) : Pruning.Matrix(0))).Explain(x);
        Assert.True(plain.Input.equal(pruned.Input).all().ToBoolean());
        Assert.Empty(pruned.Pruning);
    }

    [Fact]
    public void Relevance_of_a_traced_layer_is_there_on_request()
    {
        using var scope = NewDisposeScope();
        var model = Net(19);
        using var result = new RelevancePropagation(model, Composite.EpsilonPlus()).Explain(randn([2, 2, 6, 6], float64), new RelevanceOptions { Layers = true });
        Assert.Equal([2, 5], result.Layers["head"].shape);
        Assert.Equal([2, 7, 3, 3], result.Layers["pool"].shape);
        Assert.True(result.Layers["input"].equal(result.Input).all().ToBoolean());
    }

    [Fact]
    public void Nothing_is_left_behind()
    {
        var model = Net(23);
        using var x = randn([2, 2, 6, 6], float64);
        var lrp = new RelevancePropagation(model, Composite.EpsilonPlus().Pruned(Pruning.Matrix()));
        lrp.Explain(x, new RelevanceOptions { Layers = true, Ledger = true }).Dispose();
        var before = LiveTensors.Settled();
        for (var i = 0; i < 100; i++) lrp.Explain(x, new RelevanceOptions { Layers = true, Ledger = true }).Dispose();
        Assert.Equal(before, LiveTensors.Settled());
    }
}
