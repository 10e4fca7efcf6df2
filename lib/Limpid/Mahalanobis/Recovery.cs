using System.Collections.Immutable;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Limpid.Mahalanobis;

/// <summary>The Gaussian that a layer's weights alone tell of: <c>mu = -W^+ b</c>, <c>Sigma = (W' W)^-1</c>.</summary>
/// <remarks>
/// <para>
/// From the singular values <c>W = U S V'</c>: <c>mu = -V S^-1 U' b</c> is the point where |W x + b| is least, of least norm if there are several, and Sigma has the eigenvalues 1 / S^2 along the rows of V'.
/// Fewer rows than inputs leave mu undetermined along the directions that no row sees, and Sigma infinite there: then there is no <see cref="ToGaussian"/>.
/// </para>
/// <para>A layer of ReLU pairs has twice as large a <c>W' W</c>: turn it into rows of absolute values first.</para>
/// </remarks>
public sealed record Recovery
{
    private readonly ImmutableArray<double> covariance;

    private Recovery(ImmutableArray<double> mean, ImmutableArray<double> eigenvalues, ImmutableArray<double> covariance, double residual, int rank, double condition) =>
        (Mean, Eigenvalues, this.covariance, Residual, Rank, ConditionNumber) = (mean, eigenvalues, covariance, residual, rank, condition);

    /// <summary>mu [d].</summary>
    public ImmutableArray<double> Mean { get; }

    /// <summary>The variances along the directions that the rows span, descending: as many as <see cref="Rank"/>.</summary>
    public ImmutableArray<double> Eigenvalues { get; }

    /// <summary><c>|W mu + b| / |b|</c>: 0 if the hyperplanes of all rows meet in a point, 1 if nothing is gained over mu = 0; 0 if b is 0.</summary>
    public double Residual { get; }

    /// <summary>The rank of W: singular values above max(m, d) eps times the largest.</summary>
    public int Rank { get; }

    /// <summary>The largest of those singular values over the smallest; NaN for rank 0.</summary>
    public double ConditionNumber { get; }

    /// <summary>Reads a layer.</summary>
    /// <param name="layer">The layer; left as it is.</param>
    /// <exception cref="ArgumentException">A value isn't finite.</exception>
    public static Recovery Of(Linear layer)
    {
        using var scope = NewDisposeScope();
        var (weight, bias) = LinearRows.Of(layer);
        return Of(weight, bias);
    }

    /// <summary>The Gaussian, if the rows span all inputs.</summary>
    /// <exception cref="InvalidOperationException">They don't.</exception>
    public Gaussian ToGaussian()
    {
        if (covariance.IsDefault) throw new InvalidOperationException($"The layer's rows have rank {Rank} in {Mean.Length} dimensions; expected full rank.");
        using var scope = NewDisposeScope();
        return Gaussian.Of(tensor(Mean.ToArray()), tensor(covariance.ToArray()).view(Mean.Length, Mean.Length));
    }

    internal static Recovery Of(Tensor weight, Tensor bias)
    {
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var (left, singular, right) = linalg.svd(weight, fullMatrices: false);
        var values = Points.Numbers(singular);
        var rank = values.Count(value => value > Math.Max(weight.size(0), weight.size(1)) * CholeskyFactor.Epsilon * values[0]);
        var (spread, axes) = (singular.narrow(0, 0, rank), right.narrow(0, 0, rank));
        var mean = axes.t().mv(left.narrow(1, 0, rank).t().mv(bias).div(spread)).neg();
        var (gap, size) = (linalg.norm(weight.mv(mean).add(bias)).item<double>(), linalg.norm(bias).item<double>());
        var scaled = axes.t().div(spread);
        return new(
            [.. Points.Numbers(mean)], [.. values.Take(rank).Reverse().Select(value => 1 / (value * value))], rank == weight.size(1) ? [.. Points.Numbers(scaled.mm(scaled.t()))] : default,
            size > 0 ? gap / size : 0, rank, rank > 0 ? values[0] / values[rank - 1] : double.NaN);
    }
}
