using Limpid.Mahalanobis;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Benchmarks.Workloads.Mahalanobis;

/// <summary>Distances of points from a Gaussian, given or fitted; peer_mahalanobis.py draws the same points.</summary>
internal sealed class DistanceWork : IWorkload
{
    private readonly bool fitted;
    private readonly Tensor points, mean, covariance, weights;

    /// <param name="n">Number of points.</param>
    /// <param name="fitted">Whether mean and covariance are found each time.</param>
    public DistanceWork(int n, bool fitted)
    {
        this.fitted = fitted;
        manual_seed(0);
        const int d = MahalanobisComparisons.Dimensions;
        points = randn(n, d, float64);
        var factor = randn(d, d, float64);
        (mean, covariance) = (randn(d, float64), factor.mm(factor.t()).div(d).add(eye(d, dtype: float64)));
        weights = arange(0, n, dtype: float64).sin();
    }

    public double Run(int count)
    {
        var check = 0.0;
        for (var i = 0; i < count; i++)
        {
            using var scope = NewDisposeScope();
            using var gaussian = fitted ? Gaussian.Fit(points) : Gaussian.Of(mean, covariance);
            check = gaussian.Distances(points).dot(weights).ToDouble();
        }
        return check;
    }
}
