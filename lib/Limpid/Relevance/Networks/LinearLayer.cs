using static TorchSharp.torch;

namespace Limpid.Relevance.Networks;

/// <summary>A fully connected layer: y = x W^T + b on the last axis, W [out, in].</summary>
/// <param name="weight">Gives W.</param>
/// <param name="bias">Gives b [out], or null.</param>
public sealed class LinearLayer(Func<Tensor> weight, Func<Tensor?> bias) : WeightedOperation(LayerKind.Linear, weight, bias)
{
    /// <summary>A layer with these weights; they stay the caller's.</summary>
    /// <param name="weight">W [out, in].</param>
    /// <param name="bias">b [out], or null.</param>
    public LinearLayer(Tensor weight, Tensor? bias = null) : this(() => weight, () => bias) { }

    /// <inheritdoc/>
    public override long BiasAxis => -1;

    /// <inheritdoc/>
    public override Tensor Apply(Tensor input, Tensor weight, Tensor? bias) => nn.functional.linear(input, weight, bias);
}
