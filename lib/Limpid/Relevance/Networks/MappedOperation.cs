using static TorchSharp.torch;

namespace Limpid.Relevance.Networks;

/// <summary>An operation of one input given by a function: activations, reshaping, max-pooling.</summary>
/// <param name="kind">Its kind.</param>
/// <param name="map">The function; differentiable, and without effect on anything.</param>
/// <param name="nonNegative">Whether the output can't be negative; null where that is as for the input.</param>
public sealed class MappedOperation(LayerKind kind, Func<Tensor, Tensor> map, bool? nonNegative) : Operation(kind)
{
    /// <inheritdoc/>
    public override Tensor Forward(IReadOnlyList<Tensor> inputs) => map(inputs[0]);

    /// <inheritdoc/>
    public override bool NonNegative(IReadOnlyList<bool> inputs) => nonNegative ?? inputs[0];
}
