using static TorchSharp.torch;

namespace Limpid.GraphSpectral.ModularCodes;

/// <summary>How much of each neuron is each module: the correlation of its activation with each bit.</summary>
/// <remarks>
/// Over all codes the bits are independent, so the squared correlations of a neuron that is linear in the bits, its <i>shares</i>, sum to 1: (1, 0, 0) is a neuron of
/// one module, (1/3, 1/3, 1/3) an even mixture of three. A neuron that does not vary has correlations 0.
/// </remarks>
public static class ModuleCorrelation
{
    /// <summary>The correlations.</summary>
    /// <param name="activations">Z [B, N], finite, each code equally often.</param>
    /// <param name="bits">[B, n] of 0 and 1.</param>
    /// <returns>[N][n], each -1 to 1.</returns>
    /// <exception cref="ArgumentException">The two have another number of rows, or a value is not finite.</exception>
    public static double[][] Of(Tensor activations, Tensor bits)
    {
        var (z, rows, neurons) = Activations.Copy(activations, nameof(activations));
        var (b, count, modules) = Activations.Copy(bits, nameof(bits));
        if (count != rows)
            throw new ArgumentException(FormattableString.Invariant($"There are {count} rows of bits; expected {rows}, one for each sample."), nameof(bits));
        var (neuronColumns, moduleColumns) = (Centred(z, rows, neurons), Centred(b, rows, modules));
        return [.. neuronColumns.Select(neuron => moduleColumns.Select(module => Correlation(neuron, module)).ToArray())];
    }

    /// <summary>The largest share of a neuron, averaged over neurons: 1 where each neuron belongs to a single module.</summary>
    /// <param name="correlations">[N][n].</param>
    public static double Purity(double[][] correlations)
    {
        ArgumentNullException.ThrowIfNull(correlations);
        return correlations.Average(neuron => neuron.Max(value => value * value));
    }

    /// <summary>The purity of neurons that mix the modules at random, by weights from N(0, 1): what a layer without modules has.</summary>
    /// <param name="modules">n, at least 1.</param>
    /// <param name="random">Source of the weights.</param>
    /// <param name="neurons">How many neurons.</param>
    /// <example>For two modules 1/2 + 1/pi = 0.818.</example>
    public static double PurityOfMixtures(int modules, Random random, int neurons = 1000)
    {
        ArgumentNullException.ThrowIfNull(random);
        double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        double[] Mixture()
        {
            var weights = Enumerable.Range(0, modules).Select(_ => Normal()).ToArray();
            var length = Math.Sqrt(weights.Sum(weight => weight * weight));
            return [.. weights.Select(weight => weight / length)];
        }

        return Purity([.. Enumerable.Range(0, neurons).Select(_ => Mixture())]);
    }

    private static double Correlation(double[] neuron, double[] module)
    {
        var (product, left, right) = (0.0, 0.0, 0.0);
        for (var i = 0; i < neuron.Length; i++)
            (product, left, right) = (product + neuron[i] * module[i], left + neuron[i] * neuron[i], right + module[i] * module[i]);
        return left > 0 && right > 0 ? product / Math.Sqrt(left * right) : 0;
    }

    private static double[][] Centred(double[] values, int rows, int columns)
    {
        double[] Column(int column)
        {
            var picked = Enumerable.Range(0, rows).Select(row => values[row * columns + column]).ToArray();
            var mean = picked.Average();
            // A constant such as 0.1 leaves rounding in the mean; that is no variation.
            return [.. picked.Select(value => Math.Abs(value - mean) <= 1e-12 * Math.Abs(mean) ? 0 : value - mean)];
        }

        return [.. Enumerable.Range(0, columns).Select(Column)];
    }
}
