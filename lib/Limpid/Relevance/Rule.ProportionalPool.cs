using Limpid.Relevance.Networks;
using static TorchSharp.torch;

namespace Limpid.Relevance;

public abstract partial record Rule
{
    /// <summary>
    /// Proportional max-pooling: each entry of a window gets relevance by its value, as if the window were averaged, <c>R_j = x_j sum_k R_k / S(sum_window x)</c>.
    /// Source: Montavon et al. 2019, where max-pooling is replaced by average pooling in the backward pass.
    /// </summary>
    /// <param name="epsilon">Stabiliser, of the window's mean.</param>
    public static Rule ProportionalPool(double epsilon = 1e-6) => new PoolRule(Norm(epsilon));

    private sealed record PoolRule(ShareRule Mean) : Rule("proportional")
    {
        internal override bool NeedsGraph => false;

        internal override string? Refusal(Node node) => node.Operation is MaxPoolLayer { Average: not null }
            ? null
            : FormattableString.Invariant($"the rule proportional is for max-pooling over windows without gaps, not for {node.Operation.Kind}");

        internal override Tensor[] Spread(Step step, Tensor relevance)
        {
            var average = new Step(((MaxPoolLayer)step.Operation).Average!, step.Inputs, step.NonNegative, true, step.Ledger);
            var inputs = Mean.Spread(average, relevance);
            step.Adopt(average);
            return inputs;
        }
    }
}
