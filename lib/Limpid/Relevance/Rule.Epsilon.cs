namespace Limpid.Relevance;

public abstract partial record Rule
{
    /// <summary>
    /// LRP-epsilon: <c>R_j = sum_k x_j w_jk / S(sum_j x_j w_jk + b_k) R_k</c>. Usual in fully connected and upper layers. Source: Bach et al. 2015, eq. 58.
    /// </summary>
    /// <param name="epsilon">epsilon; 0 is <see cref="Zero"/>.</param>
    public static ShareRule Epsilon(double epsilon = 1e-6) => Epsilon(new Stabiliser(epsilon));

    /// <summary>LRP-epsilon with a stabiliser of one's own, such as one relative to the size of z.</summary>
    /// <param name="stabiliser">S.</param>
    public static ShareRule Epsilon(Stabiliser stabiliser)
    {
        ArgumentNullException.ThrowIfNull(stabiliser);
        return Linear($"epsilon({stabiliser})", stabiliser);
    }
}
