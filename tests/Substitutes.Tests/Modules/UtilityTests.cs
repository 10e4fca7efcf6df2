using TorchSharp;
using Xunit;
using static Substitutes.Tests.Modules.Recorded;
using static TorchSharp.torch;

namespace Substitutes.Tests.Modules;

public sealed class UtilityTests
{
    [Theory]
    [InlineData(1.0, "1.0")]
    [InlineData(2.0, "2.0")]
    [InlineData(double.PositiveInfinity, "inf")]
    public void GradientsAreClippedByNormAsInPyTorch(double order, string name)
    {
        using var scope = NewDisposeScope();
        var a = nn.Parameter(Ramp(3, 2));
        var b = nn.Parameter(Ramp(4));
        ((a * 3).sum().square() + (b * b * b).sum()).backward();
        var norm = nn.utils.clip_grad_norm_([a, b, nn.Parameter(ones(1))], 0.5, order);
        Close(name, Numbers($"clip.norm.{name}"), [norm], 1e-6);
        Equal($"clip.{name}.a", a.grad, 1e-6);
        Equal($"clip.{name}.b", b.grad, 1e-6);
        Assert.Equal(0, nn.utils.clip_grad_norm_([nn.Parameter(ones(1))], 1));
    }

    [Fact]
    public void GradientsAreClippedByValue()
    {
        using var scope = NewDisposeScope();
        var a = nn.Parameter(Ramp(3, 2));
        (a * a * 3).sum().backward();
        nn.utils.clip_grad_value_([a, nn.Parameter(ones(1))], 1.25);
        Equal("clip.value", a.grad, 1e-6);
    }

    [Fact]
    public void ParametersBecomeAVectorAndReturn()
    {
        using var scope = NewDisposeScope();
        var a = nn.Parameter(Ramp(3, 2));
        var b = nn.Parameter(Ramp(4));
        var vector = nn.utils.parameters_to_vector([a, b]);
        Assert.Equal([.. ValuesOf(a), .. ValuesOf(b)], ValuesOf(vector));
        nn.utils.vector_to_parameters(arange(0, 10, ScalarType.Float32), [a, b]);
        Assert.Equal([0, 1, 2, 3, 4, 5], ValuesOf(a));
        Assert.Equal([6, 7, 8, 9], ValuesOf(b));
        Assert.True(a.requires_grad);
    }
}
