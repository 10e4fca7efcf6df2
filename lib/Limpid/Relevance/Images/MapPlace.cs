using Limpid.Evaluation;
using static TorchSharp.torch;

namespace Limpid.Relevance.Images;

/// <summary>How much of each of some maps lies on the figure; one number per map, as <see cref="Localisation"/> measures it.</summary>
/// <param name="Mass">Relevance mass accuracy of the positive part.</param>
/// <param name="AbsoluteMass">The same of |r|.</param>
/// <param name="Rank">Relevance rank accuracy.</param>
/// <param name="Pointing">Pointing game.</param>
/// <param name="Auc">Area under the ROC curve.</param>
/// <param name="TopK">Intersection over union of the mask and the most relevant pixels.</param>
public sealed record MapPlace(double[] Mass, double[] AbsoluteMass, double[] Rank, double[] Pointing, double[] Auc, double[] TopK)
{
    /// <summary>Measures maps; colours are summed first, then the positive part is taken.</summary>
    /// <param name="maps">[N, C, H, W].</param>
    /// <param name="masks">[N, H, W].</param>
    /// <param name="k">Pixels of the last measure.</param>
    public static MapPlace Of(Tensor maps, Tensor masks, int k)
    {
        using var scope = NewDisposeScope();
        double[] Of(Tensor values) => MapComplexity.Numbers(values);
        return new(
            Of(Localisation.MassAccuracy(maps, masks)), Of(Localisation.MassAccuracy(maps, masks, RelevancePart.Absolute)), Of(Localisation.RankAccuracy(maps, masks)),
            Of(Localisation.PointingGame(maps, masks)), Of(Localisation.RocAuc(maps, masks)), Of(Localisation.TopKIntersectionOverUnion(maps, masks, k)));
    }

    internal static MapPlace Join(IReadOnlyList<MapPlace> parts)
    {
        double[] All(Func<MapPlace, double[]> of) => [.. parts.SelectMany(of)];
        return new(All(p => p.Mass), All(p => p.AbsoluteMass), All(p => p.Rank), All(p => p.Pointing), All(p => p.Auc), All(p => p.TopK));
    }
}
