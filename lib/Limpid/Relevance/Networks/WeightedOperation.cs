using static TorchSharp.torch;

namespace Limpid.Relevance.Networks;

/// <summary>A linear operation with weights that live elsewhere: in a module, or with the caller.</summary>
/// <param name="kind">Its kind.</param>
/// <param name="weight">Gives W as it is now; the tensor stays the giver's.</param>
/// <param name="bias">Gives b as it is now, or null.</param>
public abstract class WeightedOperation(LayerKind kind, Func<Tensor> weight, Func<Tensor?> bias) : LinearOperation(kind)
{
    /// <inheritdoc/>
    public override Tensor Weight() => weight().detach();

    /// <inheritdoc/>
    public override Tensor? Bias() => bias()?.detach();
}
