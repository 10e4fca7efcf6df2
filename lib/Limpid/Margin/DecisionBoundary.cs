using Limpid.Graphs;
using static TorchSharp.torch;

namespace Limpid.Margin;

/// <summary>The task of decision boundaries: which samples lie where a classifier changes its mind.</summary>
/// <remarks>
/// Vertices are samples, edges join nearest neighbours among the classifier's own features, the signal is the agreement of neighbours' predicted labels: samples of large influence lie on
/// the boundary. The classifier's answers are taken, not the truth; k = 30 and the features are protocol ours.
/// </remarks>
/// <param name="Influence">The scores.</param>
/// <param name="Graph">The neighbours.</param>
public sealed record DecisionBoundary(InfluenceScores Influence, Graph Graph)
{
    /// <summary>Poses the task.</summary>
    /// <param name="features">What the classifier makes of each sample, for example its last hidden layer [n, d]; left as they are.</param>
    /// <param name="predicted">The classifier's answers, one for each sample.</param>
    /// <param name="k">Number of neighbours.</param>
    /// <param name="influence">The filter; one hop of the random walk if null.</param>
    /// <param name="cancellation">Ends the search for neighbours.</param>
    /// <exception cref="ArgumentException">Features and answers don't fit, or a value isn't finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="k"/> is out of range.</exception>
    public static DecisionBoundary Of(Tensor features, IReadOnlyList<int> predicted, int k = 30, Influence? influence = null, CancellationToken cancellation = default)
    {
        var graph = Graph.FromNeighbours(NearestNeighbours.Of(features, k, cancellation));
        return new((influence ?? Margin.Influence.RandomWalk()).Of(graph, LabelAgreement.Share(graph, predicted)), graph);
    }
}
