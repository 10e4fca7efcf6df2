using System.Collections.Immutable;
using MathNet.Numerics.Statistics;
using static TorchSharp.torch;

namespace Limpid.Spectral.Nodes;

/// <summary>How much each hidden node matters: a score for each output node of each given layer. All layers are ranked together, as spectral pruning does.</summary>
/// <remarks>Source: Buffoni et al., Sci. Rep. 12:11201 (2022), and the authors' library (Jamba15/SpectralTools).</remarks>
/// <param name="Scores">One list for each layer; finite, 0 or larger.</param>
public sealed record NodeRanking(ImmutableArray<ImmutableArray<double>> Scores)
{
    /// <summary>One list for each layer.</summary>
    public ImmutableArray<ImmutableArray<double>> Scores { get; } = Checked(Scores);

    /// <summary>Number of nodes in all layers.</summary>
    public int Count => Scores.Sum(layer => layer.Length);

    /// <summary>
    /// The method's scores <c>|l_out_i - c|</c>, where c is the one value of all input eigenvalues of the layer (0 in <see cref="SpectralSetup.Pruning"/>, 1 in
    /// <see cref="SpectralSetup.EigenvaluesOnly"/>): the factor of all weights into node i.
    /// </summary>
    /// <param name="layers">The layers whose outputs are hidden nodes; left as they are.</param>
    /// <exception cref="ArgumentException">There is no layer, or the input eigenvalues of one differ, so that no single number scales a node's weights.</exception>
    public static NodeRanking OfEigenvalues(IReadOnlyList<SpectralLayer> layers) => Of(layers, (layer, name) =>
    {
        using var shifted = layer.OutputEigenvalues.detach() - HiddenNodes.InputEigenvalue(layer, name);
        return shifted.abs();
    });

    /// <summary>The rival's scores: the Euclidean norm of all weights into a node.</summary>
    /// <param name="layers">The layers whose outputs are hidden nodes; left as they are.</param>
    /// <exception cref="ArgumentException">There is no layer.</exception>
    public static NodeRanking OfWeights(IReadOnlyList<SpectralLayer> layers) => Of(layers, (layer, _) =>
    {
        using var scope = NewDisposeScope();
        var rows = layer.Kernel().detach().transpose(0, 1 - layer.InputAxis).flatten(1);
        return rows.square().sum(1).sqrt().MoveToOuterDisposeScope();
    });

    /// <summary>The control: scores by lot.</summary>
    /// <param name="layers">The layers whose outputs are hidden nodes.</param>
    /// <param name="random">The lots.</param>
    public static NodeRanking ByLot(IReadOnlyList<SpectralLayer> layers, Random random)
    {
        ArgumentNullException.ThrowIfNull(layers);
        ArgumentNullException.ThrowIfNull(random);
        return new([.. layers.Select(layer => Enumerable.Range(0, (int)layer.Outputs).Select(_ => random.NextDouble()).ToImmutableArray())]);
    }

    /// <summary>The score below which a share of all nodes lies; between two scores it is interpolated, as in numpy.</summary>
    /// <param name="percentile">0 to 100.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is outside.</exception>
    public double Cut(double percentile) => percentile is >= 0 and <= 100
        ? Scores.SelectMany(layer => layer).QuantileCustom(percentile / 100, QuantileDefinition.R7)
        : throw new ArgumentOutOfRangeException(nameof(percentile), percentile, FormattableString.Invariant($"The percentile is {percentile}; expected 0 to 100."));

    /// <summary>The nodes that pruning by percentile keeps: all but those whose score is below <see cref="Cut"/>.</summary>
    /// <param name="percentile">0 to 100; 0 keeps all.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is outside.</exception>
    public NodeMask AtPercentile(double percentile)
    {
        var cut = Cut(percentile);
        return new([.. Scores.Select(layer => layer.Select(score => score >= cut).ToImmutableArray())]);
    }

    /// <summary>The nodes of highest score in all layers; equal ones by layer, then index.</summary>
    /// <param name="count">How many are kept, 0 to <see cref="Count"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is outside.</exception>
    public NodeMask Top(int count)
    {
        if (count < 0 || count > Count) throw new ArgumentOutOfRangeException(nameof(count), count, $"The {count} highest nodes; expected 0 to {Count}.");
        var kept = Scores.SelectMany((layer, k) => layer.Select((score, i) => (score, k, i))).OrderByDescending(node => node.score).Take(count).Select(node => (node.k, node.i)).ToHashSet();
        return new([.. Scores.Select((layer, k) => Enumerable.Range(0, layer.Length).Select(i => kept.Contains((k, i))).ToImmutableArray())]);
    }

    /// <summary>The nodes of highest score in each layer for itself; equal ones by index.</summary>
    /// <param name="share">How much of each layer is kept, larger than 0, at most 1; rounded to whole nodes, at least one.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is outside.</exception>
    public NodeMask TopOfEach(double share)
    {
        if (!(share > 0 && share <= 1)) throw new ArgumentOutOfRangeException(nameof(share), share, FormattableString.Invariant($"The share kept is {share}; expected a number above 0, at most 1."));
        return new([.. Scores.Select(layer => new NodeRanking([layer]).Top(Math.Max(1, (int)Math.Round(share * layer.Length))).Keep[0])]);
    }

    /// <inheritdoc/>
    public bool Equals(NodeRanking? other) => other is not null && Scores.Length == other.Scores.Length && Scores.Zip(other.Scores).All(pair => pair.First.SequenceEqual(pair.Second));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Count, Scores.Length, Scores[0][0]);

    private static NodeRanking Of(IReadOnlyList<SpectralLayer> layers, Func<SpectralLayer, string, Tensor> scores)
    {
        ArgumentNullException.ThrowIfNull(layers);
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        return new([.. layers.Select((layer, k) => scores(layer, $"layer {k}").flatten().to(float64).cpu().data<double>().ToArray().ToImmutableArray())]);
    }

    private static ImmutableArray<ImmutableArray<double>> Checked(ImmutableArray<ImmutableArray<double>> scores)
    {
        if (scores.IsDefaultOrEmpty || scores.Any(layer => layer.IsDefaultOrEmpty)) throw new ArgumentException("There is no layer, or one without nodes; expected at least one of each.", nameof(scores));
        for (var k = 0; k < scores.Length; k++)
            for (var i = 0; i < scores[k].Length; i++)
                if (!double.IsFinite(scores[k][i]) || scores[k][i] < 0)
                    throw new ArgumentException(FormattableString.Invariant($"The score of node {i} of layer {k} is {scores[k][i]}; expected a finite number, 0 or larger."), nameof(scores));
        return scores;
    }
}
