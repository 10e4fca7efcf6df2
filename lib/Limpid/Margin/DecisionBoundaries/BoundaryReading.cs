using System.Text.Json.Serialization;
using Limpid.Evaluation;

namespace Limpid.Margin.DecisionBoundaries;

/// <summary>One classifier's samples: how near to its boundary each lies, and by which scores one might have told.</summary>
public sealed record BoundaryReading
{
    /// <summary>The share of samples that counts as nearest to the boundary, and as most influential.</summary>
    public const double Share = 0.05;

    /// <summary>The seed.</summary>
    public required long Seed { get; init; }

    /// <summary>The share of samples put right.</summary>
    public required double Accuracy { get; init; }

    /// <summary>The true class of each sample, 0 or 1.</summary>
    public required int[] Labels { get; init; }

    /// <summary>The classifier's answers.</summary>
    public required int[] Predicted { get; init; }

    /// <summary>|z_1 - z_0|, or the distance to the boundary where that is known.</summary>
    public required double[] Margins { get; init; }

    /// <summary>Influence with the signal of the answers' agreement.</summary>
    public required double[] Influence { get; init; }

    /// <summary>1 - f: the plain signal, without the filter.</summary>
    public required double[] Disagreement { get; init; }

    /// <summary>Influence after the answers were dealt out to other samples: the control.</summary>
    public required double[] Permuted { get; init; }

    /// <summary>Distance of a sample's features to the mean of those with the same answer.</summary>
    public required double[] FromMean { get; init; }

    /// <summary>Scores by lot.</summary>
    public required double[] Lot { get; init; }

    /// <summary>The first two principal components of the features, sample after sample.</summary>
    public required float[] Plane { get; init; }

    /// <summary>The five scores with their names in charts.</summary>
    [JsonIgnore]
    public IReadOnlyList<(string Name, double[] Scores)> Scores =>
        [("influence", Influence), ("plain 1 - f", Disagreement), ("distance to mean", FromMean), ("permuted answers", Permuted), ("by lot", Lot)];

    /// <summary>How probably a sample among the 5 % of least margin has a larger score than one of the others.</summary>
    /// <param name="scores">One per sample.</param>
    public double Area(IReadOnlyList<double> scores) => RankArea.Of(scores, Nearest());

    /// <summary>The p-value of Mann and Whitney's test that the 5 % of largest score have smaller margins than the rest.</summary>
    /// <param name="scores">One per sample; at a tie the lower index counts as larger.</param>
    public double PValue(IReadOnlyList<double> scores) => RankTest.Below(Margins, Largest(scores));

    /// <summary>The median margin of the 5 % of largest score, over that of the rest.</summary>
    /// <param name="scores">One per sample.</param>
    public double MedianRatio(IReadOnlyList<double> scores)
    {
        var top = Largest(scores);
        double Median(bool inside) => MathNet.Numerics.Statistics.Statistics.Median(Margins.Where((_, i) => top[i] == inside));
        return Median(true) / Median(false);
    }

    /// <summary>Whether each sample is one of the 5 % of least margin.</summary>
    public bool[] Nearest() => Largest([.. Margins.Select(margin => -margin)]);

    /// <summary>How many samples have a neighbour of another answer, or are one's neighbour: those whose influence isn't 0.</summary>
    [JsonIgnore]
    public int Touched => Influence.Count(score => score > 0);

    /// <summary>For example "seed 0: 1960 samples, 99.5 % put right, 74 of influence, area 0.91, p 1e-20".</summary>
    public override string ToString() => FormattableString.Invariant(
        $"seed {Seed}: {Margins.Length} samples, {100 * Accuracy:F1} % put right, {Touched} of influence, area {Area(Influence):F3}, p {PValue(Influence):E0}");

    private static bool[] Largest(IReadOnlyList<double> scores)
    {
        var largest = new bool[scores.Count];
        foreach (var i in Enumerable.Range(0, scores.Count).OrderByDescending(i => scores[i]).Take(Math.Max(1, (int)Math.Round(Share * scores.Count)))) largest[i] = true;
        return largest;
    }
}
