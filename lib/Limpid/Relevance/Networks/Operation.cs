using static TorchSharp.torch;

namespace Limpid.Relevance.Networks;

/// <summary>What a node computes from its inputs. It stores nothing of a run and changes nothing.</summary>
/// <param name="kind">Its kind.</param>
public abstract class Operation(LayerKind kind)
{
    /// <summary>Its kind.</summary>
    public LayerKind Kind { get; } = kind;

    /// <summary>The output.</summary>
    /// <param name="inputs">One tensor per input of the node, batch first.</param>
    public abstract Tensor Forward(IReadOnlyList<Tensor> inputs);

    /// <summary>Whether the output can't be negative, given which inputs can't.</summary>
    /// <param name="inputs">One entry per input.</param>
    public virtual bool NonNegative(IReadOnlyList<bool> inputs) => false;
}
