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
    public static bool[] ReadRight(nn.Module<Tensor, Tensor> network, ImageSet data)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(data);
        if (network.training) throw new ArgumentException("The network is in training mode; expected evaluation mode, network.eval().", nameof(network));
        using var still = no_grad();
        var right = new bool[data.Count];
        for (var start = 0; start < right.Length; start += Batch)
        {
            using var scope = NewDisposeScope();
            var count = Math.Min(Batch, right.Length - start);
            network.call(data.Images.narrow(0, start, count)).argmax(1).eq(data.Labels.narrow(0, start, count)).data<bool>().ToArray().CopyTo(right, start);
        }
        return right;
    }

    /// <summary>The share of images read right.</summary>
    /// <param name="network">In evaluation mode.</param>
    /// <param name="data">Images with their classes.</param>
    /// <exception cref="ArgumentException">The network is in training mode.</exception>
    public static double Accuracy(nn.Module<Tensor, Tensor> network, ImageSet data) => ReadRight(network, data).Average(right => right ? 1.0 : 0.0);

    /// <summary>The positions of the first images that are read right.</summary>
    /// <param name="network">In evaluation mode.</param>
    /// <param name="data">Images with their classes.</param>
    /// <param name="count">How many.</param>
    /// <exception cref="ArgumentException">The network is in training mode, or fewer are read right.</exception>
    public static long[] FirstRight(nn.Module<Tensor, Tensor> network, ImageSet data, int count)
    {
        var right = ReadRight(network, data);
        long[] positions = [.. Enumerable.Range(0, right.Length).Where(i => right[i]).Take(count).Select(i => (long)i)];
        return positions.Length == count
            ? positions
            : throw new ArgumentException(FormattableString.Invariant($"{positions.Length} of {right.Length} images are read right; expected at least {count}."), nameof(data));
    }
}
