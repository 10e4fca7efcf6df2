using static TorchSharp.torch;

namespace Limpid.Mahalanobis.Layers;

/// <summary><c>-x</c>: turns a distance, where 0 is the best match, into an intensity, and back.</summary>
public sealed class Negate() : nn.Module<Tensor, Tensor>(nameof(Negate))
{
    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => input.neg();
}
