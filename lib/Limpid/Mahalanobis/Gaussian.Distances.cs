using Limpid.Reproduction;
using static TorchSharp.torch;

namespace Limpid.Mahalanobis;

public sealed partial class Gaussian
{
    private const int Block = 2048;

    /// <summary><c>D_M(x)^2 = |L^-1 (x - mu)|^2</c> of each point; for points of this very Gaussian chi-squared with d degrees of freedom.</summary>
    /// <param name="points">[n, d], of any real type and device; read block by block and left as they are.</param>
    /// <returns>[n], float64 on the CPU.</returns>
    /// <exception cref="ArgumentException">The points have another shape, or a value isn't finite.</exception>
    public Tensor SquaredDistances(Tensor points) => Each(points, [], block => linalg.solve_triangular(Factor, block.t(), upper: false).square().sum(0L));

    /// <summary><c>D_M(x)</c> of each point, in standard deviations.</summary>
    /// <param name="points">[n, d]; left as they are.</param>
    /// <returns>[n], float64 on the CPU.</returns>
    /// <exception cref="ArgumentException">The points have another shape, or a value isn't finite.</exception>
    public Tensor Distances(Tensor points)
    {
        using var off = no_grad();
        return SquaredDistances(points).sqrt_();
    }

    /// <summary>Whitened coordinates <c>Lambda^-1/2 V' (x - mu)</c>: how many standard deviations a point lies off the mean along each principal axis. Their sizes are the paper's D_M,i.</summary>
    /// <param name="points">[n, d]; left as they are.</param>
    /// <returns>[n, d], float64 on the CPU.</returns>
    /// <exception cref="ArgumentException">The points have another shape, or a value isn't finite.</exception>
    public Tensor Whiten(Tensor points)
    {
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var scaled = Eigenvectors.div(tensor(Eigenvalues.ToArray()).sqrt());
        return Each(points, [Dimension], block => block.mm(scaled)).MoveToOuterDisposeScope();
    }

    /// <summary>log of the density at each point.</summary>
    /// <param name="points">[n, d]; left as they are.</param>
    /// <returns>[n], float64 on the CPU.</returns>
    /// <exception cref="ArgumentException">The points have another shape, or a value isn't finite.</exception>
    public Tensor LogDensity(Tensor points)
    {
        using var off = no_grad();
        return SquaredDistances(points).add_(LogDeterminant + Dimension * Math.Log(2 * Math.PI)).div_(-2);
    }

    /// <summary>Points drawn from the distribution: <c>mu + L z</c>.</summary>
    /// <param name="count">How many, at least 1.</param>
    /// <param name="seed">Of the draws; libtorch's own generator is left alone.</param>
    /// <returns>[count, d], float64.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 1.</exception>
    public Tensor Sample(int count, Seed seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        using var scope = NewDisposeScope();
        using var off = no_grad();
        using var generator = new Generator((ulong)seed.Value);
        return empty([count, Dimension], dtype: float64).normal_(0, 1, generator).mm(Factor.t()).add_(Mean).MoveToOuterDisposeScope();
    }

    // Centred blocks of points in float64, so that no copy of all points is made.
    private Tensor Each(Tensor points, long[] shape, Func<Tensor, Tensor> work)
    {
        Points.Check(points, Dimension, nameof(points));
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var n = points.size(0);
        var result = empty([n, .. shape], dtype: float64);
        for (var first = 0L; first < n; first += Block)
        {
            using var inner = NewDisposeScope();
            var count = Math.Min(Block, n - first);
            result.narrow(0, first, count).copy_(work(points.narrow(0, first, count).detach().cpu().to(float64).sub(Mean)));
        }
        return result.MoveToOuterDisposeScope();
    }
}
