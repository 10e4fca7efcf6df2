using Limpid.Reproduction;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Limpid.Mahalanobis.ClassifierReading;

/// <summary>The control of a reading: the same weights over exchanged inputs.</summary>
public static class PixelShuffle
{
    /// <summary>A layer whose columns stand in a random order: each row keeps its numbers, its length and its bias, and loses what they belonged to.</summary>
    /// <param name="layer">The layer; left as it is.</param>
    /// <param name="seed">Of the order.</param>
    /// <returns>A float64 layer, the caller's to dispose.</returns>
    public static Linear Of(Linear layer, Seed seed)
    {
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var (weight, bias) = LinearRows.Of(layer);
        return LinearRows.Layer(weight.index_select(1, tensor(Order(weight.size(1), seed))), bias);
    }

    /// <summary>The order: column i of the result is column <c>order[i]</c> of the layer.</summary>
    /// <param name="inputs">Number of inputs.</param>
    /// <param name="seed">Of the order.</param>
    public static long[] Order(long inputs, Seed seed)
    {
        var order = Enumerable.Range(0, (int)inputs).Select(i => (long)i).ToArray();
        seed.Random("pixels").Shuffle(order);
        return order;
    }
}
