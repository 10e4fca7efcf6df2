using System.Collections.Immutable;
using static TorchSharp.torch;

namespace Limpid.Relevance;

/// <summary>
/// A way to share out relevance: output k gives input j the part <c>c n_jk / S(sum_j n_jk + b_k)</c> of its relevance, where n_jk is the sum of the terms.
/// </summary>
/// <param name="Coefficient">c.</param>
/// <param name="Terms">The contributions n_jk.</param>
/// <param name="Bias">The part of the bias in the denominator, or null for none.</param>
/// <param name="Outputs">Which outputs share by it.</param>
public sealed record Share(double Coefficient, ImmutableArray<Term> Terms, WeightPart? Bias, OutputSign Outputs = OutputSign.Any)
{
    /// <summary>The relevance of the outputs that share by it, 0 for the others.</summary>
    internal Tensor Of(Tensor relevance, Tensor z) => Outputs switch
    {
        OutputSign.Positive => relevance.masked_fill(z.le(0), 0),
        OutputSign.Negative => relevance.masked_fill(z.ge(0), 0),
        _ => relevance,
    };
}
