using System.Collections.Immutable;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Margin.Baselines;

/// <summary>How far an input lies from the training samples of the class that a network gives it (Feinman et al. 2017): attacked inputs lie where their new class has few samples.</summary>
/// <remarks>The score is <c>-log( 1/|X_c| sum_{i in X_c} exp(-|x - x_i|^2 / bandwidth^2) )</c> with the features x, X_c the training samples of class c. It is taken by logarithms, so that far inputs keep their order.</remarks>
public sealed class KernelDensityDetector
{
    private const long LargestBlock = 1 << 22;

    private readonly ImmutableDictionary<int, double[]> samples;
    private readonly int width;
    private readonly double bandwidth;

    private KernelDensityDetector(ImmutableDictionary<int, double[]> samples, int width, double bandwidth) => (this.samples, this.width, this.bandwidth) = (samples, width, bandwidth);

    /// <summary>Keeps the training samples.</summary>
    /// <param name="features">Of the training samples, for example a network's last hidden layer [n, d]; finite.</param>
    /// <param name="labels">Their classes.</param>
    /// <param name="bandwidth">In the unit of the features, positive and finite.</param>
    /// <exception cref="ArgumentException">Features and labels don't fit, or a value isn't finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bandwidth"/> is not positive and finite.</exception>
    public static KernelDensityDetector Fit(Tensor features, IReadOnlyList<int> labels, double bandwidth)
    {
        var (values, columns) = Read(features, nameof(features));
        ClassLabels.Check(labels, values.Length / columns, nameof(labels));
        PositiveNumber.Checked(bandwidth);
        var classes = Enumerable.Range(0, labels.Count).GroupBy(i => labels[i])
            .ToImmutableDictionary(group => group.Key, group => group.SelectMany(i => values[(i * columns)..((i + 1) * columns)]).ToArray());
        return new(classes, columns, bandwidth);
    }

    /// <summary>The score of each input: larger is farther.</summary>
    /// <param name="features">Of the inputs [m, d].</param>
    /// <param name="predicted">The classes the network gives them.</param>
    /// <exception cref="ArgumentException">Features and classes don't fit, a value isn't finite, or a class has no training sample.</exception>
    public double[] Scores(Tensor features, IReadOnlyList<int> predicted)
    {
        var (values, columns) = Read(features, nameof(features));
        if (columns != width) throw new ArgumentException($"The features have {columns} columns; expected {width}.", nameof(features));
        ClassLabels.Check(predicted, values.Length / columns, nameof(predicted));
        var scores = new double[predicted.Count];
        foreach (var group in Enumerable.Range(0, predicted.Count).GroupBy(i => predicted[i]))
        {
            if (!samples.TryGetValue(group.Key, out var own)) throw new ArgumentException($"Class {group.Key} has no training sample; expected one of {string.Join(", ", samples.Keys.Order())}.", nameof(predicted));
            using var scope = NewDisposeScope();
            var (known, count) = (tensor(own).view(-1, width), own.Length / width);
            foreach (var part in group.Chunk((int)Math.Clamp(LargestBlock / count, 1, int.MaxValue)))
            {
                using var inner = NewDisposeScope();
                var points = tensor(part.SelectMany(i => values[(i * columns)..((i + 1) * columns)]).ToArray()).view(-1, width);
                var densities = cdist(points, known).square().div(-bandwidth * bandwidth).logsumexp(1).sub(Math.Log(count)).data<double>().ToArray();
                for (var at = 0; at < part.Length; at++) scores[part[at]] = -densities[at];
            }
        }
        return scores;
    }

    private static (double[] Values, int Columns) Read(Tensor features, string name)
    {
        ArgumentNullException.ThrowIfNull(features, name);
        if (features.ndim != 2 || features.numel() == 0) throw new ArgumentException($"The features have shape [{string.Join(", ", features.shape)}]; expected [n, d].", name);
        return Graphs.SignalTensor.Read(features, (int)features.size(0), name);
    }
}
