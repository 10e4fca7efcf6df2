using static TorchSharp.torch;

namespace Limpid.Evaluation;

/// <summary>Whether relevance depends on what the model has learned.</summary>
public static class Randomisation
{
    /// <summary>
    /// The model parameter randomisation test (Adebayo et al. 2018): randomises the model layer by layer, explains again after each, and compares with the first maps by Spearman's rho of
    /// the absolute values. A map that stays alike when the model is random does not explain the model.
    /// </summary>
    /// <remarks>
    /// The parameters are overwritten in place and put back bit for bit before the call returns, also after an exception; nothing else may use the model meanwhile.
    /// Running statistics of normalisations are kept. The model is in evaluation mode meanwhile; the explainer runs in the caller's gradient mode.
    /// </remarks>
    /// <param name="model">The model.</param>
    /// <param name="inputs">Inputs [N, ...].</param>
    /// <param name="targets">The class of each sample [N], integers; asked for also of the random model.</param>
    /// <param name="explain">From the model, inputs [B, ...] and targets [B] to relevance [B, ...].</param>
    /// <param name="options">Order, weights, seed; the defaults if left out.</param>
    /// <exception cref="ArgumentException">Shapes do not fit, a map is not finite, a layer is not known, or no layer has parameters.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static RandomisationCurve Mprt(
        nn.Module<Tensor, Tensor> model, Tensor inputs, Tensor targets, Func<nn.Module<Tensor, Tensor>, Tensor, Tensor, Tensor> explain, RandomisationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(explain);
        options ??= new RandomisationOptions();
        options.Check();
        var layers = Chosen(model, options);
        using var scope = NewDisposeScope();
        var classes = Targets.Of(targets, inputs);
        using var mode = new EvaluationMode(model);
        using var state = new SavedState(model);
        Tensor Ranked(Tensor? like = null)
        {
            using var maps = Explanations.Of((x, t) => explain(model, x, t), inputs, classes, options.BatchSize, like);
            return RankCorrelation.Ranked(maps, RelevancePart.Absolute, nameof(explain));
        }

        var first = Ranked();
        var correlations = new List<double[]>();
        foreach (var layer in layers)
        {
            using var step = NewDisposeScope();
            layer.Randomise(options.Weights, options.Seed);
            correlations.Add(RankCorrelation.Pearson(first, Ranked(first)).cpu().data<double>().ToArray());
        }
        return new RandomisationCurve([.. layers.Select(layer => layer.Name)], [.. correlations]);
    }

    private static LayerParameters[] Chosen(nn.Module model, RandomisationOptions options)
    {
        LayerParameters[] all = [.. LayerParameters.Of(model)];
        if (all.Length == 0) throw new ArgumentException("The model has no parameters; expected at least one layer to randomise.", nameof(model));
        var chosen = options.Layers is null ? all : [.. options.Layers.Select(name => all.FirstOrDefault(layer => layer.Name == name)
            ?? throw new ArgumentException($"The model has no layer '{name}' with parameters; expected one of {string.Join(", ", all.Select(layer => $"'{layer.Name}'"))}.", nameof(options)))];
        if (chosen.Length == 0) throw new ArgumentException("Layers is empty; expected at least one.", nameof(options));
        return options.Cascade == Cascade.TopDown ? [.. chosen.Reverse()] : chosen;
    }
}
