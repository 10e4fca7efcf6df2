using Limpid.Data.Tabular;
using Limpid.Margin.Baselines;
using Limpid.Reproduction;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Margin.DecisionBoundaries;

/// <summary>A table of two classes and a linear classifier, whose boundary is known: a sample's distance to it is exactly <c>|w'x + b| / |w|</c>.</summary>
/// <remarks>
/// Columns are standardised with mean and deviation of the training rows alone; logistic regression with a small penalty on all weights, the intercept's among them. Samples are compared by
/// the standardised columns.
/// </remarks>
/// <param name="Set">The table; its second class is class 1.</param>
public sealed record TableBoundary(TabularSet Set)
{
    /// <summary>Fits and reads, once for each seed.</summary>
    /// <param name="seeds">Each draws its own training rows and controls.</param>
    /// <param name="settings">Sizes.</param>
    /// <exception cref="ArgumentException">The table hasn't two classes.</exception>
    public IReadOnlyList<BoundaryReading> Run(IReadOnlyList<Seed> seeds, BoundarySettings settings)
    {
        ArgumentNullException.ThrowIfNull(seeds);
        ArgumentNullException.ThrowIfNull(settings);
        return [.. seeds.Select(seed =>
        {
            using var scope = NewDisposeScope();
            var (inputs, classifier) = Fit(seed, settings);
            var labels = Labels();
            var logits = classifier.Logits(WithOne(inputs));
            return BoundaryReader.Read(inputs, Distances(classifier, logits), Array.ConvertAll(logits, logit => logit > 0 ? 1 : 0), labels, seed, settings);
        })];
    }

    /// <summary>The largest logit, by absolute value, of samples that were moved to the boundary by their distance, along the normal: 0 but for rounding.</summary>
    /// <param name="seed">Draws the training rows.</param>
    /// <param name="settings">Sizes.</param>
    public double LargestLogitAtBoundary(Seed seed, BoundarySettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        using var scope = NewDisposeScope();
        var (inputs, classifier) = Fit(seed, settings);
        var logits = classifier.Logits(WithOne(inputs));
        var step = tensor(Distances(classifier, logits).Zip(logits, (distance, logit) => -distance * Math.Sign(logit)).ToArray());
        var normal = tensor(classifier.Weights.Take(Set.Columns.Length).ToArray());
        return classifier.Logits(WithOne(inputs + step.unsqueeze(1) * (normal / normal.square().sum().sqrt()))).Max(Math.Abs);
    }

    private (Tensor Inputs, LogisticRegression Classifier) Fit(Seed seed, BoundarySettings settings)
    {
        if (Set.Classes.Length != 2) throw new ArgumentException($"The table has {Set.Classes.Length} classes; expected 2.");
        var (train, _) = Set.Split(settings.HeldOut, seed.Random("rows"));
        var inputs = Scaler.Fit(Set.Inputs([.. train]), Set.Columns).Apply(Set.Inputs()).to(float64);
        var labels = Labels();
        var known = inputs.index_select(0, tensor(train.Select(row => (long)row).ToArray()));
        return (inputs, LogisticRegression.Fit(WithOne(known), [.. train.Select(row => labels[row])], settings.Decay));
    }

    private static double[] Distances(LogisticRegression classifier, double[] logits)
    {
        var norm = Math.Sqrt(classifier.Weights.SkipLast(1).Sum(weight => weight * weight));
        return Array.ConvertAll(logits, logit => Math.Abs(logit) / norm);
    }

    private int[] Labels()
    {
        using var column = Set.TargetColumn();
        return [.. column.data<float>().ToArray().Select(target => (int)target)];
    }

    // The intercept is the weight of a column of ones.
    private static Tensor WithOne(Tensor inputs) => cat([inputs, ones([inputs.size(0), 1], dtype: inputs.dtype)], 1);
}
