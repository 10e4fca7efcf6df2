using Limpid.Graphs;
using static TorchSharp.torch;

namespace Limpid.Mahalanobis;

/// <summary>The principal axes of a covariance, by descending variance.</summary>
/// <param name="Used">The variances after the conditioning.</param>
/// <param name="Vectors">Columns [d, d]; in no dispose scope.</param>
/// <param name="Rank">Variances above d eps times the largest, before the conditioning.</param>
internal sealed record GaussianAxes(double[] Used, Tensor Vectors, int Rank)
{
    // Variances of two variables that differ by less than this cost the smaller at most eps / 1e-10 = 2e-6 of itself, in any order.
    private const double Graded = 1e-10;

    internal static GaussianAxes Of(Tensor given, Conditioning conditioning)
    {
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var (values, vectors) = Decompose(given);
        Array.Reverse(values);
        CholeskyFactor.CheckSign(values[^1], values[0]);
        var rows = Points.Numbers(vectors.t().flip(0));
        var d = values.Length;
        for (var k = 0; k < d; k++) Eigenpairs.FixSign(rows.AsSpan(k * d, d));
        var mean = values.Average();
        return new(
            [.. values.Select(value => conditioning.Apply(value, values[0], mean))],
            tensor(rows).view(d, d).t().contiguous().DetachFromDisposeScope(),
            values.Count(value => value > d * CholeskyFactor.Epsilon * values[0]));
    }

    // LAPACK is exact to eps times the largest variance. Variables in units far apart keep the digits of the small ones only if the large ones come first.
    private static (double[] Values, Tensor Vectors) Decompose(Tensor given)
    {
        var variances = Points.Numbers(given.diagonal());
        if (variances.Where(variance => variance > 0).DefaultIfEmpty(1).Min() >= Graded * variances.Max()) return SymmetricEigen.Of(given);
        var order = tensor(Enumerable.Range(0, variances.Length).OrderByDescending(i => variances[i]).Select(i => (long)i).ToArray());
        var (values, vectors) = SymmetricEigen.Of(given.index_select(0, order).index_select(1, order));
        return (values, vectors.index_select(0, order.argsort()));
    }
}
