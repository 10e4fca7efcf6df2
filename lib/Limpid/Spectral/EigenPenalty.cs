using static TorchSharp.torch;

namespace Limpid.Spectral;

/// <summary>
/// The penalty of a spectral layer, <c>a sum_j pen(l_j) + b sum_ij pen(phi_ij)</c>, to be added to the task loss: it makes whole inputs go to zero.
/// </summary>
/// <remarks>
/// <para>
/// An optimum can't be improved by moving a factor between l_j and phi_j, so the penalty equals one on the weights w_j = l_j phi_j that leave input j:
/// </para>
/// <para>
/// L2 and L2: <c>2 sqrt(a b) |w_j|_2</c>, a group lasso, reached where a l_j^2 = b |phi_j|_2^2;
/// L1 and L2: <c>1.5 2^(1/3) a^(2/3) b^(1/3) |w_j|_2^(2/3)</c>; L1 and L1: <c>2 sqrt(a b |w_j|_1)</c>. See <see cref="OnWeights"/>.
/// </para>
/// <para>
/// It isn't weight decay: Adam would rescale that, and AdamW is another method. Leave the optimiser's <c>weight_decay</c> at 0.
/// Source: Chicchi et al. 2024, arXiv:2406.01183, and the authors' notebooks.
/// </para>
/// </remarks>
/// <param name="Eigenvalues">On the layer's trained eigenvalues: a.</param>
/// <param name="Eigenvectors">On its eigenvectors: b.</param>
public sealed record EigenPenalty(Penalty Eigenvalues, Penalty Eigenvectors)
{
    /// <summary>None.</summary>
    public static EigenPenalty None { get; } = new(Penalty.None, Penalty.None);

    /// <summary>The penalty of a layer; parts that are frozen don't count.</summary>
    /// <param name="layer">The layer.</param>
    /// <returns>A scalar that carries the gradient; 0 if nothing is trained.</returns>
    public Tensor Of(SpectralLayer layer)
    {
        ArgumentNullException.ThrowIfNull(layer);
        using var scope = NewDisposeScope();
        Tensor? total = null;
        foreach (var (part, tensor, penalty) in new[]
                 {
                     (layer.Setup.Input, layer.InputEigenvalues, Eigenvalues), (layer.Setup.Output, layer.OutputEigenvalues, Eigenvalues), (layer.Setup.Base, layer.Base, Eigenvectors),
                 })
            if (part.Trainable && penalty.Weight > 0) total = total is null ? penalty.Of(tensor) : total + penalty.Of(tensor);
        total ??= zeros([], dtype: layer.InputEigenvalues.dtype, device: layer.InputEigenvalues.device);
        return total.MoveToOuterDisposeScope();
    }

    /// <summary>The least that <see cref="Of"/> can be for given weights: the minimum over all l_j and phi_j with l_j phi_j = w_j.</summary>
    /// <param name="kernel">w [n_in, n_out], one row per input.</param>
    /// <returns>A scalar that carries the gradient; at a row of zeros, where the penalty has a corner, its derivative is taken as 0.</returns>
    /// <exception cref="ArgumentException">The weights aren't a matrix.</exception>
    /// <exception cref="NotSupportedException">Squared eigenvalues with absolute eigenvectors, for which no closed form is given.</exception>
    public Tensor OnWeights(Tensor kernel)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        if (kernel.ndim != 2) throw new ArgumentException($"The weights have shape [{string.Join(", ", kernel.shape)}]; expected a matrix [n_in, n_out].", nameof(kernel));
        var (a, b) = (Eigenvalues.Weight, Eigenvectors.Weight);
        using var scope = NewDisposeScope();
        // A root's derivative at 0 is infinite and its product with 0 NaN: rows of zeros are left out of the roots.
        var sizes = Eigenvectors.Squares ? kernel.square().sum(1) : kernel.abs().sum(1);
        var used = sizes.gt(0);
        var safe = where(used, sizes, ones_like(sizes));
        var rows = (Eigenvalues.Squares, Eigenvectors.Squares) switch
        {
            (true, true) or (false, false) => safe.sqrt().mul(2 * Math.Sqrt(a * b)).mul(used),
            (false, true) => safe.pow(1 / 3.0).mul(1.5 * Math.Cbrt(2 * a * a * b)).mul(used),
            _ => throw new NotSupportedException("Squared eigenvalues with absolute eigenvectors; expected one of L2 and L2, L1 and L2, L1 and L1."),
        };
        return rows.sum().MoveToOuterDisposeScope();
    }
}
