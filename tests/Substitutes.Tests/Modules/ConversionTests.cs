using TorchSharp;
using TorchSharp.Modules;
using Xunit;
using static TorchSharp.torch;

namespace Substitutes.Tests.Modules;

public sealed class ConversionTests
{
    [Fact]
    public void AnotherTypeReplacesTheParameters()
    {
        using var scope = NewDisposeScope();
        using var net = new Net();
        var old = net.Fc.weight;
        var oldScale = net.Scale;
        var before = Recorded.ValuesOf(old);
        Assert.Same(net, net.to(ScalarType.Float64));
        Assert.True(old.IsInvalid);
        Assert.True(oldScale.IsInvalid);
        Assert.All(net.parameters(), p => Assert.Equal(ScalarType.Float64, p.dtype));
        Assert.All(net.parameters(), p => Assert.True(p.requires_grad && p.is_leaf));
        Assert.Equal(ScalarType.Float64, net.Offset.dtype);
        Assert.Equal(before, Recorded.ValuesOf(net.Fc.weight));
        Assert.Equal(ScalarType.Float64, net.call(ones(2, dtype: ScalarType.Float64)).dtype);
        Assert.Same(net.Fc.weight, net.get_parameter("_fc.weight"));
        net.@float();
        Assert.Equal(ScalarType.Float32, net.Scale.dtype);
        net.@double();
        Assert.Equal(ScalarType.Float64, net.Scale.dtype);
    }

    [Fact]
    public void TheSameTypeAndDeviceReplaceNothing()
    {
        using var net = new Net();
        var kept = net.parameters().ToList();
        net.to(CPU).to("cpu").to(CPU, ScalarType.Float32).cpu();
        Assert.Equal(kept, net.parameters(), ReferenceEqualityComparer.Instance);
        Assert.All(kept, p => Assert.False(p.IsInvalid));
    }

    [Fact]
    public void IntegerBuffersKeepTheirTypeAndGradientsFollow()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.BatchNorm1d(2);
        layer.call(tensor(new[,] { { 1f, 2f }, { 3f, 5f } })).sum().backward();
        layer.to(ScalarType.Float64);
        Assert.Equal(ScalarType.Int64, layer.num_batches_tracked!.dtype);
        Assert.Equal(ScalarType.Float64, layer.running_mean!.dtype);
        Assert.Equal(ScalarType.Float64, layer.bias!.grad!.dtype);
        Assert.Equal([2, 2], Recorded.ValuesOf(layer.bias.grad!));
        Assert.Throws<ArgumentException>(() => layer.to(ScalarType.Int32));
    }

    [Fact]
    public void AnAbsentDeviceIsRefused()
    {
        using var layer = nn.Linear(1, 1);
        Assert.Throws<InvalidOperationException>(() => layer.to("cuda"));
        Assert.False(layer.weight.IsInvalid);
    }
}
