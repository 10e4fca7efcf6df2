using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Benchmarks.Workloads.Margin;

/// <summary>All n x n products of some points, block by block: what influence is measured against.</summary>
internal sealed class ProductWork(Tensor points) : IWorkload
{
    private const int Block = 1024;

    public double Run(int count)
    {
        var (n, trace) = ((int)points.size(0), 0.0);
        for (var i = 0; i < count; i++)
            for (var first = 0; first < n; first += Block)
                for (var second = 0; second < n; second += Block)
                {
                    using var scope = NewDisposeScope();
                    var product = points.narrow(0, first, Math.Min(Block, n - first)).mm(points.narrow(0, second, Math.Min(Block, n - second)).t());
                    if (first == second) trace += product.trace().ToDouble();
                }
        return trace;
    }
}
