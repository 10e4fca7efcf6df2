using Limpid.Data;
using Limpid.Mahalanobis.Batched;
using Limpid.Reproduction;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Mahalanobis.Encoder;

/// <summary>How much a linear classifier can tell from features: multinomial logistic regression on features of mean 0 and deviation 1, for many encoders at once.</summary>
public static class LinearProbe
{
    /// <summary>Trains a classifier per encoder by Adam with a rate of 0.001 in batches of 256.</summary>
    /// <param name="features">[models, units, n]; left as they are.</param>
    /// <param name="labels">[n], int64.</param>
    /// <param name="testFeatures">[models, units, m].</param>
    /// <param name="testLabels">[m].</param>
    /// <param name="classes">Number of classes.</param>
    /// <param name="epochs">Passes.</param>
    /// <param name="seed">Of start and order.</param>
    /// <param name="cancel">Ends the training between two steps.</param>
    /// <returns>Test accuracies.</returns>
    public static double[] Accuracies(Tensor features, Tensor labels, Tensor testFeatures, Tensor testLabels, int classes, int epochs, Seed seed, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(labels);
        using var scope = NewDisposeScope();
        var (models, n) = (features.size(0), features.size(2));
        var mean = features.mean([2L], true);
        var scale = features.sub(mean).square().mean([2L], true).add(EncoderLoss.Epsilon).sqrt();
        // Samples first, so that a batch is a few rows.
        var inputs = features.sub(mean).div(scale).permute(2, 0, 1).contiguous();
        using var probe = BatchedLinear.Start([.. Enumerable.Repeat(seed.Of("probe"), (int)models)], features.size(1), classes, WeightStart.Default, dtype: features.dtype);
        using var optimiser = optim.Adam(probe.parameters(), 1e-3);
        foreach (var batch in Batches.Shuffled((int)n, 256, epochs, seed.Random("probe order")))
        {
            cancel.ThrowIfCancellationRequested();
            using var inner = NewDisposeScope();
            var index = tensor(batch);
            optimiser.zero_grad();
            var scores = probe.call(inputs.index_select(0, index).permute(1, 2, 0));
            nn.functional.cross_entropy(scores, labels.index_select(0, index).expand(models, batch.Length), reduction: nn.Reduction.Sum).div(batch.Length).backward();
            optimiser.step();
        }
        using var off = no_grad();
        return Points.Numbers(probe.call(testFeatures.sub(mean).div(scale)).argmax(1).eq(testLabels).to(float64).mean([1L]));
    }
}
