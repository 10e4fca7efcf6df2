using static TorchSharp.torch;

namespace Limpid.Mahalanobis.Matching;

/// <summary>The principal angles between two subspaces, in radians: 0 for each direction that they share.</summary>
/// <remarks>
/// Cosines come from the singular values of <c>Q_a' Q_b</c>; angles below 45 degrees from sines, as the cosine of a small angle has lost it. Source: Bjorck and Golub 1973.
/// </remarks>
public static class PrincipalAngles
{
    /// <summary>The angles, ascending, as many as the smaller subspace has dimensions.</summary>
    /// <param name="a">Rows [m, d] that span the first.</param>
    /// <param name="b">Rows [k, d] that span the second.</param>
    /// <exception cref="ArgumentException">The shapes don't fit, a value isn't finite, or a set of rows spans nothing.</exception>
    public static double[] Between(Tensor a, Tensor b)
    {
        Points.Check(a, null, nameof(a));
        Points.Check(b, a.size(1), nameof(b));
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var (large, small) = (Basis(a, nameof(a)), Basis(b, nameof(b)));
        if (large.size(1) < small.size(1)) (large, small) = (small, large);
        var cosines = Points.Numbers(linalg.svdvals(large.t().mm(small)));
        var sines = Points.Numbers(linalg.svdvals(small.sub(large.mm(large.t().mm(small)))));
        Array.Reverse(sines);
        return [.. cosines.Zip(sines, (cosine, sine) => cosine > sine ? Math.Asin(Math.Min(1, sine)) : Math.Acos(Math.Min(1, cosine)))];
    }

    // Orthonormal columns.
    private static Tensor Basis(Tensor rows, string name)
    {
        var (_, singular, right) = linalg.svd(Points.Copy(rows), fullMatrices: false);
        var values = Points.Numbers(singular);
        var rank = values.Count(value => value > Math.Max(rows.size(0), rows.size(1)) * CholeskyFactor.Epsilon * values[0]);
        return rank > 0 ? right.narrow(0, 0, rank).t() : throw new ArgumentException("All rows are 0; expected rows that span a subspace.", name);
    }
}
