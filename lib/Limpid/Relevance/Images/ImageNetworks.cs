using Limpid.Relevance.Networks;
using Limpid.Reproduction;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Limpid.Relevance.Images;

/// <summary>The classifiers trained here in the place of VGG-16 and ResNet-50. Weights start after He et al. 2015: normal, variance 2 over the inputs; biases start at 0.
/// libtorch's own start shrinks the signal by half in each layer, from which the VGG-like network did not begin to learn.</summary>
public static class ImageNetworks
{
    /// <summary>For scenes: 3 x 3 convolutions 16-16-M-32-32-M-64-64-M, each with ReLU, then 64 and 4 neurons.</summary>
    /// <param name="seed">Of the weights.</param>
    /// <returns>Takes [B, 3, 64, 64], gives scores [B, 4].</returns>
    public static Sequential Vgg(Seed seed)
    {
        return Start(seed, () => Sequential([.. Pair(3, 16), .. Pair(16, 32), .. Pair(32, 64), Flatten(), Linear(64 * 8 * 8, 64), ReLU(), Linear(64, 4)]));
    }

    /// <summary>
    /// For scenes: a 3 x 3 convolution with 16 channels and a max-pooling, three stages of two bottleneck blocks each with 32, 64 and 128 channels (a quarter of them inside), the second and
    /// third stage at half the size, the mean over all places, 4 neurons. Batch normalisation after each convolution.
    /// </summary>
    /// <param name="seed">Of the weights.</param>
    /// <returns>Takes [B, 3, 64, 64], gives scores [B, 4].</returns>
    public static Sequential ResNet(Seed seed)
    {
        return Start(seed, () => Sequential([.. Normalised(3, 16, 3), ReLU(), MaxPool2d(2), .. Stage(16, 32, 1), .. Stage(32, 64, 2), .. Stage(64, 128, 2), AdaptiveAvgPool2d(1), Flatten(), Linear(128, 4)]));
    }

    /// <summary>For Fashion-MNIST: 3 x 3 convolutions 16-16-M-32-32-M, each with ReLU, then 64 and 10 neurons.</summary>
    /// <param name="seed">Of the weights.</param>
    /// <returns>Takes [B, 1, 28, 28], gives scores [B, 10].</returns>
    public static Sequential Fashion(Seed seed)
    {
        return Start(seed, () => Sequential([.. Pair(1, 16), .. Pair(16, 32), Flatten(), Linear(32 * 7 * 7, 64), ReLU(), Linear(64, 10)]));
    }

    private static Sequential Start(Seed seed, Func<Sequential> make)
    {
        manual_seed(seed.Of("weights"));
        var network = make();
        using var still = no_grad();
        foreach (var (name, weights) in network.named_parameters())
        {
            if (weights.dim() > 1) init.kaiming_normal_(weights, nonlinearity: init.NonlinearityType.ReLU);
            else if (name.EndsWith(".bias", StringComparison.Ordinal)) init.zeros_(weights);
        }
        return network;
    }

    private static Module<Tensor, Tensor>[] Pair(long channels, long wider) =>
        [Conv2d(channels, wider, 3, padding: 1L), ReLU(), Conv2d(wider, wider, 3, padding: 1L), ReLU(), MaxPool2d(2)];

    private static Module<Tensor, Tensor>[] Stage(long channels, long wider, long stride) =>
        [Bottleneck(channels, wider, stride), ReLU(), Bottleneck(wider, wider, 1), ReLU()];

    private static Residual Bottleneck(long channels, long wider, long stride)
    {
        var narrow = wider / 4;
        var body = Sequential([.. Normalised(channels, narrow, 1), ReLU(), .. Normalised(narrow, narrow, 3, stride), ReLU(), .. Normalised(narrow, wider, 1)]);
        return new Residual(body, channels == wider ? null : Sequential(Normalised(channels, wider, 1, stride)));
    }

    private static Module<Tensor, Tensor>[] Normalised(long channels, long wider, long kernel, long stride = 1) =>
        [Conv2d(channels, wider, kernel, stride: stride, padding: kernel / 2, bias: false), BatchNorm2d(wider)];
}
