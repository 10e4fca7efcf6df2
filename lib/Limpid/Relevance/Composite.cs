using System.Collections.Immutable;
using Limpid.Relevance.Networks;

namespace Limpid.Relevance;

/// <summary>
/// Which rule each layer gets: an ordered list in which the first fitting line counts. A composite is immutable; <c>With</c> puts a line in front.
/// </summary>
/// <remarks>
/// All composites end with the same lines: activations and batch normalisation pass; average pooling and interpolation share by value; sums split
/// in proportion; max-pooling follows the winner; reshaping and concatenation move; soft-max, layer normalisation, products and embeddings get the rules of AttnLRP.
/// </remarks>
/// <param name="Name">Its name.</param>
/// <param name="Lines">The lines.</param>
public sealed partial record Composite(string Name, ImmutableArray<Assignment> Lines)
{
    /// <summary>What is cut from the relevance on its way, or null for plain propagation.</summary>
    public Pruning? Pruning { get; init; }

    /// <summary>Whether batch normalisation right after a linear layer or convolution is taken as one layer with it (default), as canonizers do. The model stays as it is.</summary>
    public bool MergesBatchNorm { get; init; } = true;

    /// <summary>The same with pruned relevance.</summary>
    /// <param name="pruning">What is cut; null for nothing.</param>
    public Composite Pruned(Pruning? pruning) => this with { Pruning = pruning };

    /// <summary>The same with another rule for one layer.</summary>
    /// <param name="layer">Its name, as <see cref="RelevancePropagation.Plan"/> shows it. A name that no layer has is an error of the plan.</param>
    /// <param name="rule">The rule.</param>
    public Composite With(string layer, Rule rule)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(layer);
        return Before(new Assignment(layer, place => place.Name == layer, NotNull(rule))) with { Names = Names.Add(layer) };
    }

    /// <summary>The same with another rule for one kind of layer.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="rule">The rule.</param>
    public Composite With(LayerKind kind, Rule rule) => Before(new Assignment(kind.ToString(), place => place.Kind == kind, NotNull(rule)));

    /// <summary>The same with another rule for the layer with this number among those with weights.</summary>
    /// <param name="index">From 0 in the order of execution; from the end with <c>^1</c>.</param>
    /// <param name="rule">The rule.</param>
    public Composite WithLayer(Index index, Rule rule) =>
        Before(new Assignment($"layer {index}", place => place.Index >= 0 && place.Index == index.GetOffset(place.Count), NotNull(rule)));

    /// <summary>The same with another rule for the layers that fit.</summary>
    /// <param name="layers">The layers in words.</param>
    /// <param name="fits">Whether a layer is one of them.</param>
    /// <param name="rule">The rule.</param>
    public Composite With(string layers, Func<LayerPlace, bool> fits, Rule rule)
    {
        ArgumentNullException.ThrowIfNull(fits);
        return Before(new Assignment(layers, fits, NotNull(rule)));
    }

    /// <summary>Layer names that lines were given for.</summary>
    internal ImmutableArray<string> Names { get; init; } = [];

    internal Rule? RuleFor(LayerPlace place) => Lines.FirstOrDefault(line => line.Fits(place))?.Rule;

    private static Rule NotNull(Rule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return rule;
    }

    private Composite Before(Assignment line) => this with { Lines = Lines.Insert(0, line) };
}
