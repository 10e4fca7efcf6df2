using static TorchSharp.torch;

namespace Limpid.GraphSpectral.Toys;

/// <summary>The mean activation of each neuron in equal bins of a coordinate: its tuning curve.</summary>
public static class ActivationProfile
{
    /// <summary>The profile of a layer.</summary>
    /// <param name="activations">Z [n, N], finite.</param>
    /// <param name="data">The samples that gave Z; a bin without any takes the values of the bin before it (or of the first that has some).</param>
    /// <param name="bins">At least 2.</param>
    /// <returns>[bins, N].</returns>
    /// <exception cref="ArgumentException">Z has another number of rows, or a value is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bins"/> is below 2.</exception>
    public static double[,] Of(Tensor activations, ToyData data, int bins = 40)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 2);
        var (values, rows, neurons) = Activations.Copy(activations, nameof(activations));
        if (rows != data.Count)
            throw new ArgumentException(FormattableString.Invariant($"There are activations of {rows} samples; expected {data.Count} like the data."), nameof(activations));
        var (profile, counts) = (new double[bins, neurons], new int[bins]);
        for (var b = 0; b < rows; b++)
        {
            var bin = Math.Clamp((int)((data.Coordinates[b] - data.From) / (data.To - data.From) * bins), 0, bins - 1);
            counts[bin]++;
            for (var v = 0; v < neurons; v++) profile[bin, v] += values[b * neurons + v];
        }
        var filled = Array.FindIndex(counts, count => count > 0);
        foreach (var bin in Enumerable.Range(filled, bins - filled).Concat(Enumerable.Range(0, filled)))
        {
            if (counts[bin] > 0) filled = bin;
            for (var v = 0; v < neurons; v++) profile[bin, v] = counts[bin] > 0 ? profile[bin, v] / counts[bin] : profile[filled, v];
        }
        return profile;
    }
}
