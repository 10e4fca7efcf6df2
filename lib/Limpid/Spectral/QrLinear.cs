using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Limpid.Spectral;

/// <summary>
/// The dense spectral layer "QR": <c>phi = R Q</c>, that is <c>B = Q^T R^T</c>, with orthonormal rows of Q frozen and the triangular R trained, beside both sets of eigenvalues and the bias.
/// R has k n_out - k (k - 1) / 2 entries that may differ from 0, k the smaller width; these alone are parameters.
/// </summary>
/// <remarks>Q and R start as the factors of a phi whose entries are normal with standard deviation 0.036. Source: Chicchi et al., PRE 104 054312 (2021), and the authors' code.</remarks>
public sealed class QrLinear : DenseSpectralLayer
{
    private readonly Tensor orthonormal;
    private readonly Tensor places;
    private readonly Parameter triangle;

    /// <summary>A new layer; random starts come from libtorch's generator (<c>torch.manual_seed</c>).</summary>
    /// <param name="inputs">n_in, at least 1.</param>
    /// <param name="outputs">n_out, at least 1.</param>
    /// <param name="dtype">float32 if null, or float64.</param>
    /// <exception cref="ArgumentOutOfRangeException">A width is below 1.</exception>
    public QrLinear(long inputs, long outputs, ScalarType? dtype = null)
        : base(nameof(QrLinear), inputs, outputs, SpectralSetup.TwoEigenvalues with { Base = SpectralPart.Trained(EntryStart.Normal(0.036)) }, dtype)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var start = empty([inputs, outputs], dtype: Type);
        Setup.Base.Start.Fill(start);
        var (q, r) = linalg.qr(start);
        places = ones_like(r).triu().flatten().nonzero().squeeze(1).DetachFromDisposeScope();
        triangle = (Parameter)new Parameter(r.flatten().index_select(0, places)).DetachFromDisposeScope();
        orthonormal = q.contiguous().DetachFromDisposeScope();
        RegisterComponents();
    }

    /// <summary>B [n_in, n_out], computed at each call and the caller's to dispose.</summary>
    public override Tensor Base
    {
        get
        {
            using var r = Triangle();
            return orthonormal.mm(r);
        }
    }

    /// <summary>R^T [k, n_out], upper triangular, with its gradient; the caller disposes it.</summary>
    public Tensor Triangle()
    {
        using var blank = zeros([orthonormal.size(1) * Outputs], dtype: triangle.dtype, device: triangle.device);
        using var filled = blank.scatter(0, places, triangle);
        return filled.view(orthonormal.size(1), Outputs);
    }
}
