namespace Limpid.Mahalanobis.Layers;

/// <summary>Where the weights of an <see cref="OffsetL2"/> stand.</summary>
public enum OffsetForm
{
    /// <summary><c>y_i = | alpha_i * (x - mu_i) |</c>, as the paper writes.</summary>
    Paper,

    /// <summary><c>y_i = sqrt(max(sum_j alpha_ij (x_j - mu_ij)^2, 1e-12))</c>, as the authors' code has it: alpha is the square of the paper's, and may become negative.</summary>
    Code,
}
