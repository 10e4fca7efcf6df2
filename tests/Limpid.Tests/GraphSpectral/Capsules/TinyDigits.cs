using Limpid.Data;
using Limpid.GraphSpectral.Capsules;
using static TorchSharp.torch;

namespace Limpid.Tests.GraphSpectral.Capsules;

/// <summary>9 x 9 pictures of three classes that differ in one bright patch, and a network for them.</summary>
internal static class TinyDigits
{
    internal static CapsuleLayout Layout => CapsNetTests.Tiny;

    internal static CapsuleSettings Settings(int epochs = 2) => new(Layout, epochs, BatchSize: 10, LearningRate: 5e-3, PerDigit: 5, Permutations: 20);

    internal static ImageSet Data(int count, int seed)
    {
        var random = new Random(seed);
        var (images, labels) = (new float[count * 81], new long[count]);
        for (var i = 0; i < count; i++)
        {
            labels[i] = i % 3;
            for (var p = 0; p < 81; p++) images[(i * 81) + p] = (float)(0.2 * random.NextDouble());
            for (var p = 0; p < 9; p++) images[(i * 81) + ((3 * (int)labels[i]) + (p / 3)) * 9 + 3 + (p % 3)] += 0.7f;
        }
        return new ImageSet("tiny", tensor(images, [count, 1, 9, 9]), tensor(labels), ["0", "1", "2"]);
    }
}
