using System.Runtime.InteropServices;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Substitutes.Tests.TorchSharp;

public class CustomFunctionTests
{
    private sealed class Cube : autograd.SingleTensorFunction<Cube>
    {
        public override string Name => "Cube";

        public override Tensor forward(autograd.AutogradContext ctx, params object[] vars)
        {
            var x = (Tensor)vars[0];
            ctx.save_for_backward([x]);
            ctx.save_data("scale", vars[1]);
            return x * x * x * (double)vars[1];
        }

        public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output)
        {
            var x = ctx.get_saved_variables()[0];
            return [grad_output * 3 * x * x * (double)ctx.get_data("scale"), null!];
        }
    }

    private sealed class Reverse : autograd.SingleTensorFunction<Reverse>
    {
        public override string Name => "Reverse";

        public override Tensor forward(autograd.AutogradContext ctx, params object[] vars) => ((Tensor)vars[0]).alias();

        public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output) => [-grad_output];
    }

    private sealed class Sigmoid : autograd.SingleTensorFunction<Sigmoid>
    {
        public override string Name => "Sigmoid";

        public override Tensor forward(autograd.AutogradContext ctx, params object[] vars)
        {
            var y = ((Tensor)vars[0]).sigmoid();
            ctx.save_for_backward([y]);
            return y;
        }

        public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output)
        {
            var y = ctx.get_saved_variables()[0];
            return [grad_output * y * (1 - y)];
        }
    }

    private sealed class Failing : autograd.SingleTensorFunction<Failing>
    {
        public override string Name => "Failing";

        public override Tensor forward(autograd.AutogradContext ctx, params object[] vars) => (Tensor)vars[0] * 2;

        public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output) => throw new InvalidDataException("no gradient today");
    }

    private sealed class Asking : autograd.SingleTensorFunction<Asking>
    {
        public override string Name => "Asking";

        public override Tensor forward(autograd.AutogradContext ctx, params object[] vars) => (Tensor)vars[0] * 2;

        public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output) => [grad_output * (ctx.get_data("unknown") is null ? 0 : 1)];
    }

    private sealed class Given : autograd.SingleTensorFunction<Given>
    {
        public override string Name => "Given";

        public override Tensor forward(autograd.AutogradContext ctx, params object[] vars)
        {
            ctx.save_data("gradients", vars[1]);
            return (Tensor)vars[0] * 2;
        }

        public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output) => ((Func<Tensor, List<Tensor>>)ctx.get_data("gradients"))(grad_output);
    }

    private sealed class SumAndDifference : autograd.MultiTensorFunction<SumAndDifference>
    {
        public override string Name => "SumAndDifference";

        public override List<Tensor> forward(autograd.AutogradContext ctx, params object[] vars) =>
            [(Tensor)vars[0] + (Tensor)vars[1], (Tensor)vars[0] - (Tensor)vars[1]];

        public override List<Tensor> backward(autograd.AutogradContext ctx, List<Tensor> g) => [g[0] + g[1], g[0] - g[1]];
    }

    [Fact]
    public void A_function_with_saved_input_differentiates_twice()
    {
        var x = tensor(new[] { 1.0, -2 }, requires_grad: true);
        var y = Cube.apply(x, 2.0);
        Assert.Equal([2.0, -16], y.data<double>().ToArray());
        var first = autograd.grad([y.sum()], [x], create_graph: true, retain_graph: true)[0];
        Assert.Equal([6.0, 24], first.data<double>().ToArray());
        var second = autograd.grad([first.sum()], [x])[0];
        Assert.Equal([12.0, -24], second.data<double>().ToArray());
    }

    [Fact]
    public void What_was_not_saved_is_null()
    {
        var x = ones(2, requires_grad: true);
        var y = Asking.apply(x);
        y.sum().backward();
        Assert.Equal([0f, 0], x.grad!.data<float>().ToArray());
    }

    [Fact]
    public void An_identity_sees_and_changes_the_gradient()
    {
        var x = ones(3, requires_grad: true);
        (Reverse.apply(x) * 2).sum().backward();
        Assert.Equal([-2f, -2, -2], x.grad!.data<float>().ToArray());
    }

    [Fact]
    public void A_saved_output_is_no_cycle_and_works_in_the_graph()
    {
        var x = tensor(new[] { .5 }, requires_grad: true);
        var grad = autograd.grad([Sigmoid.apply(x * 2).sum()], [x])[0].ToDouble();
        var s = 1 / (1 + Math.Exp(-1));
        Assert.Equal(2 * s * (1 - s), grad, 12);
    }

    [Fact]
    public void Several_outputs_get_zero_for_an_unused_one()
    {
        var a = tensor(2.0, requires_grad: true);
        var b = tensor(3.0, requires_grad: true);
        var outputs = SumAndDifference.apply(a, b);
        outputs[1].backward();
        Assert.Equal(1.0, a.grad!.ToDouble());
        Assert.Equal(-1.0, b.grad!.ToDouble());
    }

    [Fact]
    public void Without_gradients_only_the_value_is_computed()
    {
        Assert.False(Cube.apply(ones(2), 1.0).requires_grad);
        using (no_grad()) Assert.False(Cube.apply(ones(2, requires_grad: true), 1.0).requires_grad);
    }

    [Fact]
    public void An_exception_in_backward_arrives_as_an_exception()
    {
        var x = ones(2, requires_grad: true);
        var y = Failing.apply(x).sum();
        Assert.Contains("no gradient today", Assert.Throws<ExternalException>(() => y.backward()).Message);
        Assert.Equal(4.0, (x * 2).sum().ToDouble());
    }

    [Fact]
    public void Gradients_that_do_not_fit_the_arguments_are_refused()
    {
        using var scope = NewDisposeScope();
        var x = ones(2, requires_grad: true);
        void Backward(Func<Tensor, List<Tensor>> gradients) => Given.apply(x, gradients).sum().backward();
        Assert.Contains("Given returned a gradient", Assert.Throws<ExternalException>(() => Backward(gradient => [gradient, gradient])).Message);
        Assert.Throws<ExternalException>(() => Backward(gradient => [gradient]));
        Assert.Null(x.grad);
        Backward(gradient => [gradient * 2, null!]);
        Assert.Equal([2f, 2f], x.grad!.data<float>());
    }
}
