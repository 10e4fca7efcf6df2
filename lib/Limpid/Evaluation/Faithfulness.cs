using static TorchSharp.torch;

namespace Limpid.Evaluation;

/// <summary>Whether what a relevance map calls relevant is what the model's score depends on.</summary>
/// <remarks>
/// <para>
/// A model is a function from inputs [N, ...] to scores [N, C] (before the softmax, unless one wants otherwise), or a module, which is read in evaluation mode and has its modes back
/// afterwards. Relevance has the shape of the inputs, or that without the channels where the unit holds all of them. Relevance of a unit is the sum over its entries.
/// </para>
/// <para>
/// Equal relevance, of which pruned maps have much, is flipped in a random order drawn from <see cref="FlippingOptions.Seed"/> for each sample: in the order of the pixels the
/// curve's tail would measure their place. The perturbed inputs of many samples go through the model together, at most <see cref="FlippingOptions.BatchSize"/> at a time.
/// </para>
/// </remarks>
public static class Faithfulness
{
    /// <summary>
    /// Pixel flipping (Bach et al. 2015; for patches, region perturbation, Samek et al. 2017): replaces unit after unit, keeping what is replaced, and records the score of the sample's class.
    /// </summary>
    /// <param name="model">Gives scores [N, C].</param>
    /// <param name="inputs">Inputs [N, ...].</param>
    /// <param name="targets">The class of each sample [N], integers.</param>
    /// <param name="relevance">Relevance, finite.</param>
    /// <param name="order">Which units go first.</param>
    /// <param name="options">Units, replacement, steps, seed; the defaults if left out.</param>
    /// <returns>The curve of each sample, with the score of the untouched input as its first point.</returns>
    /// <exception cref="ArgumentException">Shapes do not fit, or relevance, replacement or a score is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static FlippingCurve PixelFlipping(
        Func<Tensor, Tensor> model, Tensor inputs, Tensor targets, Tensor relevance,
        FlippingOrder order = FlippingOrder.MostRelevantFirst, FlippingOptions? options = null)
    {
        options ??= new FlippingOptions();
        options.Check();
        using var scope = NewDisposeScope();
        using var still = no_grad();
        var perturbation = new Perturbation(model, inputs, targets, options);
        var ranks = FlippingRanks.Of(options.Unit.Relevance(relevance, inputs), order, options.Seed);
        var units = ranks.size(1);
        var last = (long)Math.Ceiling(Math.Round(units * options.UpTo, 6));
        long[] flipped = [.. Counts(last, options.UnitsPerStep)];
        var scores = new double[inputs.size(0) * flipped.Length];
        for (var start = 0; start < scores.Length; start += options.BatchSize)
        {
            using var batch = NewDisposeScope();
            var copies = Enumerable.Range(start, Math.Min(options.BatchSize, scores.Length - start)).ToArray();
            long[] samples = [.. copies.Select(copy => (long)(copy / flipped.Length))];
            var count = tensor(copies.Select(copy => flipped[copy % flipped.Length]).ToArray(), device: ranks.device).unsqueeze(1);
            var gone = ranks.index_select(0, tensor(samples, device: ranks.device)).lt(count);
            perturbation.Scores(samples, gone).CopyTo(scores, start);
        }
        return new FlippingCurve(scores, [.. flipped.Select(count => (double)count / units)]);
    }

    /// <inheritdoc cref="PixelFlipping(Func{Tensor, Tensor}, Tensor, Tensor, Tensor, FlippingOrder, FlippingOptions?)"/>
    public static FlippingCurve PixelFlipping(
        nn.Module<Tensor, Tensor> model, Tensor inputs, Tensor targets, Tensor relevance,
        FlippingOrder order = FlippingOrder.MostRelevantFirst, FlippingOptions? options = null)
    {
        using var mode = new EvaluationMode(model);
        return PixelFlipping(model.call, inputs, targets, relevance, order, options);
    }

    /// <summary>The area between the curves, area(LeRF) - area(MoRF): above 0 for a map better than chance, whose two curves agree on average.</summary>
    /// <param name="mostRelevantFirst">The MoRF curve.</param>
    /// <param name="leastRelevantFirst">The LeRF curve of the same samples with the same options.</param>
    /// <param name="upTo">As for <see cref="FlippingCurve.Area"/>.</param>
    /// <returns>[N], float64.</returns>
    /// <exception cref="ArgumentException">The curves differ in samples or points.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The share is beyond the curves.</exception>
    public static Tensor Abpc(FlippingCurve mostRelevantFirst, FlippingCurve leastRelevantFirst, double? upTo = null)
    {
        ArgumentNullException.ThrowIfNull(mostRelevantFirst);
        ArgumentNullException.ThrowIfNull(leastRelevantFirst);
        if (mostRelevantFirst.Samples != leastRelevantFirst.Samples || !mostRelevantFirst.Fractions.SequenceEqual(leastRelevantFirst.Fractions))
            throw new ArgumentException(FormattableString.Invariant(
                $"The curve has {leastRelevantFirst.Samples} samples and {leastRelevantFirst.Fractions.Count} points; expected {mostRelevantFirst.Samples} and {mostRelevantFirst.Fractions.Count} at the same shares, as the other."),
                nameof(leastRelevantFirst));
        using var scope = NewDisposeScope();
        return leastRelevantFirst.Area(upTo).sub(mostRelevantFirst.Area(upTo)).MoveToOuterDisposeScope();
    }

    /// <summary>
    /// Faithfulness correlation (Bhatt et al. 2020): Pearson's correlation, over random subsets S of the units, of the relevance in S with the fall of the score when S alone is
    /// replaced, f(x) - f(x_S).
    /// </summary>
    /// <param name="model">Gives scores [N, C].</param>
    /// <param name="inputs">Inputs [N, ...].</param>
    /// <param name="targets">The class of each sample [N], integers.</param>
    /// <param name="relevance">Relevance, finite.</param>
    /// <param name="subsetSize">Units in a subset, at least 1 and fewer than there are: all of them are but one subset.</param>
    /// <param name="subsets">How many subsets, at least 2; drawn for each sample.</param>
    /// <param name="options">Units, replacement, seed; those on steps have no effect.</param>
    /// <returns>[N], float64, -1 to 1; NaN where relevance or scores do not vary.</returns>
    /// <exception cref="ArgumentException">Shapes do not fit, or relevance, replacement or a score is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static Tensor Correlation(
        Func<Tensor, Tensor> model, Tensor inputs, Tensor targets, Tensor relevance, int subsetSize, int subsets = 100, FlippingOptions? options = null)
    {
        options ??= new FlippingOptions();
        options.Check();
        ArgumentOutOfRangeException.ThrowIfLessThan(subsets, 2);
        using var scope = NewDisposeScope();
        using var still = no_grad();
        var perturbation = new Perturbation(model, inputs, targets, options);
        var units = options.Unit.Relevance(relevance, inputs);
        if (subsetSize < 1 || subsetSize >= units.size(1))
            throw new ArgumentOutOfRangeException(nameof(subsetSize), subsetSize, FormattableString.Invariant($"Expected at least 1 and below {units.size(1)}, the number of units."));
        return SubsetCorrelation.Of(perturbation, units, subsetSize, subsets, options).to(inputs.device).MoveToOuterDisposeScope();
    }

    /// <inheritdoc cref="Correlation(Func{Tensor, Tensor}, Tensor, Tensor, Tensor, int, int, FlippingOptions?)"/>
    public static Tensor Correlation(
        nn.Module<Tensor, Tensor> model, Tensor inputs, Tensor targets, Tensor relevance, int subsetSize, int subsets = 100, FlippingOptions? options = null)
    {
        using var mode = new EvaluationMode(model);
        return Correlation(model.call, inputs, targets, relevance, subsetSize, subsets, options);
    }

    private static IEnumerable<long> Counts(long last, int step)
    {
        for (var count = 0L; count < last; count += step) yield return count;
        yield return last;
    }
}
