using System.Collections.Immutable;
using Limpid.Graphs;

namespace Limpid.Margin;

/// <summary>The task of wrong labels: in which order to check the labels of a training set.</summary>
/// <remarks>
/// Vertices are samples, edges join nearest neighbours in feature space. Two signals: the share of neighbours that bear a sample's label (<see cref="LabelAgreement"/>), and the label itself
/// as a vector, of which the paper's text leaves open whether it was used (protocol ours). Plain disagreement, without a filter, is the ablation: the detector by neighbours' votes.
/// </remarks>
/// <param name="ByAgreement">Influence with the signal of agreement.</param>
/// <param name="ByLabel">Influence with the label itself.</param>
/// <param name="Disagreement">1 - f: the share of neighbours that contradict a sample's label.</param>
public sealed record MislabelledSamples(InfluenceScores ByAgreement, InfluenceScores ByLabel, ImmutableArray<double> Disagreement)
{
    /// <summary>Poses the task.</summary>
    /// <param name="graph">Neighbours, for texts by cosine: <c>Graph.FromNeighbours(NearestNeighbours.ByCosine(counts, 20))</c>.</param>
    /// <param name="labels">As they are, some of them wrong.</param>
    /// <param name="influence">The filter; one hop of the random walk if null.</param>
    /// <exception cref="ArgumentException">Another number of labels than vertices.</exception>
    public static MislabelledSamples Of(Graph graph, IReadOnlyList<int> labels, Influence? influence = null)
    {
        influence ??= Influence.RandomWalk();
        var agreement = LabelAgreement.Share(graph, labels);
        using var signal = TorchSharp.torch.tensor(LabelAgreement.OneHot(labels));
        return new(influence.Of(graph, agreement), influence.Of(graph, signal), [.. agreement.Select(share => 1 - share)]);
    }

    /// <summary>Samples in the order of plain disagreement, the most contradicted first; equal ones by index.</summary>
    public ImmutableArray<int> ByVotes() => [.. Enumerable.Range(0, Disagreement.Length).OrderByDescending(sample => Disagreement[sample])];
}
