using TorchSharp;
using Xunit;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Substitutes.Tests.TorchSharp;

[Collection("random")]
public class TrainingTests
{
    [Fact]
    public void A_small_convolutional_network_learns_to_tell_stripes()
    {
        manual_seed(1);
        using var scope = NewDisposeScope();
        var x = zeros(40, 1, 8, 8);
        var y = zeros(40, ScalarType.Int64);
        for (var i = 0; i < 40; i++)
        {
            if (i % 2 == 0) x[i, 0, i % 8] = tensor(1f);
            else x[i, 0, .., i % 8] = tensor(1f);
            y[i] = i % 2;
        }
        var kernel = (randn(4, 1, 3, 3) * .5).requires_grad_();
        var weight = (randn(2, 4) * .5).requires_grad_();
        var bias = zeros(2, requires_grad: true);
        Tensor[] parameters = [kernel, weight, bias];
        var first = 0.0;
        var last = 0.0;
        for (var step = 0; step < 80; step++)
        {
            using var inner = NewDisposeScope();
            var h = F.max_pool2d(F.relu(F.conv2d(x, kernel, padding: [1, 1])), 8).flatten(1);
            var loss = F.cross_entropy(F.linear(h, weight, bias), y);
            if (step == 0) first = loss.ToDouble();
            last = loss.ToDouble();
            loss.backward();
            using (no_grad())
            {
                foreach (var p in parameters)
                {
                    p.sub_(p.grad! * .5);
                    p.grad = null;
                }
            }
        }
        Assert.InRange(first, .4, 2);
        Assert.True(last < .1, $"loss {last}");
    }
}
