using static TorchSharp.torch;

namespace Limpid.Relevance.Networks;

/// <summary>The product of two inputs: entry by entry, or as matrices on the last two axes.</summary>
/// <param name="matrices">Whether it is the matrix product.</param>
public sealed class ProductOperation(bool matrices = false) : Operation(matrices ? LayerKind.MatrixProduct : LayerKind.Product)
{
    /// <inheritdoc/>
    public override Tensor Forward(IReadOnlyList<Tensor> inputs) => Kind == LayerKind.MatrixProduct ? matmul(inputs[0], inputs[1]) : inputs[0] * inputs[1];

    /// <inheritdoc/>
    public override bool NonNegative(IReadOnlyList<bool> inputs) => inputs.All(sign => sign);
}
