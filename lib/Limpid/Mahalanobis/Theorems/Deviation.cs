using static TorchSharp.torch;

namespace Limpid.Mahalanobis.Theorems;

/// <summary>How far two tensors are from each other.</summary>
public static class Deviation
{
    /// <summary>The largest |a - b|; 0 without entries.</summary>
    /// <param name="a">A tensor.</param>
    /// <param name="b">Another, or one that broadcasts to its shape.</param>
    public static double Largest(Tensor a, Tensor b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var gaps = a.detach().to(float64).sub(b.detach().to(float64)).abs();
        return gaps.numel() == 0 ? 0 : gaps.max().item<double>();
    }

    /// <summary>The largest |a - b| over the largest |b|; 0 if both are 0 everywhere.</summary>
    /// <param name="a">A tensor.</param>
    /// <param name="b">What it should be.</param>
    public static double Relative(Tensor a, Tensor b)
    {
        using var zero = zeros([1], dtype: float64);
        var (gap, size) = (Largest(a, b), Largest(b, zero));
        return gap == 0 ? 0 : gap / size;
    }
}
