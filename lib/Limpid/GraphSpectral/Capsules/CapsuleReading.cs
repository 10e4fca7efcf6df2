using Limpid.Data;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.GraphSpectral.Capsules;

/// <summary>What a <see cref="CapsNet"/> makes of some images: its class capsules, with the true classes and the error of its reconstructions.</summary>
public sealed class CapsuleReading : IDisposable
{
    private CapsuleReading(Tensor capsules, ImageSet data, double error)
    {
        (Capsules, ReconstructionError) = (capsules, error);
        using var longest = CapsNet.Longest(capsules);
        (Predictions, Labels) = (Integers(longest), Integers(data.Labels));
    }

    /// <summary>v [B, C, D] of all classes.</summary>
    public Tensor Capsules { get; }

    /// <summary>The true classes.</summary>
    public IReadOnlyList<int> Labels { get; }

    /// <summary>The classes of the longest capsules (at a tie, the lowest).</summary>
    public IReadOnlyList<int> Predictions { get; }

    /// <summary>Squared error summed over the pixels of an image, mean over images; the decoder sees the longest capsule.</summary>
    public double ReconstructionError { get; }

    /// <summary>Share of images whose longest capsule is that of the true class.</summary>
    public double Accuracy => Labels.Zip(Predictions, (label, prediction) => label == prediction ? 1.0 : 0).Average();

    /// <summary>Reads a network, in evaluation mode and without gradients; its own mode is as before afterwards, also after an exception.</summary>
    /// <param name="network">The network.</param>
    /// <param name="data">Images with their classes.</param>
    /// <param name="batchSize">Images at a time.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="batchSize"/> is below 1.</exception>
    public static CapsuleReading Of(CapsNet network, ImageSet data, int batchSize = 200)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        var training = network.training;
        using var scope = NewDisposeScope();
        using var still = no_grad();
        try
        {
            network.eval();
            var (capsules, error) = (new List<Tensor>(), 0.0);
            for (var start = 0; start < data.Count; start += batchSize)
            {
                using var inner = NewDisposeScope();
                var images = data.Images.narrow(0, start, Math.Min(batchSize, data.Count - start));
                var v = network.Capsules(images);
                error += network.Reconstruct(v, CapsNet.Longest(v)).sub(images).square().sum().ToDouble();
                capsules.Add(v.MoveToOuterDisposeScope());
            }
            return new CapsuleReading(cat(capsules, 0).DetachFromDisposeScope(), data, error / data.Count);
        }
        finally
        {
            network.train(training);
        }
    }

    /// <summary>The first images of a class that were read right.</summary>
    /// <param name="digit">The class.</param>
    /// <param name="count">At most so many.</param>
    public IReadOnlyList<int> ReadRight(int digit, int count) =>
        [.. Enumerable.Range(0, Labels.Count).Where(i => Labels[i] == digit && Predictions[i] == digit).Take(count)];

    /// <summary>Frees the capsules.</summary>
    public void Dispose() => Capsules.Dispose();

    private static int[] Integers(Tensor tensor)
    {
        using var copy = tensor.cpu().contiguous();
        return [.. copy.data<long>().ToArray().Select(value => (int)value)];
    }
}
