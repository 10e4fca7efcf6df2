using Limpid.Relevance;
using Limpid.Relevance.Networks;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Limpid.Tests.Relevance;

[Collection(ProcessCollection.Name)]
public class TraceTests
{
    private sealed class Skipping : Module<Tensor, Tensor>
    {
        private readonly Module<Tensor, Tensor> first = Conv2d(2, 4, 3L, padding: 1), second = Conv2d(4, 4, 3L, padding: 1), norm = BatchNorm2d(4), side = Conv2d(4, 3, 1L), drop = Dropout(0.5), head = Linear(7, 5);

        public Skipping() : base(nameof(Skipping)) => RegisterComponents();

        public override Tensor forward(Tensor input)
        {
            var x = first.call(input).relu_();
            var y = (norm.call(second.call(x)) + x).relu();
            var z = cat([y, side.call(y)], 1);
            return head.call(drop.call(z.mean([2, 3])));
        }
    }

    private sealed class Exponential : Module<Tensor, Tensor>
    {
        private readonly Module<Tensor, Tensor> first = Linear(4, 6), second = Linear(6, 3);

        public Exponential() : base(nameof(Exponential)) => RegisterComponents();

        public override Tensor forward(Tensor input) => second.call(first.call(input).exp());
    }

    private sealed class Flattening : Module<Tensor, Tensor>
    {
        private readonly Module<Tensor, Tensor> conv = Conv1d(2, 3, 3L), head = Linear(18, 2);

        public Flattening() : base(nameof(Flattening)) => RegisterComponents();

        public override Tensor forward(Tensor input) => head.call(functional.relu(conv.call(input)).flatten(1));
    }

    [Fact]
    public void Sums_ReLU_in_place_concatenation_and_means_are_recognised()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        var model = new Skipping();
        var x = randn(3, 2, 6, 6);
        var network = Network.Trace(model, x);
        Assert.Equal(["input", "first", "relu", "second", "norm", "sum", "relu#2", "side", "concatenation", "mean", "drop", "head"], network.Nodes.Select(node => node.Name));
        Assert.True(model.training);
        model.eval();
        Assert.True(model.call(x).allclose(network.Forward(x), 1e-5, 1e-6));
        using var result = new RelevancePropagation(network, Composite.Uniform(Rule.Zero())).Explain(x, new RelevanceOptions { Ledger = true });
        Assert.Equal(3, result.Input.size(0));
        Assert.All(result.Ledger, row => Assert.All(row.Rest, rest => Close.Value(0, rest, 1e-3)));
    }

    [Fact]
    public void A_view_is_recognised()
    {
        using var scope = NewDisposeScope();
        var model = new Flattening();
        var network = Network.Trace(model, randn(1, 2, 8));
        Assert.Equal(["input", "conv", "relu", "view", "head"], network.Nodes.Select(node => node.Name));
        var x = randn(4, 2, 8);
        Assert.True(model.call(x).allclose(network.Forward(x)));
    }

    [Fact]
    public void What_is_not_recognised_is_refused_by_name_and_no_hook_stays()
    {
        using var scope = NewDisposeScope();
        var model = new Exponential();
        var error = Assert.Throws<UnsupportedLayerException>(() => Network.Trace(model, randn(1, 4)));
        Assert.Contains("'second'", error.Message, StringComparison.Ordinal);
        Assert.Contains("'first'", error.Message, StringComparison.Ordinal);
        Assert.Contains("INetworkBlock", error.Message, StringComparison.Ordinal);
        var before = Tensor.TotalCount;
        using (var y = model.call(randn(1, 4))) { }
        using (var y = model.call(randn(1, 4))) { }
        Assert.True(model.training);
        Assert.InRange(Tensor.TotalCount - before, 0, 8);
    }

    [Fact]
    public void A_class_that_is_not_known_is_refused_with_the_remedy()
    {
        var error = Assert.Throws<UnsupportedLayerException>(() => Network.Of(new Exponential()));
        Assert.Contains("Network.Trace", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Running_statistics_and_modes_stay_as_they_were()
    {
        using var scope = NewDisposeScope();
        var model = new Skipping();
        model.named_children().Single(child => child.name == "drop").module.eval();
        var before = model.state_dict().ToDictionary(pair => pair.Key, pair => pair.Value.clone());
        Network.Trace(model, randn(2, 2, 6, 6));
        foreach (var (name, value) in model.state_dict()) Assert.True(value.equal(before[name]).all().ToBoolean(), name);
        Assert.False(model.named_children().Single(child => child.name == "drop").module.training);
        Assert.True(model.training);
    }
}
