using TorchSharp;
using Xunit;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Substitutes.Tests.TorchSharp;

[Collection("random")]
public class AutogradTests
{
    public static TheoryData<string, int> Functions => new()
    {
        { "tanh", 0 }, { "softmax", 1 }, { "conv2d", 2 }, { "matmul", 3 }, { "logsumexp", 4 }, { "std", 5 }, { "cdist", 6 }, { "eigvalsh", 7 },
        { "layer_norm", 8 }, { "avg_pool2d", 9 }, { "interpolate", 10 },
    };

    [Theory]
    [MemberData(nameof(Functions))]
    public void Gradients_agree_with_central_differences(string name, int which)
    {
        using var scope = NewDisposeScope();
        manual_seed(which);
        var x = randn([2, 4, 4], ScalarType.Float64);
        var w = randn([3, 2, 2, 2], ScalarType.Float64);
        var weights = linspace(.3, 1.7, 7, ScalarType.Float64);
        Tensor Apply(Tensor t) => name switch
        {
            "tanh" => t.tanh(),
            "softmax" => F.softmax(t, 1),
            "conv2d" => F.conv2d(t.unsqueeze(0), w, padding: [1, 1]),
            "matmul" => t.matmul(t.transpose(1, 2)),
            "logsumexp" => t.logsumexp(2),
            "std" => t.std(1L),
            "cdist" => cdist(t[0], t[1]),
            "eigvalsh" => linalg.eigvalsh(t.matmul(t.transpose(1, 2))),
            "layer_norm" => F.layer_norm(t, [4]),
            "avg_pool2d" => F.avg_pool2d(t, 2),
            "interpolate" => F.interpolate(t.unsqueeze(0), [7, 5], mode: InterpolationMode.Bilinear),
            _ => throw new ArgumentOutOfRangeException(nameof(name)),
        };
        double Loss(Tensor t)
        {
            var flat = Apply(t).flatten();
            return (flat * arange(flat.numel(), ScalarType.Float64).cos()).sum().ToDouble();
        }
        var leaf = x.clone().requires_grad_();
        var value = Apply(leaf).flatten();
        (value * arange(value.numel(), ScalarType.Float64).cos()).sum().backward();
        var gradient = leaf.grad!.data<double>().ToArray();
        const double h = 1e-6;
        for (var i = 0; i < gradient.Length; i++)
        {
            var up = x.clone();
            var down = x.clone();
            up.view(-1)[i] += h;
            down.view(-1)[i] -= h;
            Assert.Equal((Loss(up) - Loss(down)) / (2 * h), gradient[i], 6);
        }
        Assert.Contains(gradient, g => g != 0);
    }

    [Fact]
    public void Gradients_accumulate_and_can_be_set()
    {
        var x = ones(2, requires_grad: true);
        Assert.Null(x.grad);
        (x * 2).sum().backward();
        (x * 3).sum().backward();
        Assert.Equal([5f, 5], x.grad!.data<float>().ToArray());
        Assert.NotSame(x.grad, x.grad);
        x.grad = tensor(new[] { 1f, 2 });
        Assert.Equal([1f, 2], x.grad.data<float>().ToArray());
        x.grad = null;
        Assert.Null(x.grad);
    }

    [Fact]
    public void Grad_modes_nest_and_are_per_thread()
    {
        var x = ones(2, requires_grad: true);
        using (no_grad())
        {
            Assert.False((x * 2).requires_grad);
            using (enable_grad()) Assert.True((x * 2).requires_grad);
            Assert.False(is_grad_enabled());
            var elsewhere = false;
            var thread = new Thread(() => elsewhere = is_grad_enabled());
            thread.Start();
            thread.Join();
            Assert.True(elsewhere);
        }
        Assert.True(is_grad_enabled());
        using (set_grad_enabled(false)) Assert.False((x * 2).requires_grad);
        using (inference_mode())
        {
            Assert.True(is_inference_mode_enabled());
            Assert.False((x * 2).requires_grad);
        }
        Assert.False(is_inference_mode_enabled());
    }

    [Fact]
    public void The_gradient_of_an_alias_is_the_gradient_of_the_tensor()
    {
        var x = ones(2, requires_grad: true);
        var h = x * 3;
        var kept = h.alias();
        kept.retain_grad();
        var y = (h * h).sum();
        Assert.Equal([6f, 6], autograd.grad([y], [kept], retain_graph: true)[0].data<float>().ToArray());
        y.backward();
        Assert.Equal([6f, 6], kept.grad!.data<float>().ToArray());
        Assert.True(x.is_leaf);
        Assert.False(h.is_leaf);
    }

    [Fact]
    public void Backward_takes_gradients_and_inputs()
    {
        var x = ones(2, requires_grad: true);
        var z = ones(2, requires_grad: true);
        (x * 2 + z).backward([tensor(new[] { 1f, 10 })], inputs: [x]);
        Assert.Equal([2f, 20], x.grad!.data<float>().ToArray());
        Assert.Null(z.grad);
        autograd.backward(z * 3, ones(2));
        Assert.Equal([3f, 3], z.grad!.data<float>().ToArray());
    }
}
