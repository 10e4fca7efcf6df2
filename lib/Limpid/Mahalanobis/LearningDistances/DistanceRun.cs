using System.Collections.Immutable;

namespace Limpid.Mahalanobis.LearningDistances;

/// <summary>Layers before and after their training.</summary>
/// <param name="Before">One per seed.</param>
/// <param name="After">One per seed.</param>
/// <param name="Epochs">When losses were noted; the last is the end.</param>
/// <param name="Losses">For each such epoch one mean squared error per seed; on the way with the penalty, if there is one.</param>
/// <param name="Restarts">Directions drawn anew, one number per seed.</param>
public sealed record DistanceRun(
    ImmutableArray<LearnedDistance> Before, ImmutableArray<LearnedDistance> After, ImmutableArray<int> Epochs, ImmutableArray<ImmutableArray<double>> Losses, ImmutableArray<int> Restarts)
{
    // Beyond this float32 has nothing to say about a loss.
    private const double Least = 1e-12;

    /// <summary>log10 of the losses as lines: one row per seed, one column per noted epoch.</summary>
    public double[,] LogCurves()
    {
        var table = new double[After.Length, Epochs.Length];
        for (var i = 0; i < Epochs.Length; i++)
            for (var model = 0; model < After.Length; model++) table[model, i] = Math.Log10(Losses[i][model] + Least);
        return table;
    }

    /// <summary>Mean over the layers at the end.</summary>
    /// <param name="of">What is averaged.</param>
    public double Mean(Func<LearnedDistance, double> of) => After.Average(of);

    /// <summary>How many layers ended so.</summary>
    /// <param name="outcome">How.</param>
    public int Count(LayerOutcome outcome) => After.Count(layer => layer.Outcome == outcome);
}
