using Limpid.Relevance.Networks;
using static TorchSharp.torch;

namespace Limpid.Relevance;

public abstract partial record Rule
{
    /// <summary>Pass: <c>R_j = R_k</c>; for activations and other layers whose input and output have the same shape.</summary>
    public static Rule Pass() => new PassRule();

    private sealed record PassRule() : Rule("pass")
    {
        internal override bool NeedsGraph => false;

        internal override string? Refusal(Node node) => node.Operation.Kind is LayerKind.Activation or LayerKind.BatchNorm or LayerKind.LayerNorm or LayerKind.Reshape or LayerKind.Softmax
            ? null
            : FormattableString.Invariant($"the rule pass is for layers that keep the shape entry by entry, not for {node.Operation.Kind}");

        internal override Tensor[] Spread(Step step, Tensor relevance) => [relevance.reshape(step.Inputs[0].shape)];
    }
}
