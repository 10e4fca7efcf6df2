using static TorchSharp.torch;

namespace Limpid.Relevance.Networks;

/// <summary>max(x, 0), entry by entry. A kind of activation of its own because guided backpropagation treats it in its own way.</summary>
public sealed class ReluLayer() : Operation(LayerKind.Activation)
{
    /// <inheritdoc/>
    // Never in place, whatever the module says: the input is needed again.
    public override Tensor Forward(IReadOnlyList<Tensor> inputs) => inputs[0].relu();

    /// <inheritdoc/>
    public override bool NonNegative(IReadOnlyList<bool> inputs) => true;
}
