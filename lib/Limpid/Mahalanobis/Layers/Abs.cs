using static TorchSharp.torch;

namespace Limpid.Mahalanobis.Layers;

/// <summary>The activation <c>|s|</c>; its gradient at 0 is 0.</summary>
public sealed class Abs() : nn.Module<Tensor, Tensor>(nameof(Abs))
{
    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => input.abs();
}
