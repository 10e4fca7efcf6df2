namespace Limpid.Relevance;

public abstract partial record Rule
{
    /// <summary>Flat: every input that an output sees gets the same part, <c>R_j = sum_k 1 / S(sum_j 1) R_k</c>, whatever x, w and b are. Source: Lapuschkin et al. 2019.</summary>
    /// <param name="epsilon">Stabiliser.</param>
    public static ShareRule Flat(double epsilon = 1e-6) =>
        new("flat", [new Share(1, [new Term(InputPart.One, WeightPart.One)], null)], new Stabiliser(epsilon));
}
