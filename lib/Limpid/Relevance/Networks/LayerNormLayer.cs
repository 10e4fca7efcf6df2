using static TorchSharp.torch;

namespace Limpid.Relevance.Networks;

/// <summary>Layer normalisation over the last axes: (x - mean) / sqrt(var + eps) * w + b.</summary>
/// <param name="axes">How many axes.</param>
/// <param name="epsilon">eps.</param>
/// <param name="weight">Gives w, or null for 1.</param>
/// <param name="bias">Gives b, or null for 0.</param>
public sealed class LayerNormLayer(int axes, double epsilon, Func<Tensor?> weight, Func<Tensor?> bias) : Operation(LayerKind.LayerNorm)
{
    /// <inheritdoc/>
    public override Tensor Forward(IReadOnlyList<Tensor> inputs) => Apply(inputs[0], false);

    /// <summary>The output; on request the standard deviation counts as a constant for the gradient.</summary>
    internal Tensor Apply(Tensor input, bool constantDeviation)
    {
        using var scope = NewDisposeScope();
        long[] last = [.. Enumerable.Range(1, axes).Select(axis => -(long)axis)];
        var centred = input - input.mean(last, true);
        var deviation = centred.square().mean(last, true).add(epsilon).sqrt();
        var output = centred / (constantDeviation ? deviation.detach() : deviation);
        if (weight() is { } factor) output = output * factor.detach();
        if (bias() is { } shift) output = output + shift.detach();
        return output.MoveToOuterDisposeScope();
    }
}
