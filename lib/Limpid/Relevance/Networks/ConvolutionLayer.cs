using static TorchSharp.torch;

namespace Limpid.Relevance.Networks;

/// <summary>A convolution over one or two axes: W [out, in / groups, kernel...].</summary>
/// <param name="weight">Gives W.</param>
/// <param name="bias">Gives b [out], or null.</param>
/// <param name="geometry">How it moves.</param>
public sealed class ConvolutionLayer(Func<Tensor> weight, Func<Tensor?> bias, ConvolutionGeometry geometry)
    : WeightedOperation(LayerKind.Convolution, weight, bias)
{
    /// <summary>A layer with these weights; they stay the caller's.</summary>
    /// <param name="weight">W [out, in / groups, kernel...].</param>
    /// <param name="bias">b [out], or null.</param>
    /// <param name="geometry">How it moves.</param>
    public ConvolutionLayer(Tensor weight, Tensor? bias, ConvolutionGeometry geometry) : this(() => weight, () => bias, geometry) { }

    /// <summary>How it moves.</summary>
    public ConvolutionGeometry Geometry { get; } = geometry;

    /// <inheritdoc/>
    public override Tensor Apply(Tensor input, Tensor weight, Tensor? bias) => Geometry.Apply(input, weight, bias);
}
