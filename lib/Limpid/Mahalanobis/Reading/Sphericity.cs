using System.Collections.Immutable;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Limpid.Mahalanobis.Reading;

/// <summary>How far a layer is from whitening its inputs, whatever its scale: <c>| M / mean(diag M) - I |_F</c> with <c>M = W Sigma W'</c>, 0 exactly for a multiple of a whitening.</summary>
/// <remarks>
/// M / mean(diag M) has trace m, the number of rows. With rank r the error is least if r eigenvalues are m / r and the others 0: <c>sqrt(m (m - r) / r)</c>. So a layer of d rows that lost k directions
/// can't come below sqrt(k d / (d - k)), and one of 2 d rows not below sqrt(2 d).
/// </remarks>
/// <param name="Error">The error; NaN if all rows are 0.</param>
/// <param name="Eigenvalues">Of M / mean(diag M), descending, as many as rows.</param>
/// <param name="Rank">How many of them are above the limit.</param>
public sealed record Sphericity(double Error, ImmutableArray<double> Eigenvalues, int Rank)
{
    /// <summary>Rows beyond the rank: in a layer of d rows the directions that it lost.</summary>
    public int Lost => Eigenvalues.Length - Rank;

    /// <summary>The least error with this many rows and this rank; NaN for rank 0.</summary>
    public double Floor => Rank == 0 ? double.NaN : Least(Eigenvalues.Length, Rank);

    /// <summary>The least error of m rows of rank r, <c>sqrt(m (m - r) / r)</c>.</summary>
    /// <param name="rows">m, at least 1.</param>
    /// <param name="rank">r, 1 to m.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static double Least(int rows, int rank)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        if (rank < 1 || rank > rows) throw new ArgumentOutOfRangeException(nameof(rank), rank, $"The rank is {rank}; expected 1 to {rows}.");
        return Math.Sqrt((double)rows * (rows - rank) / rank);
    }

    /// <summary>The sphericity of a layer.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="gaussian">Of its inputs.</param>
    /// <param name="lost">Eigenvalues of M / mean(diag M) below this count as 0.</param>
    /// <exception cref="ArgumentException">The dimensions differ.</exception>
    public static Sphericity Of(Linear layer, Gaussian gaussian, double lost = 0.01)
    {
        using var scope = NewDisposeScope();
        var (weight, _) = LinearRows.Of(layer);
        LinearRows.CheckFit(weight, gaussian);
        return Of(weight.mm(gaussian.Covariance).mm(weight.t()), lost);
    }

    /// <summary>From M [m, m].</summary>
    internal static Sphericity Of(Tensor products, double lost)
    {
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var rows = (int)products.size(0);
        var mean = products.trace().item<double>() / rows;
        if (mean == 0) return new(double.NaN, [.. new double[rows]], 0);
        var scaled = products.div(mean);
        var values = Points.Numbers(linalg.eigvalsh(scaled.add(scaled.t()).div(2)));
        Array.Reverse(values);
        return new(linalg.norm(scaled.sub(eye(rows, dtype: float64))).item<double>(), [.. values], values.Count(value => value > lost));
    }
}
