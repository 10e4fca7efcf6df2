using Limpid.Relevance.Attributions;
using Limpid.Relevance.Networks;
using TorchSharp;
using Xunit;
using static Limpid.Tests.Relevance.Attributions.SmallModels;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Limpid.Tests.Relevance.Attributions;

[Collection(ProcessCollection.Name)]
public class GradCamTests
{
    [Fact]
    public void With_global_pooling_it_is_the_class_activation_map()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        var (conv, head) = (Conv2d(2, 4, 3L, dtype: float64), nn.Linear(4, 3, dtype: float64));
        var model = Sequential(("conv", conv), ("pool", AdaptiveAvgPool2d(1)), ("flatten", Flatten()), ("head", head));
        var x = randn([3, 2, 8, 6], float64);
        using var map = Attribution.GradCam(model, x, "conv", 2);
        // The gradient of the mean is w_c / 24 at each of the 24 positions; so is its mean.
        var expected = (head.weight!.detach()[2].view(1, 4, 1, 1) / 24 * conv.call(x)).sum(1, true).relu();
        Assert.True(Furthest(expected.detach(), map.Layer) < 1e-15);
        Assert.Equal([3, 1, 8, 6], map.Input.shape);
        Assert.True(map.Input.amin([0, 1, 2, 3]).ToDouble() >= 0);
        Assert.True(map.Input.amax([0, 1, 2, 3]).ToDouble() <= map.Layer.amax([0, 1, 2, 3]).ToDouble());
    }

    [Theory]
    [InlineData("conv1")]
    [InlineData("relu1")]
    [InlineData("conv2")]
    [InlineData("pool")]
    public void It_is_weights_times_channels(string layer)
    {
        using var scope = NewDisposeScope();
        var model = Convolutional(2);
        model.eval();
        var x = randn([5, 2, 6, 6], float64);
        var modules = model.named_children().ToArray();
        var at = Array.FindIndex(modules, child => child.name == layer);
        var channels = modules[..(at + 1)].Aggregate(x, (value, child) => ((Module<Tensor, Tensor>)child.module).call(value)).detach().requires_grad_(true);
        var scores = modules[(at + 1)..].Aggregate(channels, (value, child) => ((Module<Tensor, Tensor>)child.module).call(value));
        var gradient = autograd.grad([scores[.., 1].sum()], [channels])[0];
        var expected = (gradient.mean([2, 3], true) * channels.detach()).sum(1, true).clamp_min(0);
        using var map = Attribution.GradCam(Network.Of(model), x, layer, 1, batchSize: 2);
        Assert.True(Furthest(expected, map.Layer) < 1e-14);
        Assert.True(map.Layer.amax([0, 1, 2, 3]).ToDouble() > 0);
    }

    [Fact]
    public void Sequences_work_and_the_map_is_linear_between_positions()
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        var model = Sequential(("conv", Conv1d(1, 1, 2L, stride: 2, bias: false, dtype: float64)), ("flatten", Flatten()), ("head", nn.Linear(2, 1, false, dtype: float64)));
        using (no_grad())
            foreach (var parameter in model.parameters()) init.ones_(parameter);
        using var map = Attribution.GradCam(model, tensor(new double[,,] { { { 1, 1, 2, 4 } } }), "conv", 0);
        Assert.Equal([2, 6], map.Layer.Values());
        // Positions 0..3 lie at -0.25, 0.25, 0.75, 1.25 of the layer's; outside stands the nearest.
        Assert.Equal([2, 3, 5, 6], map.Input.Values());
        Assert.Equal([1, 1, 4], map.Input.shape);
    }

    [Fact]
    public void Indices_have_a_map_without_channels()
    {
        using var scope = NewDisposeScope();
        manual_seed(4);
        var builder = new NetworkBuilder();
        var rows = builder.AddModule("table", Embedding(5, 3), NetworkBuilder.Input);
        var turned = builder.Add("turn", new MappedOperation(LayerKind.Reshape, x => x.transpose(1, 2), null), rows);
        var network = builder.Build(builder.AddModule("", Sequential(("conv", Conv1d(3, 2, 3L)), ("flatten", Flatten()), ("head", nn.Linear(8, 2))), turned));
        using var map = Attribution.GradCam(network, tensor(new long[,] { { 0, 1, 2, 3, 4, 0 } }), "conv");
        Assert.Equal([1, 1, 4], map.Layer.shape);
        Assert.Equal([1, 6], map.Input.shape);
    }

    [Fact]
    public void Layers_without_a_map_are_refused()
    {
        using var scope = NewDisposeScope();
        var (model, x) = (Convolutional(5), randn([1, 2, 6, 6], float64));
        Assert.Contains("conv2", Assert.Throws<ArgumentException>(() => Attribution.GradCam(model, x, "last")).Message, StringComparison.Ordinal);
        Assert.Contains("[1, 3]", Assert.Throws<ArgumentException>(() => Attribution.GradCam(model, x, "head")).Message, StringComparison.Ordinal);
    }
}
