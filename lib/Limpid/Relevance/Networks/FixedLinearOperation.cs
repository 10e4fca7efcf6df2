using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Relevance.Networks;

/// <summary>A linear map without weights, all entries 0 or positive: average pooling, interpolation.</summary>
/// <param name="kind">Its kind.</param>
/// <param name="map">The map.</param>
public sealed class FixedLinearOperation(LayerKind kind, Func<Tensor, Tensor> map) : LinearOperation(kind)
{
    /// <inheritdoc/>
    public override bool HasWeight => false;

    /// <summary>The number 1, which scales the map.</summary>
    public override Tensor Weight() => tensor(1f);

    /// <summary>Null.</summary>
    public override Tensor? Bias() => null;

    /// <inheritdoc/>
    public override Tensor Apply(Tensor input, Tensor weight, Tensor? bias)
    {
        if (weight.ToDouble() == 1) return map(input);
        using Tensor scaled = input * weight.to(input.dtype);
        return map(scaled);
    }

    /// <inheritdoc/>
    public override Tensor Forward(IReadOnlyList<Tensor> inputs) => map(inputs[0]);

    /// <inheritdoc/>
    public override bool NonNegative(IReadOnlyList<bool> inputs) => inputs[0];
}
