using Limpid.Relevance.Networks;
using static TorchSharp.torch;

namespace Limpid.Relevance;

public abstract partial record Rule
{
    /// <summary>Winner takes all, for max-pooling: the largest input of a window gets the whole relevance; of equal ones the first.</summary>
    public static Rule WinnerTakesAll() => new FollowRule("winner takes all", LayerKind.MaxPool);

    /// <summary>Relevance goes back the way the entries came: reshaping, zero padding (what falls on padding is lost), concatenation.</summary>
    public static Rule Move() => new FollowRule("move", LayerKind.Reshape, LayerKind.Concatenation);

    /// <summary>The gradient, <c>R_j = sum_k (dz_k / dx_j) R_k</c>: no rule of LRP, does not conserve. Given to layers without a rule when asked for by <see cref="UnsupportedLayers.Gradient"/>.</summary>
    public static Rule Gradient() => new FollowRule("gradient");

    // Each output's relevance follows the derivative of what the layer did.
    private sealed record FollowRule(string Name, params LayerKind[] Kinds) : Rule(Name)
    {
        internal override string? Refusal(Node node) => Kinds.Length == 0 || Kinds.Contains(node.Operation.Kind)
            ? null
            : FormattableString.Invariant($"the rule {Name} is for {string.Join(" and ", Kinds)}, not for {node.Operation.Kind}");

        internal override Tensor[] Spread(Step step, Tensor relevance) => step.Transposed(relevance);
    }
}
