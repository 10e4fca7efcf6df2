using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Mahalanobis;

/// <summary>The Cholesky factor of a covariance, refused where rounding decides it.</summary>
internal static class CholeskyFactor
{
    /// <summary>The distance from 1 to the next number.</summary>
    internal const double Epsilon = 1.0 / (1L << 52);

    // Of exactly singular covariances, rounding leaves at most 2.4 d eps.
    private const double Rounding = 10;

    private const long Columns = 96;

    /// <summary>L with <c>Sigma = L L'</c> from <c>Sigma = V Lambda V'</c>, without the rounding of Sigma's entries; the tensor belongs to the open dispose scope.</summary>
    internal static Tensor Of(double[] variances, Tensor vectors)
    {
        // sqrt(Lambda) V' = Q R gives Sigma = R'R.
        var upper = linalg.qr(vectors.mul(tensor(variances).sqrt()).t()).R;
        return upper.mul(upper.diagonal().sign().unsqueeze(1)).t().contiguous();
    }

    /// <summary>L with <c>Sigma = L L'</c>; the tensor belongs to the open dispose scope.</summary>
    internal static Tensor Of(Tensor covariance, long? samples)
    {
        var d = covariance.size(0);
        try
        {
            var factor = linalg.cholesky(covariance);
            // 1 / (Sigma_ii (Sigma^-1)_ii) is the part of its variance that a variable has beyond all others: one over the variance inflation factor.
            // A pivot compares with those before it only, and where these are nearly dependent, rounding makes it large.
            var own = PrecisionDiagonal(factor).mul(covariance.diagonal()).reciprocal();
            if (own.gt(Rounding * d * Epsilon).all().ToBoolean()) return factor;
        }
        catch (ExternalException)
        {
            // A pivot was negative: the eigenvalues below say by how much.
        }
        var values = linalg.eigvalsh(covariance);
        var (smallest, largest) = (values[0].ToDouble(), values[-1].ToDouble());
        CheckSign(smallest, largest);
        throw Singular(d, smallest, largest, samples);
    }

    // The squared norms of the columns of L^-1, some columns at a time: above its diagonal block each is 0.
    private static Tensor PrecisionDiagonal(Tensor factor)
    {
        var d = factor.size(0);
        var diagonals = new List<Tensor>();
        for (var first = 0L; first < d; first += Columns)
        {
            using var scope = NewDisposeScope();
            var (left, width) = (d - first, Math.Min(Columns, d - first));
            var corner = factor.narrow(0, first, left).narrow(1, first, left);
            diagonals.Add(linalg.solve_triangular(corner, eye(left, width, dtype: float64), upper: false).square().sum(0L).MoveToOuterDisposeScope());
        }
        return cat(diagonals);
    }

    internal static SingularCovarianceException Singular(long d, double smallest, double largest, long? samples) => new(FormattableString.Invariant(
        $"The covariance{(samples is { } n ? $" of {n} points" : "")} in {d} dimensions has eigenvalues from {largest:g3} down to {smallest:g3} and is singular; expected full rank, or a conditioning: an eigenvalue floor or shrinkage."));

    internal static void CheckSign(double smallest, double largest)
    {
        if (smallest < -1e-8 * Math.Abs(largest))
            throw new ArgumentException(FormattableString.Invariant($"The covariance has the eigenvalue {smallest:g3}; expected none below 0."));
    }
}
