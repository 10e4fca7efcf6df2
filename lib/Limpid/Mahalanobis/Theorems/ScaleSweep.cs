using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Limpid.Mahalanobis.Theorems;

/// <summary>How many decisions of a network <c>W2 phi(c (W1 x + b1)) + b2</c> change when c does.</summary>
public static class ScaleSweep
{
    /// <summary>For each scale the part of the points whose class is not that at scale 1.</summary>
    /// <param name="first">W1 and b1.</param>
    /// <param name="activation">phi.</param>
    /// <param name="second">W2 and b2.</param>
    /// <param name="points">[n, d], n at least 1.</param>
    /// <param name="scales">Values of c, positive.</param>
    /// <param name="bias">Whether b2 counts; without it, ReLU and absolute value let no decision change.</param>
    /// <exception cref="ArgumentException">There is no point.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A scale is not positive.</exception>
    public static double[] Changed(Linear first, Func<Tensor, Tensor> activation, Linear second, Tensor points, IReadOnlyList<double> scales, bool bias)
    {
        ArgumentNullException.ThrowIfNull(activation);
        ArgumentNullException.ThrowIfNull(scales);
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var ((weight1, bias1), (weight2, bias2)) = (LinearRows.Of(first), LinearRows.Of(second));
        Points.Check(points, weight1.size(1), nameof(points));
        if (points.size(0) == 0) throw new ArgumentException("There is no point; expected at least one.", nameof(points));
        if (scales.FirstOrDefault(scale => !(scale > 0)) is var wrong && scales.Any(scale => !(scale > 0)))
            throw new ArgumentOutOfRangeException(nameof(scales), wrong, FormattableString.Invariant($"A scale is {wrong}; expected positive ones."));
        var sums = bias1.addmm(Points.Copy(points), weight1.t());
        var start = bias ? bias2 : zeros_like(bias2);
        Tensor Decisions(double scale) => start.addmm(activation(sums.mul(scale)), weight2.t()).argmax(1);
        var before = Decisions(1);
        return [.. scales.Select(scale => Decisions(scale).ne(before).to(float64).mean().item<double>())];
    }
}
