using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Tests.Evaluation;

/// <summary>What the tests of the measures share: tied random maps, and rows as arrays for slow twins.</summary>
internal static class Twin
{
    /// <summary>Values of few levels around 0, so that ties and zeros are common; float64.</summary>
    internal static Tensor Tied(int seed, int levels, params long[] shape)
    {
        var random = new Random(seed);
        var count = shape.Aggregate(1L, (product, size) => product * size);
        return tensor([.. Enumerable.Range(0, (int)count).Select(_ => (random.Next(2 * levels + 1) - levels) / 4.0)], shape);
    }

    /// <summary>Masks of 0 and 1, each with both values.</summary>
    internal static Tensor Mask(int seed, params long[] shape)
    {
        var random = new Random(seed);
        var (samples, size) = ((int)shape[0], (int)shape.Skip(1).Aggregate(1L, (product, s) => product * s));
        var values = Enumerable.Range(0, samples * size).Select(_ => random.NextDouble() < 0.3 ? 1.0 : 0).ToArray();
        for (var i = 0; i < samples; i++) (values[i * size], values[i * size + 1]) = (1, 0);
        return tensor(values, shape);
    }

    internal static double[][] Rows(Tensor maps)
    {
        using var scope = NewDisposeScope();
        var values = maps.detach().to(float64).contiguous().data<double>().ToArray();
        var size = values.Length / (int)maps.shape[0];
        return [.. Enumerable.Range(0, (int)maps.shape[0]).Select(i => values[(i * size)..((i + 1) * size)])];
    }

    internal static double[] Part(double[] row, Limpid.Evaluation.RelevancePart part) => [.. row.Select(r => part switch
    {
        Limpid.Evaluation.RelevancePart.Positive => Math.Max(r, 0),
        Limpid.Evaluation.RelevancePart.Absolute => Math.Abs(r),
        _ => r,
    })];
}
