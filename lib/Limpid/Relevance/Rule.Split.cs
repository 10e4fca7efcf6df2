using Limpid.Relevance.Networks;
using static TorchSharp.torch;

namespace Limpid.Relevance;

public abstract partial record Rule
{
    /// <summary>How a sum y = x_1 + ... + x_n splits the relevance of each entry among its inputs.</summary>
    /// <param name="split">
    /// Proportional: <c>R_i = x_i / S(y) R</c>, exact shares, which explode where inputs cancel. Magnitude: <c>R_i = |x_i| / S(sum |x_i|) R</c>, always within R.
    /// Equal: <c>R_i = R / n</c>.
    /// </param>
    /// <param name="epsilon">Stabiliser.</param>
    public static Rule Split(SumSplit split = SumSplit.Proportional, double epsilon = 1e-6) => new SplitRule(split, new Stabiliser(epsilon));

    private sealed record SplitRule(SumSplit By, Stabiliser Stabiliser) : Rule($"split ({By.ToString().ToLowerInvariant()})")
    {
        internal override bool NeedsGraph => false;

        internal override string? Refusal(Node node) => node.Operation.Kind == LayerKind.Sum ? null : FormattableString.Invariant($"the rule {Name} is for sums, not for {node.Operation.Kind}");

        internal override Tensor[] Spread(Step step, Tensor relevance)
        {
            if (By == SumSplit.Equal) return [.. step.Inputs.Select(_ => relevance / step.Inputs.Length)];
            Tensor[] shares = By == SumSplit.Magnitude ? [.. step.Inputs.Select(input => input.abs())] : step.Inputs;
            var sum = By == SumSplit.Magnitude ? shares.Skip(1).Aggregate(shares[0], (total, next) => total + next) : step.Output;
            var book = step.OpenBook(relevance);
            var quotient = Stabiliser.Divide(relevance, sum);
            book?.Add(1, quotient, new Contributions([], sum, null));
            book?.Close();
            return [.. shares.Select(share => quotient * share)];
        }
    }
}
