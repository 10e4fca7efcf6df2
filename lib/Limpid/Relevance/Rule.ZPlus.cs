namespace Limpid.Relevance;

public abstract partial record Rule
{
    /// <summary>
    /// z+: only supporting contributions count, <c>R_j = sum_k (x+_j w+_jk + x-_j w-_jk) / S(sum_j (x+_j w+_jk + x-_j w-_jk) + b+_k) R_k</c>.
    /// Equal to <see cref="AlphaBeta"/> with alpha 1, beta 0. Source: Montavon et al. 2017.
    /// </summary>
    /// <param name="epsilon">Stabiliser.</param>
    public static ShareRule ZPlus(double epsilon = 1e-6) => new("z+", [Supporting(1)], new Stabiliser(epsilon));

    private static Share Supporting(double coefficient) =>
        new(coefficient, [new Term(InputPart.Positive, WeightPart.Positive), new Term(InputPart.Negative, WeightPart.Negative)], WeightPart.Positive);
}
