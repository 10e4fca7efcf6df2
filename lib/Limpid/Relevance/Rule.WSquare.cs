namespace Limpid.Relevance;

public abstract partial record Rule
{
    /// <summary>w-square, for a first layer whose inputs have no natural zero: <c>R_j = sum_k w_jk^2 / S(sum_j w_jk^2 + b_k^2) R_k</c>. Source: Montavon et al. 2017.</summary>
    /// <param name="epsilon">Stabiliser.</param>
    public static ShareRule WSquare(double epsilon = 1e-6) =>
        new("w^2", [new Share(1, [new Term(InputPart.One, WeightPart.Square)], WeightPart.Square)], new Stabiliser(epsilon));
}
