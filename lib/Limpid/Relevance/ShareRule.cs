using System.Collections.Immutable;
using Limpid.Relevance.Networks;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Relevance;

/// <summary>
/// A rule for layers that are linear in their input: each output shares its relevance out in proportion to contributions n_jk,
/// <c>R_j = sum_i c_i sum_k n_jk^(i) / S(sum_j n_jk^(i) + b_k^(i)) R_k</c>.
/// </summary>
/// <param name="Name">Its name.</param>
/// <param name="Shares">The shares i.</param>
/// <param name="Stabiliser">S.</param>
public sealed record ShareRule(string Name, ImmutableArray<Share> Shares, Stabiliser Stabiliser) : Rule(Name)
{
    /// <summary>What becomes of the bias's part.</summary>
    public BiasPolicy Bias { get; init; } = BiasPolicy.Absorb;

    // Only contributions x_j w_jk can be had from the layer's own run.
    internal override bool NeedsGraph => Shares.Any(share => share.Terms.Any(Step.IsPlain));

    internal override string? Refusal(Node node) => node.Operation is LinearOperation
        ? null
        : FormattableString.Invariant($"the rule {Name} is for layers that are linear in their input, not for {node.Operation.Kind}");

    internal override Tensor[] Spread(Step step, Tensor relevance)
    {
        var book = step.OpenBook(relevance);
        Tensor? total = null;
        foreach (var share in Shares)
        {
            var own = share.Of(relevance, step.Output);
            if (share.Outputs != OutputSign.Any && own.count_nonzero().ToInt64() == 0) continue;
            var part = step.Contributions(share, Bias);
            var quotient = Stabiliser.Divide(own, part.Denominator);
            book?.Add(share.Coefficient, quotient, part);
            foreach (var (input, output) in part.Terms)
            {
                var sent = Step.Transposed(output, input, quotient).mul_(input.detach());
                if (share.Coefficient != 1) sent.mul_(share.Coefficient);
                total = total is null ? sent : total.add_(sent);
            }
        }
        book?.Close();
        return [total ?? zeros_like(step.Inputs[0])];
    }
}
