using static TorchSharp.torch;

namespace Limpid.Relevance.Ablations;

/// <summary>One way to a relevance map, to be held against others that differ from it in one thing.</summary>
/// <param name="Family">The family of rules, for example <c>z+</c>.</param>
/// <param name="Name">What is done to the relevance, for example <c>PLRP-lambda .25</c>; unique in its family.</param>
/// <param name="Composite">The rules, with pruning if there is any.</param>
public sealed record Variant(string Family, string Name, Composite Composite)
{
    /// <summary>What is done to the finished map, from the map to another of its shape; null for nothing.</summary>
    public Func<Tensor, Tensor>? After { get; init; }

    /// <summary>Whether the family's plain map is also cut down to as many non-zeros by threshold, top-k and at random.</summary>
    public bool HasControls { get; init; }

    /// <summary>Whether pixels are flipped in the order of its map.</summary>
    public bool IsFlipped { get; init; }

    /// <summary>Whether nothing is cut.</summary>
    public bool IsPlain => Composite.Pruning is null && After is null;

    /// <summary>Family and name.</summary>
    public override string ToString() => $"{Family}: {Name}";

    /// <summary>The maps.</summary>
    /// <param name="network">Any network with the layers the composite is for.</param>
    /// <param name="images">[N, ...].</param>
    /// <param name="target">The class of each sample, int64 [N].</param>
    /// <returns>Relevance, shaped as the images.</returns>
    public Tensor Map(nn.Module<Tensor, Tensor> network, Tensor images, Tensor target)
    {
        ArgumentNullException.ThrowIfNull(images);
        using var scope = NewDisposeScope();
        var map = new RelevancePropagation(network, Composite).Explain(images, target, new RelevanceOptions { BatchSize = (int)images.size(0) }).Input;
        return (After is null ? map : After(map)).MoveToOuterDisposeScope();
    }
}
