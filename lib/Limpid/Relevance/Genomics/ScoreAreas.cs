using Limpid.Evaluation;
using static TorchSharp.torch;

namespace Limpid.Relevance.Genomics;

/// <summary>How well scores tell labels apart.</summary>
public static class ScoreAreas
{
    /// <summary>The area under the ROC curve of each score for its label.</summary>
    /// <param name="scores">[N, C].</param>
    /// <param name="labels">[N, C], 0 and 1.</param>
    /// <returns>One area per column; NaN where all labels are alike.</returns>
    public static double[] Of(Tensor scores, Tensor labels)
    {
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(labels);
        using var scope = NewDisposeScope();
        return [.. Localisation.RocAuc(scores.t(), labels.t(), RelevancePart.Signed).data<double>()];
    }
}
