using static TorchSharp.torch;

namespace Limpid.Relevance.Networks;

/// <summary>Looks up a vector for each index: int64 [N, ...] to [N, ..., D].</summary>
/// <param name="table">Gives the table [rows, D].</param>
public sealed class EmbeddingLayer(Func<Tensor> table) : Operation(LayerKind.Embedding)
{
    /// <inheritdoc/>
    public override Tensor Forward(IReadOnlyList<Tensor> inputs)
    {
        using var scope = NewDisposeScope();
        var rows = table().detach();
        return rows.index_select(0, inputs[0].flatten()).view([.. inputs[0].shape, rows.size(1)]).MoveToOuterDisposeScope();
    }
}
