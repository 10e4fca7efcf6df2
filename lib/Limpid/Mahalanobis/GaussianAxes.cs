using Limpid.Graphs;
using static TorchSharp.torch;

namespace Limpid.Mahalanobis;

/// <summary>The principal axes of a covariance, by descending variance.</summary>
/// <param name="Used">The variances after the conditioning.</param>
/// <param name="Vectors">Columns [d, d]; in no dispose scope.</param>
/// <param name="Rank">Variances above d eps times the largest, before the conditioning.</param>
internal sealed record GaussianAxes(double[] Used, Tensor Vectors, int Rank)
{
    internal static GaussianAxes Of(Tensor given, Conditioning conditioning)
    {
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var (values, vectors) = SymmetricEigen.Of(given);
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
}
