using Limpid.Relevance.Attributions;
using Limpid.Relevance.Networks;
using TorchSharp;
using Xunit;
using static Limpid.Tests.Relevance.Attributions.SmallModels;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Limpid.Tests.Relevance.Attributions;

[Collection(ProcessCollection.Name)]
public class GuidedBackpropTests
{
    [Fact]
    public void Without_ReLU_it_is_the_gradient()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        var model = Sequential(nn.Linear(4, 6, dtype: float64), Tanh(), nn.Linear(6, 3, dtype: float64));
        var x = randn([5, 4], float64);
        Assert.True(Furthest(Attribution.Gradient(model, x), Attribution.GuidedBackprop(model, x)) < 1e-15);
    }

    [Fact]
    public void Each_ReLU_lets_positive_parts_through_where_its_input_is_positive()
    {
        using var scope = NewDisposeScope();
        var model = Mlp(4, 2);
        var x = randn([5, 4], float64);
        var layers = model.named_children().Select(child => child.module).OfType<TorchSharp.Modules.Linear>().ToArray();
        var first = layers[0].call(x);
        var second = layers[1].call(first.relu());
        var down = layers[2].weight!.detach()[1].expand(5, 6);
        down = matmul(down.clamp_min(0) * second.gt(0).to(float64), layers[1].weight!.detach());
        var expected = matmul(down.clamp_min(0) * first.gt(0).to(float64), layers[0].weight!.detach());
        Assert.True(Furthest(expected, Attribution.GuidedBackprop(model, x, 1)) < 1e-14);
        Assert.True(Furthest(Attribution.Gradient(model, x, 1), Attribution.GuidedBackprop(model, x, 1)) > 1e-3);
    }

    [Fact]
    public void Branches_add_up()
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        var inner = Sequential(nn.Linear(3, 3, dtype: float64), ReLU());
        var model = Sequential(("block", new Residual(inner)), ("head", nn.Linear(3, 2, dtype: float64)));
        var x = randn([4, 3], float64);
        var head = ((TorchSharp.Modules.Linear)model.named_children().Last().module).weight!.detach();
        var layer = (TorchSharp.Modules.Linear)inner[0];
        var open = layer.call(x).gt(0).to(float64);
        var expected = head[0] + matmul(head[0].clamp_min(0) * open, layer.weight!.detach());
        Assert.True(Furthest(expected, Attribution.GuidedBackprop(model, x, 0)) < 1e-14);
    }

    [Fact]
    public void A_ReLU_found_by_tracing_counts()
    {
        using var scope = NewDisposeScope();
        using var model = new Functional();
        var x = randn([4, 3], float64);
        var network = Network.Trace(model, x);
        Assert.Contains(network.Nodes, node => node.Operation is ReluLayer);
        Assert.True(Furthest(Attribution.GuidedBackprop(Sequential(model.First, ReLU(), model.Second), x), Attribution.GuidedBackprop(network, x)) < 1e-15);
        Assert.Contains("Trace", Assert.Throws<UnsupportedLayerException>(() => Attribution.GuidedBackprop(model, x)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_ReLU_in_place_is_read_as_any_other()
    {
        using var scope = NewDisposeScope();
        manual_seed(5);
        var (first, second) = (nn.Linear(4, 5, dtype: float64), nn.Linear(5, 2, dtype: float64));
        var x = randn([3, 4], float64);
        var (plain, inPlace) = (Sequential(first, ReLU(), second), Sequential(first, ReLU(inplace: true), second));
        Assert.Equal(0, Furthest(Attribution.GuidedBackprop(plain, x), Attribution.GuidedBackprop(inPlace, x)));
        Assert.True(Furthest(Attribution.Gradient(plain, x), Attribution.Gradient(inPlace, x)) < 1e-15);
    }

    private sealed class Functional : Module<Tensor, Tensor>
    {
        internal readonly Module<Tensor, Tensor> First = nn.Linear(3, 5, dtype: float64), Second = nn.Linear(5, 2, dtype: float64);

        internal Functional() : base("functional") => RegisterComponents();

        public override Tensor forward(Tensor input)
        {
            using var hidden = First.call(input);
            using var open = hidden.relu();
            return Second.call(open);
        }
    }
}
