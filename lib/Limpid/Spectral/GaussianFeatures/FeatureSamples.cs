using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Spectral.GaussianFeatures;

/// <summary>Samples of numbered features in two classes; the first are for training, the last for testing.</summary>
public sealed class FeatureSamples : IDisposable
{
    private readonly float[] values;
    private readonly long[] labels;

    /// <summary>Samples.</summary>
    /// <param name="values">Row by row, n times the number of features; kept, not copied.</param>
    /// <param name="labels">The class of each row, 0 or 1; kept, not copied.</param>
    /// <param name="trainShare">The share of the rows, from the first on, that is for training: above 0 and below 1.</param>
    internal FeatureSamples(float[] values, long[] labels, double trainShare)
    {
        (this.values, this.labels) = (values, labels);
        (Features, TrainCount) = (values.Length / labels.Length, (int)Math.Round(labels.Length * trainShare));
        (Inputs, Labels) = (tensor(values, [labels.Length, Features]).DetachFromDisposeScope(), tensor(labels).DetachFromDisposeScope());
    }

    /// <summary>X [n, features], float32.</summary>
    public Tensor Inputs { get; }

    /// <summary>The classes [n], int64, 0 or 1.</summary>
    public Tensor Labels { get; }

    /// <summary>Number of features.</summary>
    public int Features { get; }

    /// <summary>Number of samples.</summary>
    public int Count => labels.Length;

    /// <summary>How many of them, from the first on, are for training.</summary>
    public int TrainCount { get; }

    /// <summary>The training samples; views, in the caller's dispose scope.</summary>
    public (Tensor Inputs, Tensor Labels) Train() => (Inputs.narrow(0, 0, TrainCount), Labels.narrow(0, 0, TrainCount));

    /// <summary>The test samples; views, in the caller's dispose scope.</summary>
    public (Tensor Inputs, Tensor Labels) Test() => (Inputs.narrow(0, TrainCount, Count - TrainCount), Labels.narrow(0, TrainCount, Count - TrainCount));

    /// <summary>The values of a feature in one class.</summary>
    /// <param name="feature">From 0.</param>
    /// <param name="label">0 or 1.</param>
    public double[] Of(int feature, int label) =>
        [.. Enumerable.Range(0, Count).Where(i => labels[i] == label).Select(i => (double)values[i * Features + feature])];

    /// <summary>The share of the samples that a rule puts into the right class.</summary>
    /// <param name="rule">From the features of a sample to whether it is of class 1.</param>
    /// <param name="testOnly">Whether training samples are left out.</param>
    public double Accuracy(FeatureRule rule, bool testOnly = false)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var (first, right) = (testOnly ? TrainCount : 0, 0);
        for (var i = first; i < Count; i++)
            if (rule(values.AsSpan(i * Features, Features)) == (labels[i] == 1)) right++;
        return (double)right / (Count - first);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Inputs.Dispose();
        Labels.Dispose();
    }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Count} samples of {Features} features, the first {TrainCount} for training");
}
