using static TorchSharp.torch;

namespace Limpid.Evaluation;

internal static class Ranks
{
    /// <summary>The rank of each value in its row, 1 for the smallest, equal values sharing the mean of their ranks.</summary>
    /// <param name="rows">[N, n], float64, finite.</param>
    internal static Tensor Average(Tensor rows)
    {
        using var scope = NewDisposeScope();
        var sorted = rows.sort(1).Values.contiguous();
        var values = rows.contiguous();
        // Ranks below + 1 to below + equal have the mean below + (equal + 1) / 2.
        var below = searchsorted(sorted, values);
        var upTo = searchsorted(sorted, values, right: true);
        return below.add(upTo).add(1).to(float64).div(2).MoveToOuterDisposeScope();
    }
}
