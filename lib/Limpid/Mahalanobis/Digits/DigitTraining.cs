using System.Collections.Immutable;
using System.Text.Json;
using Limpid.Display;
using Limpid.Mahalanobis.Batched;
using Limpid.Reproduction;
using static TorchSharp.torch;

namespace Limpid.Mahalanobis.Digits;

/// <summary>Full-batch training of digit networks with plain SGD and cross entropy, as the author's code does it.</summary>
public static class DigitTraining
{
    /// <summary>Trains in place and shows how far it is.</summary>
    /// <param name="networks">All seeds of a plan.</param>
    /// <param name="train">Training images.</param>
    /// <param name="test">Images that no network trains on.</param>
    /// <param name="options">How long.</param>
    /// <param name="checkpoint">Keeps weights and curve, so that a long training resumes; null for none.</param>
    /// <param name="cancel">Ends the training between two epochs.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static DigitCurve Train(DigitNetworks networks, DigitImages train, DigitImages test, DigitOptions options, Checkpoint? checkpoint = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(networks);
        ArgumentNullException.ThrowIfNull(train);
        ArgumentNullException.ThrowIfNull(test);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegative(options.Epochs);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Every, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Chunk, 1);
        using var optimiser = optim.SGD(networks.parameters(), options.Rate);
        var curve = DigitCurve.Empty;
        DigitCurve Noted(int epoch) => curve.With(epoch, BatchedTraining.Losses(networks, train.Pixels, train.Labels, Losses, options.Chunk), Right(networks, train, options.Chunk), Right(networks, test, options.Chunk));
        if (checkpoint?.TryRestore(folder =>
        {
            networks.load(Path.Combine(folder, "networks.dat"));
            curve = JsonSerializer.Deserialize<DigitCurve>(File.ReadAllBytes(Path.Combine(folder, "curve.json")))!;
        }) is not true) curve = Noted(0);
        var start = curve.Epochs[^1];
        using var steps = Progress.Track(Enumerable.Range(start, options.Epochs - start), $"{networks.Plan.Name}, {networks.Models} networks", options.Epochs - start).GetEnumerator();
        for (var done = start; done < options.Epochs; done = curve.Epochs[^1])
        {
            var count = Math.Min(options.Every, options.Epochs - done);
            Steps(networks, optimiser, train, options.Chunk, count, steps, cancel);
            curve = Noted(done + count);
            checkpoint?.SaveIfDue(folder =>
            {
                networks.save(Path.Combine(folder, "networks.dat"));
                File.WriteAllBytes(Path.Combine(folder, "curve.json"), JsonSerializer.SerializeToUtf8Bytes(curve));
            });
        }
        // Past its end, where the bar is complete.
        steps.MoveNext();
        return curve;
    }

    /// <summary>The part of the images that each network puts right.</summary>
    /// <param name="networks">All of a plan.</param>
    /// <param name="images">At least one.</param>
    /// <param name="chunk">Images at once.</param>
    public static double[] Right(DigitNetworks networks, DigitImages images, int chunk = 2000)
    {
        ArgumentNullException.ThrowIfNull(networks);
        ArgumentNullException.ThrowIfNull(images);
        return BatchedTraining.Losses(networks, images.Pixels, images.Labels, (outputs, labels) => outputs.argmax(1).eq(labels).to(float64).mean([1L]), chunk);
    }

    private static void Steps(DigitNetworks networks, optim.Optimizer optimiser, DigitImages train, int chunk, int count, IEnumerator<int> steps, CancellationToken cancel)
    {
        for (var epoch = 0; epoch < count; epoch++)
        {
            cancel.ThrowIfCancellationRequested();
            BatchedTraining.Step(networks, optimiser, train.Pixels, train.Labels, Losses, chunk);
            steps.MoveNext();
        }
    }

    private static Tensor Losses(Tensor outputs, Tensor labels) =>
        nn.functional.cross_entropy(outputs, labels.expand(outputs.size(0), labels.size(0)), reduction: nn.Reduction.None).mean([1L]);
}
