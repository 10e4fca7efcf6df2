using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Margin;

/// <summary>How good some samples are as the whole training set of a classifier by the nearest neighbour.</summary>
public static class NearestPrototype
{
    private const int Block = 1024;

    /// <summary>The share of test samples whose nearest chosen sample, by Euclidean distance, has another label; ties go to the sample that was chosen first.</summary>
    /// <remarks>For chosen counts m_1 &lt; m_2 &lt; ... of one ranking, one pass over the distances gives all errors.</remarks>
    /// <param name="points">Training samples [n, d].</param>
    /// <param name="labels">Their labels.</param>
    /// <param name="chosen">Samples in the order in which they were chosen, each once.</param>
    /// <param name="counts">How many of them to use, ascending, 1 to all.</param>
    /// <param name="test">Test samples [m, d].</param>
    /// <param name="testLabels">Their labels.</param>
    /// <returns>The error for each count.</returns>
    /// <exception cref="ArgumentException">Samples, labels and counts don't fit each other.</exception>
    public static double[] Errors(Tensor points, IReadOnlyList<int> labels, IReadOnlyList<int> chosen, IReadOnlyList<int> counts, Tensor test, IReadOnlyList<int> testLabels)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(chosen);
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentNullException.ThrowIfNull(test);
        if (points.ndim != 2 || test.ndim != 2 || points.size(1) != test.size(1))
            throw new ArgumentException($"The samples have shapes [{string.Join(", ", points.shape)}] and [{string.Join(", ", test.shape)}]; expected [n, d] and [m, d].", nameof(test));
        ClassLabels.Check(labels, (int)points.size(0), nameof(labels));
        ClassLabels.Check(testLabels, (int)test.size(0), nameof(testLabels));
        if (chosen.Distinct().Count() != chosen.Count || chosen.Any(sample => (uint)sample >= (uint)labels.Count))
            throw new ArgumentException($"A chosen sample comes twice or isn't there; expected each once, from 0 to {labels.Count - 1}.", nameof(chosen));
        if (counts.Count == 0 || counts[0] < 1 || counts[^1] > chosen.Count || counts.Zip(counts.Skip(1)).Any(pair => pair.First >= pair.Second))
            throw new ArgumentException($"The counts are {string.Join(", ", counts)}; expected ascending ones from 1 to {chosen.Count}.", nameof(counts));
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var (places, wrong) = (tensor(chosen.Take(counts[^1]).Select(sample => (long)sample).ToArray(), device: points.device), new int[counts.Count]);
        var selected = points.detach().index_select(0, places).to(float64);
        for (var first = 0; first < testLabels.Count; first += Block)
        {
            using var inner = NewDisposeScope();
            var rows = (int)Math.Min(Block, testLabels.Count - first);
            // Differences, not products: ties stay ties.
            var distances = cdist(test.narrow(0, first, rows).detach().to(float64), selected, 2, compute_mode.donot_use_mm_for_euclid_dist).cpu().contiguous();
            var values = MemoryMarshal.Cast<byte, double>(distances.bytes);
            for (var row = 0; row < rows; row++) Count(values.Slice(row * counts[^1], counts[^1]), first + row, wrong);
        }
        return Array.ConvertAll(wrong, each => each / (double)testLabels.Count);

        void Count(ReadOnlySpan<double> distances, int sample, int[] errors)
        {
            var (nearest, next) = (0, 0);
            for (var at = 0; at < distances.Length; at++)
            {
                if (distances[at] < distances[nearest]) nearest = at;
                if (at + 1 != counts[next]) continue;
                if (labels[chosen[nearest]] != testLabels[sample]) errors[next]++;
                next++;
            }
        }
    }
}
