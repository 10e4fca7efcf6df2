using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Limpid.Spectral;

/// <summary>
/// The dense spectral layer "SSVD": <c>B = U diag(s) V</c> with U [n_in, k] and V [k, n_out] frozen, k the smaller width; s [k], both sets of eigenvalues and the bias are trained, so
/// k + n_in + 2 n_out numbers.
/// </summary>
/// <remarks>U and V are random, not orthogonal. Source: Chicchi et al., PRE 104 054312 (2021), and the authors' code.</remarks>
public sealed class SsvdLinear : DenseSpectralLayer
{
    private readonly Tensor left;
    private readonly Parameter singular;
    private readonly Tensor right;

    /// <summary>A new layer; random starts come from libtorch's generator (<c>torch.manual_seed</c>).</summary>
    /// <param name="inputs">n_in, at least 1.</param>
    /// <param name="outputs">n_out, at least 1.</param>
    /// <param name="dtype">float32 if null, or float64.</param>
    /// <exception cref="ArgumentOutOfRangeException">A width is below 1.</exception>
    public SsvdLinear(long inputs, long outputs, ScalarType? dtype = null)
        : base(nameof(SsvdLinear), inputs, outputs, SpectralSetup.TwoEigenvalues with { Base = SpectralPart.Trained(EntryStart.SingularProduct) }, dtype)
    {
        var (u, s, v) = EntryStart.SingularParts(inputs, outputs, Type);
        (left, singular, right) = (u.DetachFromDisposeScope(), (Parameter)new Parameter(s).DetachFromDisposeScope(), v.DetachFromDisposeScope());
        RegisterComponents();
    }

    /// <summary>B [n_in, n_out], computed at each call and the caller's to dispose.</summary>
    public override Tensor Base
    {
        get
        {
            using var scaled = left * singular;
            return scaled.mm(right);
        }
    }

    /// <summary>s [k]; a parameter of the layer.</summary>
    public Parameter SingularValues => singular;
}
