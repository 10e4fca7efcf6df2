using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Mahalanobis;

/// <summary>Mean and covariance of many points in float64, with no float64 copy of all of them.</summary>
internal static class CovarianceSum
{
    private const int Rows = 4096;
    private const int Columns = 128;

    /// <summary>Mean [d] and covariance [d, d], divisor n - correction; the tensors belong to the open dispose scope.</summary>
    /// <param name="data">Points [n, d], finite.</param>
    /// <param name="correction">0 for maximum likelihood, 1 for the unbiased estimate.</param>
    internal static (Tensor Mean, Tensor Covariance) Of(Tensor data, int correction)
    {
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var (n, d) = (data.size(0), data.size(1));
        var (mean, sum) = (zeros([d], dtype: float64), zeros([d, d], dtype: float64));
        Blocks(data, block => mean.add_(block.sum(0L)));
        mean.div_(n);
        var left = zeros([d], dtype: float64);
        Blocks(data, block =>
        {
            left.add_(block.sub_(mean).sum(0L));
            Add(sum, block);
        });
        // The mean is rounded; far from 0, what is left of the deviations' sum would count as variance.
        sum.sub_(left.outer(left).div(n)).div_(n - correction);
        // Only the blocks on and above the diagonal were summed.
        var upper = sum.triu();
        return (mean.MoveToOuterDisposeScope(), upper.add_(upper.triu(1).t()).MoveToOuterDisposeScope());
    }

    private static void Blocks(Tensor data, Action<Tensor> take)
    {
        for (var first = 0L; first < data.size(0); first += Rows)
        {
            using var scope = NewDisposeScope();
            take(data.narrow(0, first, Math.Min(Rows, data.size(0) - first)).detach().cpu().to(float64, copy: true));
        }
    }

    private static void Add(Tensor sum, Tensor centred)
    {
        var d = centred.size(1);
        for (var row = 0L; row < d; row += Columns)
            for (var column = row; column < d; column += Columns)
            {
                var (height, width) = (Math.Min(Columns, d - row), Math.Min(Columns, d - column));
                sum.narrow(0, row, height).narrow(1, column, width).addmm_(centred.narrow(1, row, height).t(), centred.narrow(1, column, width));
            }
    }
}
