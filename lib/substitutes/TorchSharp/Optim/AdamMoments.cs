using System.Numerics;
using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// Adam's two averages and its denominator in one pass over memory. By operators it takes six; on a layer of 784 by 128 that was most of
/// the time of a step. The rounding may differ from theirs in the last bit.
/// </summary>
internal static class AdamMoments
{
    public static bool Fits(Tensor grad, AdamState state) =>
        grad.dtype is ScalarType.Float32 or ScalarType.Float64 && grad.dtype == state.exp_avg.dtype && grad.is_cpu() && grad.is_contiguous()
        && state.exp_avg.is_contiguous() && state.exp_avg_sq.is_contiguous();

    /// <summary>Updates the averages; returns sqrt(exp_avg_sq) / root + eps.</summary>
    public static Tensor Update(Tensor grad, AdamState state, double beta1, double beta2, double root, double eps)
    {
        var denominator = empty_like(grad);
        if (grad.dtype == ScalarType.Float32)
            Pass(grad, state, denominator, (float)beta1, (float)(1 - beta1), (float)beta2, (float)(1 - beta2), (float)root, (float)eps);
        else
            Pass(grad, state, denominator, beta1, 1 - beta1, beta2, 1 - beta2, root, eps);
        return denominator;
    }

    private static void Pass<T>(Tensor grad, AdamState state, Tensor denominator, T beta1, T rest1, T beta2, T rest2, T root, T eps)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var g = MemoryMarshal.Cast<byte, T>(grad.bytes);
        var m = MemoryMarshal.Cast<byte, T>(state.exp_avg.bytes);
        var v = MemoryMarshal.Cast<byte, T>(state.exp_avg_sq.bytes);
        var d = MemoryMarshal.Cast<byte, T>(denominator.bytes);
        var wide = MemoryMarshal.Cast<T, Vector<T>>(g);
        var first = MemoryMarshal.Cast<T, Vector<T>>(m)[..wide.Length];
        var second = MemoryMarshal.Cast<T, Vector<T>>(v)[..wide.Length];
        var result = MemoryMarshal.Cast<T, Vector<T>>(d)[..wide.Length];
        for (var i = 0; i < wide.Length; i++)
        {
            var x = wide[i];
            first[i] = first[i] * beta1 + x * rest1;
            var square = second[i] * beta2 + x * rest2 * x;
            second[i] = square;
            result[i] = Vector.SquareRoot(square) / new Vector<T>(root) + new Vector<T>(eps);
        }
        for (var i = wide.Length * Vector<T>.Count; i < g.Length; i++)
        {
            m[i] = m[i] * beta1 + g[i] * rest1;
            v[i] = v[i] * beta2 + g[i] * rest2 * g[i];
            d[i] = T.Sqrt(v[i]) / root + eps;
        }
    }
}
