using Limpid.Data;
using Limpid.Mahalanobis;
using Limpid.Mahalanobis.Reading;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Benchmarks.Workloads.Mahalanobis;

/// <summary>A 784-128 layer read against MNIST's training images, from pixels to all measures; the check value is the sphericity error.</summary>
internal sealed class ReadingWork : IWorkload
{
    private readonly Tensor images;
    private readonly TorchSharp.Modules.Linear layer;

    /// <param name="n">Number of images.</param>
    public ReadingWork(int n)
    {
        using var set = ImageSets.Mnist(Split.Train);
        images = set.Images.narrow(0, 0, n).reshape(n, -1).clone();
        manual_seed(0);
        layer = nn.Linear(images.size(1), 128);
    }

    public double Run(int count)
    {
        var check = 0.0;
        for (var i = 0; i < count; i++) check = GaussianReading.Of(layer, images, Conditioning.EigenvalueFloor(1e-4)).Sphericity.Error;
        return check;
    }
}
