namespace Limpid.Relevance;

public abstract partial record Rule
{
    /// <summary>
    /// LRP-0: <c>R_j = sum_k x_j w_jk / (sum_j x_j w_jk + b_k) R_k</c>. Exact shares; large values of both signs where a denominator is small.
    /// An output with denominator 0 gives nothing. Source: Bach et al. 2015, eq. 56.
    /// </summary>
    public static ShareRule Zero() => Linear("LRP-0", Stabiliser.None);

    private static ShareRule Linear(string name, Stabiliser stabiliser) =>
        new(name, [new Share(1, [new Term(InputPart.All, WeightPart.All)], WeightPart.All)], stabiliser);
}
