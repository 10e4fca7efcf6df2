using Limpid.Relevance.Networks;
using static TorchSharp.torch;

namespace Limpid.Relevance;

/// <summary>
/// Layer-wise relevance propagation: the score of a class is handed down, layer by layer, by each layer's <see cref="Rule"/>, until every entry of the input has
/// its part. With a pruned composite the small parts are cut on the way (PLRP).
/// </summary>
/// <remarks>
/// <para>r^(L) is the score f_c on the class neuron c and 0 elsewhere; r^(l-1) = M^(l) r^(l), where M^(l) is given by the layer's rule. Scores are those before soft-max.</para>
/// <para>The model is neither changed nor hooked; nothing is stored on it; two calls give the same bits; a failed call leaves everything as it was.
/// It computes on the device of the model and the input, which must be the same, as in evaluation (see <see cref="Network"/>).</para>
/// </remarks>
/// <example>
/// <code>
/// var lrp = new RelevancePropagation(model, Composite.EpsilonPlus());
/// using RelevanceResult result = lrp.Explain(images);
/// </code>
/// </example>
public sealed class RelevancePropagation
{
    private readonly Network network;
    private readonly Pruning? pruning;

    /// <summary>A propagation through a network.</summary>
    /// <param name="network">The network.</param>
    /// <param name="composite">Which layer gets which rule.</param>
    /// <param name="unsupported">What to do with layers without a rule.</param>
    /// <exception cref="ArgumentNullException">Something is missing.</exception>
    public RelevancePropagation(Network network, Composite composite, UnsupportedLayers unsupported = UnsupportedLayers.Refuse)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(composite);
        this.network = composite.MergesBatchNorm ? BatchNormMerging.Apply(network) : network;
        pruning = composite.Pruning;
        Plan = RelevancePlan.Make(this.network, composite, unsupported);
    }

    /// <summary>A propagation through a model that <see cref="Network.Of"/> can read.</summary>
    /// <param name="model">The model.</param>
    /// <param name="composite">Which layer gets which rule.</param>
    /// <param name="unsupported">What to do with layers without a rule.</param>
    /// <exception cref="UnsupportedLayerException">The model must be traced first, see <see cref="Network.Trace"/>.</exception>
    public RelevancePropagation(nn.Module<Tensor, Tensor> model, Composite composite, UnsupportedLayers unsupported = UnsupportedLayers.Refuse)
        : this(Network.Of(model), composite, unsupported) { }

    /// <summary>What it will do, layer by layer.</summary>
    public RelevancePlan Plan { get; }

    /// <summary>The relevance of the input for each sample's largest score.</summary>
    /// <param name="input">x [N, ...], as the model takes it.</param>
    /// <param name="options">What to keep.</param>
    /// <exception cref="ArgumentException">The input is empty, not finite, or of another type than the model.</exception>
    /// <exception cref="UnsupportedLayerException">The plan has a problem.</exception>
    /// <exception cref="NonFiniteActivationException">A layer's activations or relevances aren't finite.</exception>
    public RelevanceResult Explain(Tensor input, RelevanceOptions? options = null) => Run(input, scores => OutputStart.Largest(scores), options);

    /// <summary>The relevance of the input for one class.</summary>
    /// <param name="input">x [N, ...].</param>
    /// <param name="target">The class, the same for every sample; 0 for a model with one output.</param>
    /// <param name="options">What to keep.</param>
    public RelevanceResult Explain(Tensor input, long target, RelevanceOptions? options = null) => Run(input, scores => OutputStart.Class(scores, target), options);

    /// <summary>The relevance of the input for one class per sample.</summary>
    /// <param name="input">x [N, ...].</param>
    /// <param name="target">The classes, int64 [N].</param>
    /// <param name="options">What to keep.</param>
    public RelevanceResult Explain(Tensor input, Tensor target, RelevanceOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(target);
        var start = 0L;
        return Run(input, scores =>
        {
            var part = OutputStart.Classes(scores, target, start, input);
            start += scores.size(0);
            return part;
        }, options);
    }

    /// <summary>The relevance of the input for a start of one's own, such as the difference of two scores.</summary>
    /// <param name="input">x [N, ...].</param>
    /// <param name="start">Gives the relevance of the scores [N, C], shaped as they are.</param>
    /// <param name="options">What to keep.</param>
    public RelevanceResult ExplainFrom(Tensor input, Func<Tensor, Tensor> start, RelevanceOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(start);
        return Run(input, scores => OutputStart.Own(scores, start), options);
    }

    private RelevanceResult Run(Tensor input, Func<Tensor, OutputStart> start, RelevanceOptions? options)
    {
        options ??= new RelevanceOptions();
        if (Plan.Problems is [var problem, ..]) throw new UnsupportedLayerException(Plan.Rows.FirstOrDefault(row => row.Problem == problem)?.Layer ?? "", problem);
        InputCheck.Require(network, input);
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var parts = new List<PassResult>();
        for (var at = 0L; at < input.size(0); at += options.BatchSize)
            parts.Add(new RelevancePass(network, Plan, pruning, options).Run(input.narrow(0, at, Math.Min(options.BatchSize, input.size(0) - at)), start));
        return PassResult.Join(parts);
    }
}
