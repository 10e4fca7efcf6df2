using Limpid.Data;
using Limpid.GraphSpectral.MnistGrid;
using static TorchSharp.torch;

namespace Limpid.Tests.GraphSpectral.MnistGrid;

/// <summary>Pictures of ten classes that differ in one bright patch, with noise.</summary>
internal static class Toy
{
    internal static GridSettings Settings(int epochs = 2) =>
        new(Epochs: epochs, BatchSize: 20, ReadingImages: 50, Permutations: 20);

    internal static ImageSet Data(int count, int seed)
    {
        var random = new Random(seed);
        var (images, labels) = (new float[count * 784], new long[count]);
        for (var i = 0; i < count; i++)
        {
            labels[i] = i % 10;
            for (var p = 0; p < 784; p++) images[i * 784 + p] = (float)(0.2 * random.NextDouble());
            var (top, left) = (5 * (i % 10 / 2) + 2, 14 * (i % 2) + 2);
            for (var p = 0; p < 36; p++) images[i * 784 + (top + p / 6) * 28 + left + p % 6] += 0.7f;
        }
        return new ImageSet("toy", tensor(images, [count, 1, 28, 28]), tensor(labels), [.. "0123456789".Select(c => c.ToString())]);
    }
}
