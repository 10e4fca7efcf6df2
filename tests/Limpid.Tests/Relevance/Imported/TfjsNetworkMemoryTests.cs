using Limpid.Relevance.Imported;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Relevance.Imported;

[Collection(ProcessCollection.Name)]
public sealed class TfjsNetworkMemoryTests
{
    [Fact]
    public void Its_tensors_are_the_weights_and_go_with_it()
    {
        var model = RecordedGraph.Model;
        var before = LiveTensors.Settled();
        for (var i = 0; i < 20; i++)
        {
            using var graph = new TfjsNetwork(model);
            graph.To("out");
            // Three kernels and two biases; a second network takes the same.
            Assert.Equal(before + 5, Tensor.TotalCount);
            graph.To("out");
            Assert.Equal(before + 5, Tensor.TotalCount);
        }
        Assert.Equal(before, Tensor.TotalCount);
    }
}
