using Limpid.Mahalanobis.Batched;
using Limpid.Reproduction;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Limpid.Mahalanobis.ClassifierReading;

/// <summary>A classifier to read: one hidden layer with ReLU or the absolute value, float32. Flattens its inputs.</summary>
public sealed class DigitNetwork : nn.Module<Tensor, Tensor>
{
    private readonly Linear hidden;
    private readonly Linear scores;

    /// <summary>A network with PyTorch's random start; one of the other kind and the same seed starts with the same weights.</summary>
    /// <param name="absolute">Absolute values; else ReLU.</param>
    /// <param name="seed">Of the weights.</param>
    /// <param name="inputs">At least 1.</param>
    /// <param name="units">Hidden units, at least 1.</param>
    /// <param name="classes">At least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A width is below 1.</exception>
    public DigitNetwork(bool absolute, Seed seed, int inputs = 784, int units = 128, int classes = 10) : base(nameof(DigitNetwork))
    {
        Linear Draw(long from, long to, string stream)
        {
            using var layers = BatchedLinear.Start([seed], from, to, WeightStart.Default, stream: stream);
            using var layer = layers.Layer(0);
            return LinearRows.Layer(layer.weight!, layer.bias!, float32);
        }

        Absolute = absolute;
        (hidden, scores) = (Draw(inputs, units, "hidden"), Draw(units, classes, "scores"));
        RegisterComponents();
    }

    /// <summary>Absolute values; else ReLU.</summary>
    public bool Absolute { get; }

    /// <summary>The layer to read.</summary>
    public Linear Hidden => hidden;

    /// <summary>Scores [n, classes] of inputs [n, ...].</summary>
    /// <param name="input">Inputs.</param>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var sums = hidden.call(input.reshape(input.size(0), -1));
        return scores.call(Absolute ? sums.abs() : sums.relu()).MoveToOuterDisposeScope();
    }
}
