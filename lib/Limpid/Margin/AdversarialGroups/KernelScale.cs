using MathNet.Numerics.Statistics;
using static TorchSharp.torch;

namespace Limpid.Margin.AdversarialGroups;

/// <summary>The kernel's gamma in the unit of the data, so that one rule serves pixels and features.</summary>
public static class KernelScale
{
    /// <summary>gamma with <c>gamma * median |x_i - x_j|^2 = scale</c> over all pairs i &lt; j.</summary>
    /// <param name="points">[n, ...], n at least 2; left as they are.</param>
    /// <param name="scale">Above 0.</param>
    /// <exception cref="ArgumentException">There are fewer than two points, or half of the pairs coincide.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="scale"/> is not positive and finite.</exception>
    public static double Gamma(Tensor points, double scale)
    {
        ArgumentNullException.ThrowIfNull(points);
        PositiveNumber.Checked(scale);
        if (points.ndim < 2 || points.size(0) < 2) throw new ArgumentException($"The points have shape [{string.Join(", ", points.shape)}]; expected [n, ...] with n at least 2.", nameof(points));
        using var scope = NewDisposeScope();
        var (flat, n) = (points.detach().cpu().flatten(1).to(float64), (int)points.size(0));
        var squares = cdist(flat, flat).square().data<double>().ToArray();
        var median = ArrayStatistics.MedianInplace([.. squares.Where((_, at) => at / n < at % n)]);
        return median > 0 ? scale / median : throw new ArgumentException("Half of the pairs of points coincide; expected different ones.", nameof(points));
    }
}
