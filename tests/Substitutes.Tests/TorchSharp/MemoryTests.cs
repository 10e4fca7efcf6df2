using System.Runtime.CompilerServices;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Substitutes.Tests.TorchSharp;

[CollectionDefinition(nameof(MemoryTests), DisableParallelization = true)]
[Collection(nameof(MemoryTests))]
public class MemoryTests
{
    private static long Resident() => long.Parse(File.ReadAllText("/proc/self/statm").Split(' ')[1]) * Environment.SystemPageSize;

    [Fact]
    public void A_million_small_tensors_without_dispose_stay_bounded()
    {
        var start = Resident();
        var peak = 0L;
        for (var i = 0; i < 10; i++)
        {
            Make(100_000);
            peak = Math.Max(peak, Resident());
        }
        Assert.InRange(peak - start, long.MinValue, 700L << 20);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Make(int count)
    {
        for (var i = 0; i < count; i++) _ = zeros(8, 8);
    }

    [Fact]
    public void Large_tensors_without_dispose_stay_bounded()
    {
        var start = Resident();
        var peak = 0L;
        for (var i = 0; i < 200; i++)
        {
            Fill();
            peak = Math.Max(peak, Resident());
        }
        Assert.InRange(peak - start, long.MinValue, 900L << 20);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Fill() => _ = ones(2048, 2048);

    [Fact]
    public void Gradients_without_dispose_stay_bounded()
    {
        using var x = ones(4 << 20, requires_grad: true);
        using var y = (x * 2).sum();
        var start = Resident();
        var peak = 0L;
        for (var i = 0; i < 150; i++)
        {
            Gradient(x, y);
            peak = Math.Max(peak, Resident());
        }
        Assert.InRange(peak - start, long.MinValue, 900L << 20);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Gradient(Tensor x, Tensor y) => _ = autograd.grad([y], [x], retain_graph: true);

    private sealed class Keeping : autograd.SingleTensorFunction<Keeping>
    {
        public override string Name => "Keeping";

        public override Tensor forward(autograd.AutogradContext ctx, params object[] vars)
        {
            ctx.save_for_backward([.. vars.Cast<Tensor>()]);
            return (Tensor)vars[0] * 2;
        }

        public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output) => [grad_output * ctx.get_saved_variables()[0], null!];
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_function_whose_saved_tensors_are_refused_leaves_nothing(bool changed)
    {
        using var inferred = Inferred();
        Fail(changed, inferred);
        var start = Resident();
        for (var i = 0; i < 100; i++) Fail(changed, inferred);
        Assert.InRange(Resident() - start, long.MinValue, 300L << 20);
    }

    private static Tensor Inferred()
    {
        using var mode = inference_mode(true);
        return ones(3);
    }

    // Saved and changed before backward, or made in inference mode: libtorch refuses both, after it took the tensor before them.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Fail(bool changed, Tensor inferred)
    {
        using var scope = NewDisposeScope();
        var large = ones(2 << 20, requires_grad: true);
        var other = ones(3);
        Assert.Throws<System.Runtime.InteropServices.ExternalException>(() =>
        {
            var y = Keeping.apply(large, changed ? other : inferred);
            other.add_(1);
            y.sum().backward();
        });
    }

    [Fact]
    public void Training_steps_with_scopes_leave_nothing_behind()
    {
        var w = randn(8, 8, requires_grad: true);
        Step(w);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var before = Tensor.TotalCount;
        for (var i = 0; i < 100; i++) Step(w);
        Assert.InRange(Tensor.TotalCount, 0, before);
    }

    private static void Step(Tensor w)
    {
        using var scope = NewDisposeScope();
        w.matmul(w).tanh().sum().backward();
        _ = w.split(2);
        _ = w.max(1);
        _ = w[.., 1..3];
        _ = autograd.grad([(w * 2).sum()], [w]);
        using (no_grad()) w.sub_(w.grad! * .01);
    }

    [Fact]
    public void A_shared_array_is_released_with_its_last_tensor()
    {
        var weak = Share();
        for (var i = 0; i < 5 && weak.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        Assert.False(weak.IsAlive);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Share()
    {
        var array = new float[1000];
        var shared = from_array(array);
        var view = shared[10..20];
        shared.Dispose();
        array[10] = 3;
        Assert.Equal(3f, view[0].item<float>());
        view.Dispose();
        return new WeakReference(array);
    }
}
