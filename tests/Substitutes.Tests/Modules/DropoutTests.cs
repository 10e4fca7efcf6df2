using TorchSharp;
using Xunit;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Substitutes.Tests.Modules;

/// <summary>Dropout's own draws against libtorch's bernoulli_, bit for bit, and what they leave the generator with.</summary>
[Collection("random")]
public sealed class DropoutTests
{
    [Theory]
    [InlineData(0.2, 0, 1)]
    [InlineData(0.2, 3, 311)]
    [InlineData(0.5, 0, 312)]
    [InlineData(0.5, 1, 2048)]
    [InlineData(0.01, 7, 2049)]
    [InlineData(0.999, 623, 10_007)]
    [InlineData(1e-9, 624, 10_007)]
    public void DrawsWhatBernoulliDraws(double p, int before, int count)
    {
        using var scope = NewDisposeScope();
        var x = arange(1, count + 1, dtype: float32);

        (float[] Values, float[] Next) After(Func<Tensor> call)
        {
            manual_seed(11);
            // An odd number of draws lets pairs of words cross the generator's blocks.
            if (before > 0) rand(before);
            return (call().data<float>().ToArray(), rand(700).data<float>().ToArray());
        }

        var (expected, next) = After(() => x * empty_like(x).bernoulli_(1 - p).div_(1 - p));
        var (dropped, after) = After(() => F.dropout(x, p));
        Assert.Equal(expected, dropped);
        Assert.Equal(next, after);
    }

    [Fact]
    public void TheGradientIsTheMask()
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        var x = ones(40, 30).requires_grad_();
        var y = F.dropout(x, 0.3);
        y.sum().backward();
        Assert.Equal(y.detach().data<float>().ToArray(), x.grad!.data<float>().ToArray());
        Assert.Equal([0, 1 / 0.7f], y.detach().data<float>().ToArray().Distinct().Order());
    }

    [Fact]
    public void OtherLayoutsAndTypesKeepTheirOwn()
    {
        using var scope = NewDisposeScope();
        manual_seed(4);
        var (x, strided) = (ones(6, 5, dtype: float64), ones(6, 5).t());
        Assert.Equal(float64, F.dropout(x, 0.5).dtype);
        Assert.Equal([5L, 6L], F.dropout(strided, 0.5).shape);
        Assert.Equal(0, F.dropout(ones(3), 1).sum().item<float>());
        Assert.Equal(3, F.dropout(ones(3), 0).sum().item<float>());
        Assert.Equal([0L], F.dropout(ones(0), 0.5).shape);
        Assert.ThrowsAny<Exception>(() => F.dropout(ones(3), 1.5));
        Assert.ThrowsAny<Exception>(() => F.dropout(ones(3), double.NaN));
    }
}
