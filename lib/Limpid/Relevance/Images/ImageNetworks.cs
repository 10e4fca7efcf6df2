using Limpid.Relevance.Networks;
using Limpid.Reproduction;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Limpid.Relevance.Images;

/// <summary>The classifiers trained here in the place of VGG-16 and ResNet-50. Weights start as libtorch's layers do, from the seed's stream <c>weights</c>.</summary>
public static class ImageNetworks
{
    /// <summary>For scenes: 3 x 3 convolutions 16-16-M-32-32-M-64-64-M, each with ReLU, then 64 and 4 neurons.</summary>
    /// <param name="seed">Of the weights.</param>
    /// <returns>Takes [B, 3, 64, 64], gives scores [B, 4].</returns>
    public static Sequential Vgg(Seed seed)
    {
        manual_seed(seed.Of("weights"));
        return Sequential([.. Pair(3, 16), .. Pair(16, 32), .. Pair(32, 64), Flatten(), Linear(64 * 8 * 8, 64), ReLU(), Linear(64, 4)]);
    }

    /// <summary>
    /// For scenes: a 3 x 3 convolution with 16 channels and a max-pooling, three stages of two bottleneck blocks each with 32, 64 and 128 channels (a quarter of them inside), the second and
    /// third stage at half the size, the mean over all places, 4 neurons. Batch normalisation after each convolution.
    /// </summary>
    /// <param name="seed">Of the weights.</param>
    /// <returns>Takes [B, 3, 64, 64], gives scores [B, 4].</returns>
    public static Sequential ResNet(Seed seed)
    {
        manual_seed(seed.Of("weights"));
        return Sequential([.. Normalised(3, 16, 3), ReLU(), MaxPool2d(2), .. Stage(16, 32, 1), .. Stage(32, 64, 2), .. Stage(64, 128, 2), AdaptiveAvgPool2d(1), Flatten(), Linear(128, 4)]);
    }

    /// <summary>For Fashion-MNIST: 3 x 3 convolutions 16-16-M-32-32-M, each with ReLU, then 64 and 10 neurons.</summary>
    /// <param name="seed">Of the weights.</param>
    /// <returns>Takes [B, 1, 28, 28], gives scores [B, 10].</returns>
    public static Sequential Fashion(Seed seed)
    {
        manual_seed(seed.Of("weights"));
        return Sequential([.. Pair(1, 16), .. Pair(16, 32), Flatten(), Linear(32 * 7 * 7, 64), ReLU(), Linear(64, 10)]);
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
