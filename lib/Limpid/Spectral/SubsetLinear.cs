using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Limpid.Spectral;

/// <summary>
/// An ordinary dense layer of which only some weights are trained, chosen at random, and the others stay as they started: the control for training eigenvalues alone, with as many free
/// numbers. Eigenvalues stay 1 and 0; no bias.
/// </summary>
/// <remarks>Weights start uniform between -0.1 and 0.1, the spread of <see cref="SpectralSetup.EigenvaluesOnly"/>'s. Source of the comparison: Giambagli et al., Nat. Commun. 12:1330 (2021).</remarks>
public sealed class SubsetLinear : DenseSpectralLayer
{
    private readonly Tensor frozen;
    private readonly Tensor places;
    private readonly Parameter chosen;

    /// <summary>A new layer; random starts and the choice come from libtorch's generator (<c>torch.manual_seed</c>).</summary>
    /// <param name="inputs">n_in, at least 1.</param>
    /// <param name="outputs">n_out, at least 1.</param>
    /// <param name="count">How many weights are trained, 1 to n_in n_out; n_out if null, as many as a layer has output eigenvalues.</param>
    /// <param name="dtype">float32 if null, or float64.</param>
    /// <exception cref="ArgumentOutOfRangeException">A width is below 1, or the count out of range.</exception>
    public SubsetLinear(long inputs, long outputs, long? count = null, ScalarType? dtype = null)
        : base(nameof(SubsetLinear), inputs, outputs, SpectralSetup.Direct with { Base = SpectralPart.Trained(EntryStart.Uniform(0.1)), Bias = false }, dtype)
    {
        var free = count ?? outputs;
        if (free < 1 || free > inputs * outputs) throw new ArgumentOutOfRangeException(nameof(count), free, $"{free} trained weights; expected 1 to {inputs * outputs}.");
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var start = empty([inputs * outputs], dtype: Type);
        Setup.Base.Start.Fill(start);
        places = randperm(inputs * outputs).narrow(0, 0, free).contiguous().DetachFromDisposeScope();
        chosen = (Parameter)new Parameter(start.index_select(0, places)).DetachFromDisposeScope();
        frozen = start.DetachFromDisposeScope();
        RegisterComponents();
    }

    /// <summary>B [n_in, n_out], computed at each call and the caller's to dispose.</summary>
    public override Tensor Base
    {
        get
        {
            using var filled = frozen.scatter(0, places, chosen);
            return filled.view(Inputs, Outputs);
        }
    }
}
