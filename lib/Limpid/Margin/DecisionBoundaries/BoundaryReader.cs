using Limpid.Data;
using Limpid.Reproduction;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Margin.DecisionBoundaries;

/// <summary>Poses the task of <see cref="DecisionBoundary"/> and its controls on a classifier's features.</summary>
internal static class BoundaryReader
{
    /// <summary>Reads one classifier.</summary>
    /// <param name="features">[n, d], what samples are compared by.</param>
    /// <param name="margins">Of each sample.</param>
    /// <param name="predicted">0 or 1.</param>
    /// <param name="labels">0 or 1.</param>
    /// <param name="seed">Deals the controls.</param>
    /// <param name="settings">Neighbours and hops.</param>
    public static BoundaryReading Read(Tensor features, double[] margins, int[] predicted, int[] labels, Seed seed, BoundarySettings settings)
    {
        var (n, filter) = (predicted.Length, Influence.RandomWalk(settings.Hops));
        var boundary = DecisionBoundary.Of(features, predicted, settings.Neighbours, filter);
        var dealt = (int[])predicted.Clone();
        seed.Random("answers").Shuffle(dealt);
        var lots = seed.Random("lots");
        using var components = PrincipalComponents.Of(features, 2);
        using var plane = components.Project(features).to(float32);
        return new BoundaryReading
        {
            Seed = seed,
            Accuracy = Enumerable.Range(0, n).Count(i => predicted[i] == labels[i]) / (double)n,
            Labels = labels,
            Predicted = predicted,
            Margins = margins,
            Influence = [.. boundary.Influence.Scores],
            Disagreement = [.. LabelAgreement.Share(boundary.Graph, predicted).Select(share => 1 - share)],
            Permuted = [.. filter.Of(boundary.Graph, LabelAgreement.Share(boundary.Graph, dealt)).Scores],
            FromMean = FromMean(features, predicted),
            Lot = [.. Enumerable.Range(0, n).Select(_ => lots.NextDouble())],
            Plane = plane.contiguous().data<float>().ToArray(),
        };
    }

    private static double[] FromMean(Tensor features, int[] predicted)
    {
        using var scope = NewDisposeScope();
        using var still = no_grad();
        var (x, distances) = (features.detach().to(float64), new double[predicted.Length]);
        foreach (var group in Enumerable.Range(0, predicted.Length).GroupBy(i => predicted[i]))
        {
            var own = x.index_select(0, tensor(group.Select(i => (long)i).ToArray()));
            var far = (own - own.mean([0L])).square().sum(1).sqrt().data<double>().ToArray();
            foreach (var (sample, at) in group.Select((sample, at) => (sample, at))) distances[sample] = far[at];
        }
        return distances;
    }
}
