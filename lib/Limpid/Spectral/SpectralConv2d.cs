using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Spectral;

/// <summary>
/// The convolutional counterpart, which ranks input channels: <c>kernel_ij(u, v) = phi_ij(u, v) (l_in_j - l_out_i)</c> from input channel j to output channel i, then an
/// ordinary convolution. The form is ours; the paper has dense layers alone.
/// </summary>
public sealed class SpectralConv2d : SpectralLayer
{
    private readonly Tensor eigenvectors;
    private readonly long stride;
    private readonly long padding;

    /// <summary>A new layer; random starts come from libtorch's generator.</summary>
    /// <param name="inputs">Input channels, at least 1.</param>
    /// <param name="outputs">Output channels, at least 1.</param>
    /// <param name="size">Height and width of the kernel, at least 1.</param>
    /// <param name="stride">Step, at least 1.</param>
    /// <param name="padding">Zeros around the picture, 0 or more.</param>
    /// <param name="setup">What is trained; <see cref="SpectralSetup.Relevance"/> if null.</param>
    /// <param name="dtype">float32 if null, or float64.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public SpectralConv2d(long inputs, long outputs, long size, long stride = 1, long padding = 0, SpectralSetup? setup = null, ScalarType? dtype = null)
        : base(nameof(SpectralConv2d), inputs, outputs, setup ?? SpectralSetup.Relevance, true, 2, dtype)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(stride, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(padding);
        (this.stride, this.padding) = (stride, padding);
        eigenvectors = Make(Setup.Base, [outputs, inputs, size, size]);
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override Tensor Base => eigenvectors;

    internal override int InputAxis => 1;

    /// <summary>The layer's output.</summary>
    /// <param name="input">x [B, n_in, H, W].</param>
    /// <returns>[B, n_out, H', W'].</returns>
    /// <exception cref="ArgumentException">The input doesn't have n_in channels.</exception>
    public override Tensor forward(Tensor input)
    {
        if (input.ndim != 4 || input.size(1) != Inputs)
            throw new ArgumentException($"The input has shape [{string.Join(", ", input.shape)}]; expected [B, {Inputs}, H, W].", nameof(input));
        using var kernel = Kernel();
        return nn.functional.conv2d(input, kernel, Bias, [stride, stride], [padding, padding]);
    }
}
