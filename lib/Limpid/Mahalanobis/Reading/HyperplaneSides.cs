using static TorchSharp.torch;

namespace Limpid.Mahalanobis.Reading;

/// <summary>The parts of some data on either side of each row's hyperplane; points on it are on neither.</summary>
internal sealed record HyperplaneSides(double[] Above, double[] Below)
{
    private const int Block = 4096;

    internal static HyperplaneSides Of(Tensor weight, Tensor bias, Tensor data)
    {
        Points.Check(data, weight.size(1), nameof(data));
        if (data.size(0) == 0) throw new ArgumentException("There is no data point; expected at least one.", nameof(data));
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var (rows, columns, n) = (weight.size(0), weight.t(), data.size(0));
        var (above, below) = (zeros([rows], dtype: int64), zeros([rows], dtype: int64));
        for (var first = 0L; first < n; first += Block)
        {
            using var inner = NewDisposeScope();
            var sums = bias.addmm(data.narrow(0, first, Math.Min(Block, n - first)).detach().cpu().to(float64), columns);
            above.add_(sums.gt(0).sum(0L));
            below.add_(sums.lt(0).sum(0L));
        }
        return new(Points.Numbers(above.to(float64).div(n)), Points.Numbers(below.to(float64).div(n)));
    }
}
