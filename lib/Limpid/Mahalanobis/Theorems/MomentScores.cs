using Limpid.Mahalanobis.Theory;
using static TorchSharp.torch;

namespace Limpid.Mahalanobis.Theorems;

/// <summary>Sample moments of distances against the closed forms, in standard errors.</summary>
/// <param name="SquareMean">Of the mean of D_M^2 against d.</param>
/// <param name="SquareVariance">Of the variance of D_M^2 against 2 d.</param>
/// <param name="Mean">Of the mean of D_M against its closed form.</param>
/// <param name="ComponentMean">Of the mean of the components' distances against sqrt(2 / pi).</param>
/// <param name="WithinOne">Of the part of the components' distances up to 1 against .6827.</param>
public sealed record MomentScores(double SquareMean, double SquareVariance, double Mean, double ComponentMean, double WithinOne)
{
    /// <summary>All five.</summary>
    public IReadOnlyList<double> All => [SquareMean, SquareVariance, Mean, ComponentMean, WithinOne];

    /// <summary>Scores of points drawn from a Gaussian.</summary>
    /// <param name="gaussian">The Gaussian.</param>
    /// <param name="points">[n, d] from it, n at least 2.</param>
    /// <exception cref="ArgumentException">The points don't fit.</exception>
    public static MomentScores Of(Gaussian gaussian, Tensor points)
    {
        ArgumentNullException.ThrowIfNull(gaussian);
        using var scope = NewDisposeScope();
        using var off = no_grad();
        double[] squares = Points.Numbers(gaussian.SquaredDistances(points)), components = Points.Numbers(gaussian.Whiten(points).abs());
        double n = squares.Length, d = gaussian.Dimension, mean = squares.Average();
        var variance = squares.Sum(square => (square - mean) * (square - mean)) / (n - 1);
        // The fourth central moment of chi-squared, 12 d^2 + 48 d, gives the variance of the variance.
        return new(
            (mean - d) / Math.Sqrt(2 * d / n), (variance - 2 * d) / Math.Sqrt((8 * d * d + 48 * d) / n),
            (squares.Average(Math.Sqrt) - DistanceMoments.Mean((int)d)) / Math.Sqrt(DistanceMoments.Variance((int)d) / n),
            (components.Average() - DistanceMoments.ComponentMean) / Math.Sqrt(DistanceMoments.ComponentVariance / (n * d)),
            (components.Count(value => value <= 1) / (n * d) - Within) / Math.Sqrt(Within * (1 - Within) / (n * d)));
    }

    private static double Within { get; } = MathNet.Numerics.Distributions.Normal.CDF(0, 1, 1) - MathNet.Numerics.Distributions.Normal.CDF(0, 1, -1);
}
