using MathNet.Numerics;

namespace Limpid.Mahalanobis.Theory;

/// <summary>Moments of <c>D_M(x)</c> for x from the Gaussian itself, where <c>D_M^2</c> is chi-squared with d degrees of freedom.</summary>
public static class DistanceMoments
{
    /// <summary>Mean sqrt(2/pi) of one component's distance |z|, z standard normal.</summary>
    public static double ComponentMean { get; } = Math.Sqrt(2 / Math.PI);

    /// <summary>Variance 1 - 2/pi of one component's distance.</summary>
    public static double ComponentVariance { get; } = 1 - 2 / Math.PI;

    /// <summary><c>E D_M = sqrt 2 Gamma((d+1)/2) / Gamma(d/2)</c>: sqrt(2/pi) for d = 1, near sqrt(d) for large d.</summary>
    /// <param name="dimension">d, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">d is below 1.</exception>
    public static double Mean(int dimension)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimension, 1);
        return Math.Sqrt(2) * Math.Exp(SpecialFunctions.GammaLn((dimension + 1) / 2.0) - SpecialFunctions.GammaLn(dimension / 2.0));
    }

    /// <summary><c>Var D_M = d - (E D_M)^2</c>: what the best constant leaves of a mean squared error.</summary>
    /// <param name="dimension">d, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">d is below 1.</exception>
    public static double Variance(int dimension) => dimension - Math.Pow(Mean(dimension), 2);

    /// <summary>How much too long the sum of the component distances is on average, <c>d sqrt(2/pi) / E D_M</c>: 1 for d = 1, 8 for d = 100.</summary>
    /// <param name="dimension">d, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">d is below 1.</exception>
    public static double SumRatio(int dimension) => dimension * ComponentMean / Mean(dimension);
}
