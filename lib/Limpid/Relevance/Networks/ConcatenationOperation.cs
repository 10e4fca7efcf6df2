using static TorchSharp.torch;

namespace Limpid.Relevance.Networks;

/// <summary>Its inputs side by side.</summary>
/// <param name="axis">The axis; negative from the end.</param>
public sealed class ConcatenationOperation(long axis = 1) : Operation(LayerKind.Concatenation)
{
    /// <inheritdoc/>
    public override Tensor Forward(IReadOnlyList<Tensor> inputs) => cat([.. inputs], axis);

    /// <inheritdoc/>
    public override bool NonNegative(IReadOnlyList<bool> inputs) => inputs.All(sign => sign);
}
