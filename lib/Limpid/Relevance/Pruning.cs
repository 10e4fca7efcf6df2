namespace Limpid.Relevance;

/// <summary>
/// Pruned layer-wise relevance propagation: at each pruned layer the smallest relevances of its inputs are cut, per sample and sign, and what they held is
/// given to the kept ones, so that the total is conserved. Source: Yanez Sarmiento et al. 2024, arXiv:2404.14271.
/// </summary>
/// <remarks>
/// By default every layer with weights is pruned but the first, whose step into the input is plain. Relevance of one sample is taken as one flat list
/// (channels, height and width together).
/// </remarks>
public sealed record Pruning
{
    private Pruning(string name, PruningKind kind, Func<LayerPlace, PrunedShares> shares) => (Name, Kind, Shares) = (name, kind, shares);

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>How the cut relevance is put back.</summary>
    public PruningKind Kind { get; }

    /// <summary>p+ and p- of a layer.</summary>
    public Func<LayerPlace, PrunedShares> Shares { get; }

    /// <summary>Whether the first layer is pruned too; not by default.</summary>
    public bool First { get; init; }

    /// <summary>Which of the layers with weights are pruned; all by default.</summary>
    public Func<LayerPlace, bool> Layers { get; init; } = _ => true;

    /// <summary>tau of <see cref="SparsityGain"/>, or null.</summary>
    internal double? Tau { get; init; }

    /// <summary>
    /// PLRP-lambda: the kept relevances of each sign are multiplied by lambda = all mass / kept mass of that sign.
    /// The cut set is the largest set of smallest values whose mass is at most p times all mass; equal values are cut together or not at all.
    /// </summary>
    /// <param name="positive">p+; 0.25 by default.</param>
    /// <param name="negative">p-; half of p+ if null.</param>
    public static Pruning Lambda(double positive = 0.25, double? negative = null) => Fixed(PruningKind.Lambda, positive, negative);

    /// <summary>PLRP-lambda with shares that depend on the layer.</summary>
    /// <param name="shares">p+ and p- of each layer.</param>
    public static Pruning Lambda(Func<LayerPlace, PrunedShares> shares) => new("PLRP-lambda(by layer)", PruningKind.Lambda, NotNull(shares));

    /// <summary>
    /// PLRP-M, our reconstruction: the layer's rule is applied a second time to its input with the cut entries set to 0, so that each output's relevance goes to kept inputs.
    /// An output left without contributions keeps its unmasked shares among the kept inputs, rescaled; if there are none, all of them. The result counts such outputs.
    /// </summary>
    /// <param name="positive">p+; 0.25 by default.</param>
    /// <param name="negative">p-; half of p+ if null.</param>
    public static Pruning Matrix(double positive = 0.25, double? negative = null) => Fixed(PruningKind.Matrix, positive, negative);

    /// <summary>PLRP-M with shares that depend on the layer.</summary>
    /// <param name="shares">p+ and p- of each layer.</param>
    public static Pruning Matrix(Func<LayerPlace, PrunedShares> shares) => new("PLRP-M(by layer)", PruningKind.Matrix, NotNull(shares));

    /// <summary>
    /// Sparsity gain, our reading: the i-th smallest of n relevances v of a sign, with mass S, is cut while <c>(1 / n) / (v_i / S) >= tau</c>, that is
    /// v_i at most mean / tau, and as long as no more than pMax S is cut. The kept ones are rescaled as in PLRP-lambda.
    /// </summary>
    /// <param name="tau">tau, larger than 0.</param>
    /// <param name="pMax">Largest share of the mass; for both signs.</param>
    public static Pruning SparsityGain(double tau = 2, double pMax = 0.5)
    {
        PositiveNumber.Checked(tau);
        var shares = new PrunedShares(pMax, pMax);
        return new(FormattableString.Invariant($"sparsity gain(tau {tau}, at most {pMax})"), PruningKind.Lambda, _ => shares) { Tau = tau };
    }

    /// <summary>p+ and p- at a layer, or null where it isn't pruned.</summary>
    internal PrunedShares? At(LayerPlace place) =>
        place.Index >= 0 && (First || !place.IsFirst) && Layers(place) && Shares(place) is { } shares && shares != PrunedShares.None ? shares : null;

    private static Pruning Fixed(PruningKind kind, double positive, double? negative)
    {
        var shares = new PrunedShares(positive, negative ?? positive / 2);
        return new(FormattableString.Invariant($"PLRP-{(kind == PruningKind.Lambda ? "lambda" : "M")}({shares.Positive}, {shares.Negative})"), kind, _ => shares);
    }

    private static Func<LayerPlace, PrunedShares> NotNull(Func<LayerPlace, PrunedShares> shares)
    {
        ArgumentNullException.ThrowIfNull(shares);
        return shares;
    }
}
