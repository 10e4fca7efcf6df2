using Limpid.Data;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Tests.Margin.LatentNetworks;

/// <summary>Images of noise in which the place of a bright patch says which class it is.</summary>
internal static class Patches
{
    internal static ImageSet Of(int count, int classes, int seed)
    {
        var random = new Random(seed);
        var (pixels, labels) = (new float[count * 784], new long[count]);
        for (var i = 0; i < count; i++)
        {
            labels[i] = i % classes;
            for (var p = 0; p < 784; p++) pixels[i * 784 + p] = 0.5f * random.NextSingle();
            // One row of patches, six pixels each.
            for (var r = 10; r < 18; r++)
                for (var c = 0; c < 6; c++) pixels[i * 784 + r * 28 + (int)labels[i] * 6 + c] = 0.5f + 0.5f * random.NextSingle();
        }
        using Tensor images = tensor(pixels).view(count, 1, 28, 28), answers = tensor(labels);
        return new ImageSet("patches", images, answers, [.. Enumerable.Range(0, classes).Select(k => $"place {k}")]);
    }
}
