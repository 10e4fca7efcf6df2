namespace Limpid.Relevance;

public abstract partial record Rule
{
    /// <summary>Norm: shares in proportion to the inputs' own values, <c>R_j = x_j sum_k (dz_k / dx_j) R_k / S(z_k)</c>; for average pooling and interpolation.</summary>
    /// <param name="epsilon">Stabiliser.</param>
    public static ShareRule Norm(double epsilon = 1e-6) => Linear("norm", new Stabiliser(epsilon));
}
