using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Limpid.Spectral;

/// <summary>
/// A layer whose weights are <c>w_ij = (l_in_j - l_out_i) phi_ij</c>, from input j to output i: it is trained through the eigenvalues l and the eigenvectors phi of the
/// directed network of its n_in + n_out nodes.
/// </summary>
/// <remarks>
/// With the block phi [n_out, n_in] of the eigenvectors, <c>Phi = [[I, 0], [phi, I]]</c>, <c>Phi^-1 = 2 I - Phi</c> and <c>Lambda = diag(l_in, l_out)</c>, the network's adjacency matrix
/// is <c>A = Phi Lambda Phi^-1 = [[diag l_in, 0], [phi diag l_in - diag(l_out) phi, diag l_out]]</c>, whose lower left block holds the weights.
/// Source: Giambagli et al. 2021; Chicchi et al. 2024, arXiv:2406.01183, section on the spectral parametrisation.
/// </remarks>
public abstract class SpectralLayer : nn.Module<Tensor, Tensor>
{
    private readonly Tensor inputEigenvalues;
    private readonly Tensor outputEigenvalues;
    private readonly Parameter? bias;

    /// <summary>The parts that all spectral layers share.</summary>
    /// <param name="name">The module's name.</param>
    /// <param name="inputs">n_in, at least 1.</param>
    /// <param name="outputs">n_out, at least 1.</param>
    /// <param name="setup">What is trained.</param>
    /// <param name="outputsFirst">Whether outputs run along the kernel's first axis.</param>
    /// <param name="axes">Axes of the kernel after its first two.</param>
    /// <param name="dtype">float32 if null.</param>
    private protected SpectralLayer(string name, long inputs, long outputs, SpectralSetup setup, bool outputsFirst, int axes, ScalarType? dtype) : base(name)
    {
        ArgumentNullException.ThrowIfNull(setup);
        (Inputs, Outputs, Setup) = (Width(inputs, nameof(inputs)), Width(outputs, nameof(outputs)), setup);
        Type = dtype ?? float32;
        if (Type != float32 && Type != float64) throw new ArgumentException($"The type is {Type}; expected float32 or float64.", nameof(dtype));
        long[] ones = [.. Enumerable.Repeat(1L, axes)];
        inputEigenvalues = Make(setup.Input, outputsFirst ? [1, inputs, .. ones] : [inputs, 1]);
        outputEigenvalues = Make(setup.Output, outputsFirst ? [outputs, 1, .. ones] : [1, outputs]);
        bias = setup.Bias ? (Parameter)Make(SpectralPart.Trained(EntryStart.Constant(0)), [outputs]) : null;
    }

    /// <summary>n_in: input nodes, or input channels.</summary>
    public long Inputs { get; }

    /// <summary>n_out: output nodes, or output channels.</summary>
    public long Outputs { get; }

    /// <summary>What is trained, and how it started.</summary>
    public SpectralSetup Setup { get; }

    /// <summary>l_in, shaped to broadcast over the kernel; a parameter or a buffer of the layer.</summary>
    public Tensor InputEigenvalues => inputEigenvalues;

    /// <summary>l_out, shaped to broadcast over the kernel; a parameter or a buffer of the layer.</summary>
    public Tensor OutputEigenvalues => outputEigenvalues;

    /// <summary>b [n_out], or null.</summary>
    public Parameter? Bias => bias;

    /// <summary>phi, shaped as the kernel. The layer's own tensor, not to be disposed, or one that is computed from its parts at each call.</summary>
    public abstract Tensor Base { get; }

    /// <summary>The weights w, with their gradient; the caller disposes them.</summary>
    public virtual Tensor Kernel()
    {
        using var difference = inputEigenvalues - outputEigenvalues;
        return Base * difference;
    }

    /// <summary>The kernel's axis along which inputs run; outputs run along the other of the first two.</summary>
    internal abstract int InputAxis { get; }

    private protected ScalarType Type { get; }

    /// <summary>A part of this layer: a parameter where it is trained, else a buffer. A scope that is open here doesn't end its life.</summary>
    private protected Tensor Make(SpectralPart part, long[] shape)
    {
        using var _ = no_grad();
        var values = empty(shape, dtype: Type);
        part.Start.Fill(values);
        return (part.Trainable ? new Parameter(values) : values).DetachFromDisposeScope();
    }

    private static long Width(long width, string name) => width >= 1
        ? width
        : throw new ArgumentOutOfRangeException(name, width, $"A spectral layer of {width} {name}; expected at least 1.");
}
