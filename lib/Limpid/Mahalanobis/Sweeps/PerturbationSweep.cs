using Limpid.Mahalanobis.Layers;
using static TorchSharp.torch;

namespace Limpid.Mahalanobis.Sweeps;

/// <summary>How right a network stays while the units of a layer are damaged ever more.</summary>
/// <remarks>What comes before the damaged layer is computed once, by the caller; a value then costs one pass over the layer's sums and the layers behind it.</remarks>
public static class PerturbationSweep
{
    /// <summary>The part of samples put right under each change.</summary>
    /// <param name="sums">What is damaged [n, units], n at least 1: a layer's sums, or its activations; left as they are.</param>
    /// <param name="labels">The right classes [n], int64.</param>
    /// <param name="scores">All that follows, from [m, units] to scores [m, classes].</param>
    /// <param name="changes">What is done.</param>
    /// <param name="chunk">Samples at once: bounds memory, changes no result beyond rounding.</param>
    /// <param name="cancel">Ends it between two changes.</param>
    /// <returns>0 to 1, one for each change; ties go to the first class.</returns>
    /// <exception cref="ArgumentException">The shapes don't fit, or a number is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The chunk is below 1.</exception>
    public static double[] Accuracies(Tensor sums, Tensor labels, Func<Tensor, Tensor> scores, IEnumerable<UnitChange> changes, int chunk = 2000, CancellationToken cancel = default)
    {
        Points.Check(sums, null, nameof(sums));
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(changes);
        ArgumentOutOfRangeException.ThrowIfLessThan(chunk, 1);
        var n = sums.size(0);
        if (n == 0 || labels.ndim != 1 || labels.size(0) != n) throw new ArgumentException($"There are {n} samples and labels [{string.Join(", ", labels.shape)}]; expected at least one sample, and a label for each.", nameof(labels));
        using var off = no_grad();
        using var layer = new Perturbation(sums.size(1), sums.dtype);
        var found = new List<double>();
        foreach (var change in changes)
        {
            cancel.ThrowIfCancellationRequested();
            layer.Set(change);
            var right = 0L;
            for (var first = 0L; first < n; first += chunk)
            {
                using var scope = NewDisposeScope();
                var count = Math.Min(chunk, n - first);
                right += scores(layer.call(sums.narrow(0, first, count))).argmax(1).eq(labels.narrow(0, first, count)).sum().item<long>();
            }
            found.Add((double)right / n);
        }
        return [.. found];
    }
}
