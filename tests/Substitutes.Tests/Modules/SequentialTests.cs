using TorchSharp;
using TorchSharp.Modules;
using Xunit;
using static TorchSharp.torch;

namespace Substitutes.Tests.Modules;

public sealed class SequentialTests
{
    [Fact]
    public void IntermediateOutputsAreDisposedAndTheInputIsKept()
    {
        using var scope = NewDisposeScope();
        var outputs = new List<Tensor>();
        using var net = nn.Sequential(new Recorder(outputs), new Recorder(outputs), new Recorder(outputs));
        var input = ones(2);
        var output = net.call(input);
        Assert.False(input.IsInvalid);
        Assert.Equal([true, true, false], outputs.Select(o => o.IsInvalid));
        Assert.Same(outputs[2], output);
        Assert.Equal([8, 8], Recorded.ValuesOf(output));
    }

    [Fact]
    public void ALayerThatReturnsItsInputLosesIt()
    {
        using var scope = NewDisposeScope();
        using var net = nn.Sequential(new Through(), nn.ReLU());
        var input = ones(2);
        net.call(input);
        Assert.True(input.IsInvalid);
    }

    [Fact]
    public void NoneAndOneLayer()
    {
        using var scope = NewDisposeScope();
        var input = ones(2);
        using var none = nn.Sequential();
        var alias = none.call(input);
        Assert.NotSame(input, alias);
        Assert.Equal([1, 1], Recorded.ValuesOf(alias));
        using var one = nn.Sequential(new Through());
        Assert.Same(input, one.call(input));
        Assert.False(input.IsInvalid);
    }

    [Fact]
    public void LayersAreReadByIndexAndSharedBySlices()
    {
        using var net = nn.Sequential(new List<nn.Module<Tensor, Tensor>> { nn.Linear(2, 3), nn.ReLU(), nn.Linear(3, 1) });
        Assert.Equal(3, net.Count);
        Assert.IsType<ReLU>(net[1]);
        var tail = net[1..];
        Assert.Equal(2, tail.Count);
        Assert.Same(net[2], tail[1]);
        Assert.Equal(["2.weight", "2.bias"], tail.named_parameters().Select(p => p.name));
        Assert.Same(net, net.append(nn.Tanh()));
        net.append("last", nn.Sigmoid());
        Assert.Equal(["0", "1", "2", "3", "last"], net.named_children().Select(c => c.name));
        Assert.Throws<ArgumentOutOfRangeException>(() => net[5]);
        using var named = nn.Sequential(new List<(string, nn.Module<Tensor, Tensor>)> { ("one", nn.ReLU()) });
        Assert.Equal(["one"], named.named_children().Select(c => c.name));
    }

    private sealed class Recorder(List<Tensor> outputs) : nn.Module<Tensor, Tensor>("Recorder")
    {
        public override Tensor forward(Tensor input)
        {
            var output = input * 2;
            outputs.Add(output);
            return output;
        }
    }

    private sealed class Through() : nn.Module<Tensor, Tensor>("Through")
    {
        public override Tensor forward(Tensor input) => input;
    }
}
