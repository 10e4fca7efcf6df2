using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Benchmarks.Workloads;

/// <summary>One operator on 8 x 8 float32 tensors: what a call costs beyond the arithmetic.</summary>
internal sealed class SmallOperator : IWorkload
{
    private readonly Func<Tensor, Tensor, Tensor> apply;
    private readonly Tensor x, y;

    public SmallOperator(Func<Tensor, Tensor, Tensor> apply)
    {
        manual_seed(0);
        this.apply = apply;
        (x, y) = (rand(8, 8), rand(8, 8));
    }

    public double Run(int count)
    {
        for (var i = 1; i < count; i++)
            apply(x, y).Dispose();
        using var last = apply(x, y);
        using var total = last.sum();
        return total.ToDouble();
    }
}
