using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Relevance;

/// <summary>PLRP-M: a rule applied to the inputs that pruning kept.</summary>
internal static class MaskedPropagation
{
    /// <summary>The relevance of the kept inputs.</summary>
    /// <param name="rule">The layer's rule.</param>
    /// <param name="step">The layer's run.</param>
    /// <param name="relevance">Relevance of the outputs.</param>
    /// <param name="keep">Which inputs are kept, Boolean.</param>
    /// <returns>The relevance, and how many outputs had no contribution left.</returns>
    internal static (Tensor Relevance, long Fallbacks) Apply(ShareRule rule, Step step, Tensor relevance, Tensor keep)
    {
        var mask = keep.to(relevance.dtype);
        var masked = step.Masked(mask);
        var total = zeros_like(step.Inputs[0]);
        long fallbacks = 0;
        // The books of the unmasked run don't hold: more goes to the bias where fewer inputs are left.
        var book = step.OpenBook(relevance);
        foreach (var share in rule.Shares)
        {
            var own = share.Of(relevance, step.Output);
            var (all, kept) = (step.Contributions(share, BiasPolicy.Ignore), masked.Contributions(share, BiasPolicy.Ignore));
            var bias = step.BiasPart(share, rule.Bias);
            var lost = kept.Denominator.eq(0).logical_and(all.Denominator.ne(0)).logical_and(own.ne(0));
            var reached = kept with { Denominator = Plus(kept.Denominator, bias), Bias = bias };
            var quotient = rule.Stabiliser.Divide(own.masked_fill(lost, 0), reached.Denominator);
            book?.Add(share.Coefficient, quotient, reached);
            total.add_(Send(kept, quotient), alpha: share.Coefficient);
            var count = lost.sum().ToInt64();
            if (count == 0) continue;
            fallbacks += count;
            var unmasked = all with { Denominator = Plus(all.Denominator, bias), Bias = bias };
            var left = rule.Stabiliser.Divide(own.masked_fill(lost.logical_not(), 0), unmasked.Denominator);
            book?.Add(share.Coefficient, left, unmasked);
            total.add_(Rescaled(share, step, masked, left, all), alpha: share.Coefficient);
        }
        book?.Close();
        return (total, fallbacks);
    }

    private static Tensor Plus(Tensor sum, Tensor? bias) => bias is null ? sum : sum + bias;

    private static Tensor Send(Contributions part, Tensor quotient)
    {
        var sent = part.Terms.Select(term => Step.Transposed(term.Output, term.Input, quotient) * term.Input.detach());
        return sent.Aggregate((sum, next) => sum + next);
    }

    /// <summary>Unmasked shares of outputs whose kept contributions cancel: among the kept inputs, each sign rescaled to its unmasked mass; where a sign has no kept input, unmasked.</summary>
    private static Tensor Rescaled(Share share, Step step, Step masked, Tensor quotient, Contributions all)
    {
        var (fullUp, keptUp) = (step.SignedMass(share, 1), masked.SignedMass(share, 1));
        var (fullDown, keptDown) = (step.SignedMass(share, -1), masked.SignedMass(share, -1));
        var empty = fullUp.gt(0).logical_and(keptUp.eq(0)).logical_or(fullDown.gt(0).logical_and(keptDown.eq(0)));
        var open = quotient.masked_fill(empty, 0);
        Tensor Ratio(Tensor full, Tensor kept) => full / kept.masked_fill(kept.eq(0), double.PositiveInfinity);
        return Send(all, quotient.masked_fill(empty.logical_not(), 0))
            + masked.SendSigned(share, 1, open * Ratio(fullUp, keptUp))
            + masked.SendSigned(share, -1, open * Ratio(fullDown, keptDown));
    }
}
