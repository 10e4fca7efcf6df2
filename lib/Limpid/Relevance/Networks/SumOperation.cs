using static TorchSharp.torch;

namespace Limpid.Relevance.Networks;

/// <summary>The sum of its inputs, all of one shape.</summary>
public sealed class SumOperation() : Operation(LayerKind.Sum)
{
    /// <inheritdoc/>
    public override Tensor Forward(IReadOnlyList<Tensor> inputs)
    {
        using var scope = NewDisposeScope();
        return inputs.Skip(1).Aggregate(inputs[0].alias(), (sum, next) => sum + next).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public override bool NonNegative(IReadOnlyList<bool> inputs) => inputs.All(sign => sign);
}
