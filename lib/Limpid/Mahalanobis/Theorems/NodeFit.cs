using static TorchSharp.torch;

namespace Limpid.Mahalanobis.Theorems;

/// <summary>The best multiple of an output that fits given values, and what it leaves.</summary>
/// <param name="Slope">a of least mean (a y - v)^2.</param>
/// <param name="Error">That mean.</param>
/// <param name="StandardError">Of the error, over the samples.</param>
public sealed record NodeFit(double Slope, double Error, double StandardError)
{
    /// <summary>Fits.</summary>
    /// <param name="outputs">y [n], not all 0.</param>
    /// <param name="values">v [n], n at least 2.</param>
    /// <exception cref="ArgumentException">The shapes differ, or all outputs are 0.</exception>
    public static NodeFit Of(Tensor outputs, Tensor values)
    {
        Points.CheckNumbers(outputs, nameof(outputs));
        Points.CheckNumbers(values, nameof(values));
        if (outputs.ndim != 1 || outputs.numel() < 2 || outputs.numel() != values.numel())
            throw new ArgumentException($"The outputs have shape [{string.Join(", ", outputs.shape)}] and the values [{string.Join(", ", values.shape)}]; expected [n] twice, n at least 2.", nameof(outputs));
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var (y, v) = (Points.Copy(outputs), Points.Copy(values));
        var square = y.dot(y).item<double>();
        if (square == 0) throw new ArgumentException("All outputs are 0; expected another.", nameof(outputs));
        var slope = y.dot(v).item<double>() / square;
        var errors = y.mul(slope).sub(v).square();
        return new(slope, errors.mean().item<double>(), errors.std().item<double>() / Math.Sqrt(outputs.numel()));
    }
}
