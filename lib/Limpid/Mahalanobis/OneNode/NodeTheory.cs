using Limpid.Mahalanobis.Theory;
using MathNet.Numerics.Distributions;

namespace Limpid.Mahalanobis.OneNode;

/// <summary>The mean squared error with which one node fits <c>D_M</c> over the whole Gaussian, by quadrature.</summary>
/// <remarks>
/// The sum of a node is <c>a z + m</c> with z standard normal, <c>a = sqrt(w' Sigma w)</c> and <c>m = w mu + b</c>, so in whitened space only these two numbers matter: no direction is better than another.
/// Given z, <c>D_M</c> is the length of z and d - 1 further standard normal numbers.
/// </remarks>
public sealed class NodeTheory
{
    private const int Steps = 3600;
    private const double Reach = 9;

    private readonly double[] scores = new double[Steps + 1], weights = new double[Steps + 1], distances = new double[Steps + 1];

    /// <summary>The theory in d dimensions.</summary>
    /// <param name="dimension">d, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">d is below 1.</exception>
    public NodeTheory(int dimension)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimension, 1);
        Dimension = dimension;
        var others = dimension == 1 ? [(0.0, 1.0)] : ChiQuadrature.Of(dimension - 1);
        for (var i = 0; i <= Steps; i++)
        {
            var z = scores[i] = Reach * (2.0 * i / Steps - 1);
            weights[i] = Normal.PDF(0, 1, z) * 2 * Reach / Steps / 3 * ChiQuadrature.Simpson(i, Steps);
            foreach (var (value, weight) in others) distances[i] += weight * Math.Sqrt(z * z + value * value);
        }
    }

    /// <summary>d.</summary>
    public int Dimension { get; }

    /// <summary>The error of a node.</summary>
    /// <param name="activation">What it makes of its sum.</param>
    /// <param name="spread">a, 0 or larger.</param>
    /// <param name="mean">m.</param>
    public double Error(NodeActivation activation, double spread, double mean)
    {
        var (product, square) = Products(activation, spread, mean);
        return Dimension - 2 * product + square;
    }

    /// <summary>The least error of the nodes whose hyperplane lies that far off the mean, over all their slopes.</summary>
    /// <param name="activation">What the node makes of its sum.</param>
    /// <param name="offset">m / a, in standard deviations; with ReLU, positive if the mean is on the side that answers.</param>
    /// <returns>Slope a and error; 0 and d where the node never answers.</returns>
    public (double Slope, double Error) Best(NodeActivation activation, double offset)
    {
        var (product, square) = Products(activation, 1, offset);
        return square > 0 ? (product / square, Dimension - product * product / square) : (0, Dimension);
    }

    private (double Product, double Square) Products(NodeActivation activation, double spread, double mean)
    {
        double product = 0, square = 0;
        for (var i = 0; i <= Steps; i++)
        {
            var sum = spread * scores[i] + mean;
            var output = activation == NodeActivation.Abs ? Math.Abs(sum) : Math.Max(0, sum);
            product += weights[i] * output * distances[i];
            square += weights[i] * output * output;
        }
        return (product, square);
    }
}
