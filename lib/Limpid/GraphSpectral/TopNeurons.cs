using static TorchSharp.torch;

namespace Limpid.GraphSpectral;

/// <summary>The most active neurons of single samples: the paper's binary maps of "top 10 %" neurons.</summary>
public static class TopNeurons
{
    /// <summary>Marks the neurons above the sample's own percentile.</summary>
    /// <param name="activations">Z [B, N], finite.</param>
    /// <param name="fraction">Share of neurons to mark, in (0, 1); 0.1 marks those above the 90th percentile.</param>
    /// <returns>
    /// A Bool tensor [B, N]. The percentile of the N sorted values is interpolated linearly at position (1 - fraction)(N - 1); neurons strictly above it are
    /// marked, 7 of 64 at 10 % when values differ, none in a constant sample.
    /// </returns>
    /// <exception cref="ArgumentException">Z is no matrix or has a value that is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The fraction is outside (0, 1).</exception>
    /// <example>(0, 1, 2, 3, 4) with fraction 0.5: the threshold is 2, the mask (0, 0, 0, 1, 1).</example>
    public static Tensor Mask(Tensor activations, double fraction = 0.1)
    {
        if (!(fraction > 0 && fraction < 1))
            throw new ArgumentOutOfRangeException(nameof(fraction), fraction, "The fraction must lie between 0 and 1.");
        var (values, rows, columns) = Activations.Copy(activations, nameof(activations));
        var mask = new bool[rows, columns];
        for (var row = 0; row < rows; row++)
        {
            var sample = values.AsSpan(row * columns, columns);
            var threshold = Percentile(sample.ToArray(), 1 - fraction);
            for (var i = 0; i < columns; i++) mask[row, i] = sample[i] > threshold;
        }
        return tensor(mask);
    }

    private static double Percentile(double[] values, double share)
    {
        Array.Sort(values);
        // Rounded, so that 1 - 0.9 lands on its order statistic and not a hair below it.
        var position = Math.Round(share * (values.Length - 1), 9);
        var below = Math.Min((int)position, values.Length - 1);
        var above = Math.Min(below + 1, values.Length - 1);
        return values[below] + (position - below) * (values[above] - values[below]);
    }
}
