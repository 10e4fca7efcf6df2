using MathNet.Numerics.Distributions;
using static TorchSharp.torch;

namespace Limpid.Mahalanobis.Reading;

/// <summary>Makes the <see cref="NeuronReading"/> of each row.</summary>
internal static class NeuronReader
{
    /// <param name="weight">W [m, d].</param>
    /// <param name="bias">b [m].</param>
    /// <param name="spread">W Sigma [m, d].</param>
    /// <param name="gaussian">N(mu, Sigma).</param>
    /// <param name="sides">Of the data; null for the Gaussian's own.</param>
    /// <param name="options">Limits.</param>
    internal static IEnumerable<NeuronReading> Read(Tensor weight, Tensor bias, Tensor spread, Gaussian gaussian, HyperplaneSides? sides, ReadingOptions options)
    {
        using var scope = NewDisposeScope();
        using var off = no_grad();
        double[][] w = Points.Rows(weight), sw = Points.Rows(spread), along = Points.Rows(weight.mm(gaussian.Eigenvectors));
        double[] b = Points.Numbers(bias), means = Points.Numbers(weight.mv(gaussian.Mean).add(bias)), mu = Points.Numbers(gaussian.Mean);
        var widest = Math.Sqrt(gaussian.Eigenvalues[0]);
        return Enumerable.Range(0, w.Length).Select(row => One(row, w[row], sw[row], along[row], b[row], means[row], mu, widest, sides, options)).ToArray();
    }

    private static NeuronReading One(
        int row, double[] w, double[] sw, double[] along, double b, double mean, double[] mu, double widest, HyperplaneSides? sides, ReadingOptions options)
    {
        var norm = Math.Sqrt(w.Sum(value => value * value));
        var dead = norm == 0;
        var precision = w.Zip(sw, (x, y) => x * y).Sum();
        var variance = precision / (norm * norm);
        var axis = dead ? -1 : Largest(along);
        double[] Point(double[] from, double[] direction, double length) => [.. from.Zip(direction, (x, y) => dead ? x : x + length * y)];
        var reading = new NeuronReading
        {
            Index = row,
            Norm = norm,
            Bias = b,
            Direction = [.. w.Select(value => dead ? 0 : value / norm)],
            Prototype = [.. Point(new double[w.Length], w, -b / (norm * norm))],
            EuclideanAnchor = [.. Point(mu, w, -mean / (norm * norm))],
            MahalanobisAnchor = [.. Point(mu, sw, -mean / precision)],
            MeanPreactivation = mean,
            PrecisionRatio = precision,
            EigenResidual = Math.Sqrt(w.Zip(sw, (x, y) => Math.Pow((y - variance * x) / norm, 2)).Sum()) / variance,
            Axis = axis,
            AxisCosine = dead ? double.NaN : Math.Min(1, Math.Abs(along[axis]) / norm),
            Above = sides?.Above[row] ?? (dead ? (mean > 0 ? 1 : 0) : Normal.CDF(0, 1, mean / Math.Sqrt(precision))),
            Below = sides?.Below[row] ?? (dead ? (mean < 0 ? 1 : 0) : Normal.CDF(0, 1, -mean / Math.Sqrt(precision))),
            Collapsed = norm * widest < options.CollapsedSpread && Math.Abs(mean) > options.CollapsedOffset * norm * widest,
        };
        return reading with { Kind = options.Coherence.Of(reading) };
    }

    private static int Largest(double[] values)
    {
        var best = 0;
        for (var i = 1; i < values.Length; i++)
            if (Math.Abs(values[i]) > Math.Abs(values[best])) best = i;
        return best;
    }
}
