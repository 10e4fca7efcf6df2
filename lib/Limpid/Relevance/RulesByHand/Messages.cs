using static TorchSharp.torch;

namespace Limpid.Relevance.RulesByHand;

/// <summary>Relevance on the edges of a layer: what each output hands to each input.</summary>
public static class Messages
{
    /// <summary>R_j&lt;-k, the part of output k's relevance that a rule gives to input j; their sum over k is the relevance of input j.</summary>
    /// <param name="layer">A layer with outputs [N, K].</param>
    /// <param name="input">x [1, n], of the layer's type.</param>
    /// <param name="relevance">R_k [K], of the same type.</param>
    /// <param name="rule">The rule.</param>
    /// <returns>[K, n], the caller's.</returns>
    /// <exception cref="ArgumentException">There is more than one sample, or the shapes don't fit.</exception>
    /// <exception cref="Networks.UnsupportedLayerException">The rule is not for this layer.</exception>
    public static Tensor Of(nn.Module<Tensor, Tensor> layer, Tensor input, Tensor relevance, Rule rule)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(relevance);
        if (input.dim() != 2 || input.size(0) != 1 || relevance.dim() != 1)
            throw new ArgumentException(FormattableString.Invariant(
                $"Input and relevance have the shapes [{string.Join(", ", input.shape)}] and [{string.Join(", ", relevance.shape)}]; expected [1, n] and [K]."), nameof(input));
        using var scope = NewDisposeScope();
        var outputs = relevance.size(0);
        // One copy of the sample per output, each with the relevance of that output alone.
        using var result = new RelevancePropagation(layer, Composite.Uniform(rule))
            .ExplainFrom(input.expand(outputs, -1), _ => diag(relevance.detach()), new RelevanceOptions { BatchSize = (int)outputs });
        return result.Input.detach().clone().MoveToOuterDisposeScope();
    }
}
