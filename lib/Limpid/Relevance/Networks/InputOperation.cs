using static TorchSharp.torch;

namespace Limpid.Relevance.Networks;

internal sealed class InputOperation() : Operation(LayerKind.Input)
{
    public override Tensor Forward(IReadOnlyList<Tensor> inputs) => throw new InvalidOperationException("The input computes nothing.");
}
