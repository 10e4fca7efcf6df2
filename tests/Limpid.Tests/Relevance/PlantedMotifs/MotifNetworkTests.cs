using Limpid.Relevance.PlantedMotifs;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Relevance.PlantedMotifs;

[Collection(ProcessCollection.Name)]
public sealed class MotifNetworkTests
{
    [Fact]
    public void It_has_the_layers_stated()
    {
        using DisposeScope scope = NewDisposeScope();
        var network = MotifNetwork.New();
        Assert.Equal([2, 3], network.call(zeros(2, 4, 200)).shape);
        Assert.Equal(4 * 32 * 15 + 32 + 32 * 64 * 9 + 64 + 64 * 64 * 5 + 64 + 64 * 64 + 64 + 64 * 3 + 3, network.parameters().Sum(p => p.numel()));
        Assert.Equal([5, 1], MotifNetwork.New(61, 1).call(zeros(5, 4, 61)).shape);
        Assert.Throws<ArgumentOutOfRangeException>(() => MotifNetwork.New(8));
    }
}
