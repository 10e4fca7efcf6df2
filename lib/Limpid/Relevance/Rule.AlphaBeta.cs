namespace Limpid.Relevance;

public abstract partial record Rule
{
    /// <summary>
    /// LRP-alpha-beta: supporting and opposing contributions apart,
    /// <c>R_j = alpha sum_k n+_jk / S(sum_j n+_jk + b+_k) R_k - beta sum_k n-_jk / S(sum_j n-_jk + b-_k) R_k</c> with
    /// n+ = x+ w+ + x- w- and n- = x+ w- + x- w+. Source: Bach et al. 2015, eq. 60.
    /// </summary>
    /// <remarks>An output without opposing contributions hands on alpha times its relevance, as the formula says; the ledger shows it.</remarks>
    /// <param name="alpha">alpha, 1 + beta exactly.</param>
    /// <param name="beta">beta, 0 or larger.</param>
    /// <param name="epsilon">Stabiliser.</param>
    /// <exception cref="ArgumentException">alpha - beta isn't 1, or one of them is negative.</exception>
    public static ShareRule AlphaBeta(double alpha = 2, double beta = 1, double epsilon = 1e-6)
    {
        if (!(alpha >= 0) || !(beta >= 0) || alpha - beta != 1)
            throw new ArgumentException(FormattableString.Invariant($"alpha is {alpha} and beta {beta}; expected both 0 or larger and alpha - beta = 1."), nameof(alpha));
        var opposing = new Share(-beta, [new Term(InputPart.Positive, WeightPart.Negative), new Term(InputPart.Negative, WeightPart.Positive)], WeightPart.Negative);
        return new(FormattableString.Invariant($"alpha{alpha}-beta{beta}"), beta == 0 ? [Supporting(alpha)] : [Supporting(alpha), opposing], new Stabiliser(epsilon));
    }
}
