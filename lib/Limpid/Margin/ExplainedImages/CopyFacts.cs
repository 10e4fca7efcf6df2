using Limpid.Evaluation;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Margin.ExplainedImages;

/// <summary>How a model took the masked copies of an image.</summary>
/// <param name="Kind">Which copies.</param>
/// <param name="Count">How many.</param>
/// <param name="Kept">Share of them that have the image's class.</param>
/// <param name="Largest">The largest influence: by how much of the image's area a copy's size differs from its neighbours'.</param>
/// <param name="WithSize">Spearman's correlation of influence and size over the copies; NaN if one of them is constant.</param>
/// <param name="WithoutGraph">The same of influence and |size - mean size|.</param>
public sealed record CopyFacts(CopyKind Kind, int Count, double Kept, double Largest, double WithSize, double WithoutGraph)
{
    internal static CopyFacts Of(CopyKind kind, MaskedCopies copies, InfluenceScores influence)
    {
        using var scope = NewDisposeScope();
        var mean = copies.Sizes.Average();
        double Correlation(IEnumerable<double> other) =>
            RankCorrelation.Spearman(tensor(influence.Scores.ToArray()).unsqueeze(0), tensor(other.ToArray()).unsqueeze(0))[0].ToDouble();
        return new(kind, copies.Count, copies.Kept.Average(), influence.Largest, Correlation(copies.Sizes), Correlation(copies.Sizes.Select(size => Math.Abs(size - mean))));
    }
}
