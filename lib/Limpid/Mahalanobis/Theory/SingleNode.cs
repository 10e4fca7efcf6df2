using MathNet.Numerics;

namespace Limpid.Mahalanobis.Theory;

/// <summary>The best that one node with its hyperplane through the mean can do at fitting <c>D_M</c> of its own Gaussian by mean squared error; every direction does as well.</summary>
/// <remarks>Against the best constant (<see cref="DistanceMoments.Variance"/>) an absolute value wins for d up to 2, a ReLU never.</remarks>
public static class SingleNode
{
    /// <summary><c>a = sqrt(w' Sigma w) = d Gamma(d/2) / (sqrt(pi) Gamma((d+1)/2))</c> of the best node: 4/pi for d = 2.</summary>
    /// <param name="dimension">d, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">d is below 1.</exception>
    public static double Slope(int dimension)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimension, 1);
        return dimension / Math.Sqrt(Math.PI) * Math.Exp(SpecialFunctions.GammaLn(dimension / 2.0) - SpecialFunctions.GammaLn((dimension + 1) / 2.0));
    }

    /// <summary>Error <c>d - a^2</c> of the best absolute value: 0 for d = 1.</summary>
    /// <param name="dimension">d, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">d is below 1.</exception>
    public static double AbsError(int dimension) => dimension - Math.Pow(Slope(dimension), 2);

    /// <summary>Error <c>d - a^2 / 2</c> of the best ReLU.</summary>
    /// <param name="dimension">d, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">d is below 1.</exception>
    public static double ReluError(int dimension) => dimension - Math.Pow(Slope(dimension), 2) / 2;
}
