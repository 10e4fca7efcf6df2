using System.Numerics;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// Adam's two averages and its denominator in one pass over memory. By operators it takes six; on a layer of 784 by 128 that was most of
/// the time of a step. The rounding may differ from theirs in the last bit.
/// </summary>
internal static class AdamMoments
{
    public static bool Fits(Tensor grad, AdamState state) => Flat.Fits(grad, state.exp_avg) && state.exp_avg_sq.is_contiguous();

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
        var g = Flat.Numbers<T>(grad);
        var m = Flat.Numbers<T>(state.exp_avg);
        var v = Flat.Numbers<T>(state.exp_avg_sq);
        var d = Flat.Numbers<T>(denominator);
        var wide = Flat.Vectors(g);
        var first = Flat.Vectors(m)[..wide.Length];
        var second = Flat.Vectors(v)[..wide.Length];
        var result = Flat.Vectors(d)[..wide.Length];
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
