using Limpid.Graphs;
using static TorchSharp.torch;

namespace Limpid.Margin;

/// <summary>K_ab = exp(-gamma |x_a - x_b|^2), between points of one class only where there are classes.</summary>
internal static class RbfKernel
{
    internal static double Of(PointMatrix points, int a, int b, double gamma)
    {
        var all = points.Given;
        var d = points.Dimension;
        return Math.Exp(-gamma * PointMatrix.SquaredDistance(all.Slice(a * d, d), all.Slice(b * d, d)));
    }

    /// <summary>The sum over all pairs of a set, each point with itself among them.</summary>
    internal static double Sum(PointMatrix points, ReadOnlySpan<int> set, double gamma, IReadOnlyList<int>? classes)
    {
        var sum = 0.0;
        for (var a = 0; a < set.Length; a++)
            for (var b = 0; b < a; b++)
                if (classes is null || classes[set[a]] == classes[set[b]]) sum += Of(points, set[a], set[b], gamma);
        return set.Length + 2 * sum;
    }

    /// <summary>Row sums where points of different classes have the kernel 0.</summary>
    internal static double[] ClassSums(Tensor points, IReadOnlyList<int> classes, double gamma, CancellationToken cancellation)
    {
        var sums = new double[classes.Count];
        foreach (var members in Enumerable.Range(0, classes.Count).GroupBy(i => classes[i]))
        {
            using var scope = NewDisposeScope();
            var own = KernelSums.Of(PointMatrix.From(points.index_select(0, tensor(members.Select(i => (long)i).ToArray(), device: points.device)), nameof(points)), gamma, cancellation);
            foreach (var (member, at) in members.Select((member, at) => (member, at))) sums[member] = own[at];
        }
        return sums;
    }
}
