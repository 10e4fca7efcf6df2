using MathNet.Numerics.Distributions;
using MathNet.Numerics.Optimization;

namespace Limpid.Mahalanobis.Theory;

/// <summary>The best fit <c>sqrt(a^2 sum_{d-k} z_i^2 + c^2)</c> to <c>D_M</c> when k of d rows have become constants: where training that loses directions ends.</summary>
/// <param name="Slope">a.</param>
/// <param name="Constant">c.</param>
/// <param name="Error">Mean squared error over the Gaussian.</param>
public sealed record CollapsedFit(double Slope, double Constant, double Error)
{
    private const int Steps = 300;

    /// <summary>Finds it by quadrature, to about three digits.</summary>
    /// <param name="dimension">d, at least 2.</param>
    /// <param name="lost">k, 1 to d - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static CollapsedFit Of(int dimension, int lost)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimension, 2);
        if (lost < 1 || lost >= dimension) throw new ArgumentOutOfRangeException(nameof(lost), lost, $"{lost} directions lost of {dimension}; expected 1 to {dimension - 1}.");
        // Equal shares of probability, each at its middle: kept and lost squares are independent chi-squared.
        double[] Squares(int degrees) => [.. Enumerable.Range(0, Steps).Select(i => ChiSquared.InvCDF(degrees, (i + 0.5) / Steps))];
        var (kept, gone) = (Squares(dimension - lost), Squares(lost));
        // For a given sum of kept squares only mean and mean square of the distance matter.
        var means = kept.Select(s => gone.Average(t => Math.Sqrt(s + t))).ToArray();
        var square = kept.Average() + gone.Average();
        double Error(double a, double c) => square + kept.Select((s, i) => a * a * s + c * c - 2 * Math.Sqrt(a * a * s + c * c) * means[i]).Average();
        var found = NelderMeadSimplex.Minimum(ObjectiveFunction.Value(p => Error(p[0], p[1])), MathNet.Numerics.LinearAlgebra.Vector<double>.Build.Dense([1, 0.8]), 1e-10, 10_000);
        return new(Math.Abs(found.MinimizingPoint[0]), Math.Abs(found.MinimizingPoint[1]), found.FunctionInfoAtMinimum.Value);
    }
}
