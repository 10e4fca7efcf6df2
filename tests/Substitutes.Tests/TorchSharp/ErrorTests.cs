using System.Runtime.InteropServices;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Substitutes.Tests.TorchSharp;

public class ErrorTests
{
    private static string Message(Action action) => Assert.Throws<ExternalException>(action).Message;

    [Fact]
    public void Native_errors_carry_the_first_line_of_libtorch()
    {
        var message = Message(() => ones(2, 3).matmul(ones(2, 3)));
        Assert.Equal("mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)", message);
        Assert.Contains("must match the size", Message(() => _ = ones(2) + ones(3)));
        Assert.Contains("Dimension out of range", Message(() => ones(2).sum(3)));
        Assert.Contains("invalid for input of size", Message(() => ones(6).reshape(4, 2)));
        Assert.Contains("Dimension out of range", Message(() => ones(2, 2).size(2)));
        Assert.Contains("Sizes of tensors must match", Message(() => cat([ones(2, 2), ones(3, 3)])));
    }

    [Fact]
    public void Errors_of_autograd_are_exceptions_too()
    {
        var x = ones(2, requires_grad: true);
        var y = (x * x).sum();
        y.backward();
        Assert.Contains("second time", Message(() => y.backward()));
        Assert.Contains("implicitly created only for scalar", Message(() => (x * 2).backward()));
        Assert.Contains("does not require grad", Message(() => ones(1).backward()));
        Assert.Contains("leaf", Message(() => x.add_(1)));
        var unused = ones(2, requires_grad: true);
        Assert.Contains("not have been used", Message(() => autograd.grad([(x * 2).sum()], [unused])));
        var freed = (x * x).sum();
        autograd.grad([freed], [x]);
        Assert.Contains("second time", Message(() => autograd.grad([freed], [x])));
        Assert.Contains("floating point", Message(() => ones(2, ScalarType.Int64).requires_grad_()));
    }

    [Fact]
    public void An_unused_gradient_that_is_allowed_is_an_invalid_tensor()
    {
        var x = ones(2, requires_grad: true);
        var unused = ones(2, requires_grad: true);
        var gradients = autograd.grad([(x * 2).sum()], [x, unused], allow_unused: true);
        Assert.False(gradients[0].IsInvalid);
        Assert.True(gradients[1].IsInvalid);
    }

    [Fact]
    public void A_device_that_is_not_there_throws_at_once()
    {
        Assert.Throws<InvalidOperationException>(() => device("cuda:1"));
        Assert.Throws<InvalidOperationException>(() => CUDA);
        Assert.Throws<ArgumentException>(() => device("toaster"));
        Assert.False(cuda.is_available());
        Assert.Equal(DeviceType.CPU, device("cpu").type);
        Assert.Equal(-1, CPU.index);
        Assert.Equal("cpu", ones(1).device.ToString());
    }

    [Fact]
    public void Named_dimensions_are_refused_rather_than_ignored() =>
        Assert.Throws<NotSupportedException>(() => zeros(2, names: ["N"]));
}
