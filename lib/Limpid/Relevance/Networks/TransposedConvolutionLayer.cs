using System.Collections.Immutable;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Limpid.Relevance.Networks;

/// <summary>A transposed convolution over one or two axes: W [in, out / groups, kernel...].</summary>
/// <param name="weight">Gives W.</param>
/// <param name="bias">Gives b [out], or null.</param>
/// <param name="geometry">How it moves; zero padding only.</param>
/// <param name="outputPadding">Entries added at the end of the output, per axis.</param>
public sealed class TransposedConvolutionLayer(Func<Tensor> weight, Func<Tensor?> bias, ConvolutionGeometry geometry, ImmutableArray<long> outputPadding)
    : WeightedOperation(LayerKind.TransposedConvolution, weight, bias)
{
    /// <inheritdoc/>
    public override Tensor Apply(Tensor input, Tensor weight, Tensor? bias) => geometry.Stride.Length == 1
        ? F.conv_transpose1d(input, weight, bias, geometry.Stride[0], geometry.Padding[0], outputPadding[0], geometry.Dilation[0], geometry.Groups)
        : F.conv_transpose2d(input, weight, bias, [.. geometry.Stride], [.. geometry.Padding], [.. outputPadding], [.. geometry.Dilation], geometry.Groups);
}
