using Limpid.Data;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Data;

[Collection(ProcessCollection.Name)]
public sealed class ImageSetMemoryTests
{
    [Fact]
    public void Nothing_but_the_results_is_left_behind()
    {
        using ImageSet digits = ImageSets.Digits();
        long before = LiveTensors.Settled();
        for (int i = 0; i < 100; i++)
            digits.Take(50, i).Dispose();
        Assert.Equal(before, Tensor.TotalCount);
        ImageSets.Digits().Dispose();
        Assert.Equal(before, Tensor.TotalCount);
    }
}
