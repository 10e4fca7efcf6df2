using Limpid.Data;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Relevance.Images;

/// <summary>Reads a classifier, batch by batch, in evaluation mode.</summary>
public static class ImageClassifier
{
    private const int Batch = 100;

    /// <summary>Whether each image is read right, that is, its own class has the largest score.</summary>
    /// <param name="network">Takes images, gives scores [B, C]; must be in evaluation mode.</param>
    /// <param name="data">Images with their classes.</param>
    /// <returns>One for each image.</returns>
    /// <exception cref="ArgumentException">The network is in training mode.</exception>
    public static bool[] ReadRight(nn.Module<Tensor, Tensor> network, ImageSet data) => Each(network, data, (scores, labels) => scores.argmax(1).eq(labels));

    /// <summary>The share of images read right.</summary>
    /// <param name="network">In evaluation mode.</param>
    /// <param name="data">Images with their classes.</param>
    /// <exception cref="ArgumentException">The network is in training mode.</exception>
    public static double Accuracy(nn.Module<Tensor, Tensor> network, ImageSet data) => ReadRight(network, data).Average(right => right ? 1.0 : 0.0);

    /// <summary>
    /// Whether each image can be explained: it is read right, by a score above 0. Relevance starts from that score; a negative one would turn all signs.
    /// </summary>
    /// <param name="network">In evaluation mode.</param>
    /// <param name="data">Images with their classes.</param>
    /// <returns>One for each image.</returns>
    /// <exception cref="ArgumentException">The network is in training mode.</exception>
    public static bool[] CanBeExplained(nn.Module<Tensor, Tensor> network, ImageSet data) =>
        Each(network, data, (scores, labels) => scores.argmax(1).eq(labels).logical_and(scores.amax([1]).gt(0)));

    /// <summary>The positions of the first images that can be explained.</summary>
    /// <param name="network">In evaluation mode.</param>
    /// <param name="data">Images with their classes.</param>
    /// <param name="count">How many.</param>
    /// <exception cref="ArgumentException">The network is in training mode, or there are fewer.</exception>
    public static long[] FirstExplained(nn.Module<Tensor, Tensor> network, ImageSet data, int count)
    {
        var can = CanBeExplained(network, data);
        long[] positions = [.. Enumerable.Range(0, can.Length).Where(i => can[i]).Take(count).Select(i => (long)i)];
        return positions.Length == count
            ? positions
            : throw new ArgumentException(FormattableString.Invariant($"{positions.Length} of {can.Length} images are read right by a score above 0; expected at least {count}."), nameof(data));
    }

    private static bool[] Each(nn.Module<Tensor, Tensor> network, ImageSet data, Func<Tensor, Tensor, Tensor> of)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(data);
        if (network.training) throw new ArgumentException("The network is in training mode; expected evaluation mode, network.eval().", nameof(network));
        using var still = no_grad();
        var result = new bool[data.Count];
        for (var start = 0; start < result.Length; start += Batch)
        {
            using var scope = NewDisposeScope();
            var count = Math.Min(Batch, result.Length - start);
            of(network.call(data.Images.narrow(0, start, count)), data.Labels.narrow(0, start, count)).data<bool>().ToArray().CopyTo(result, start);
        }
        return result;
    }
}
