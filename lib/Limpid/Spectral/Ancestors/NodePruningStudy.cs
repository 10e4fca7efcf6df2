using System.Collections.Immutable;
using Limpid.Display;
using Limpid.Reproduction;
using Limpid.Spectral.Nodes;
using Limpid.Spectral.Training;

namespace Limpid.Spectral.Ancestors;

/// <summary>Spectral pruning of hidden nodes on Fashion-MNIST: after training by percentile and by metric, and before training.</summary>
/// <remarks>
/// 784 - w relu - w relu - 10. Hidden layers in the pruning set-up (l_in 0, l_out from 1, no bias) with a penalty on eigenvalues and eigenvectors; the last layer is an ordinary one. The plain
/// network has ordinary layers with the penalty on their weights.
/// </remarks>
/// <param name="images">The images.</param>
/// <param name="settings">Sizes.</param>
/// <param name="replicates">Keeps each finished seed's results, or null.</param>
public sealed class NodePruningStudy(FashionImages images, FashionSettings settings, Experiment? replicates = null)
{
    /// <summary>Trains and prunes for each seed.</summary>
    /// <param name="seeds">The seeds.</param>
    /// <param name="log">Gets a line for each seed.</param>
    /// <param name="trained">Called with each whole spectral network just trained; not for one found finished.</param>
    /// <param name="cancel">Stops between two steps.</param>
    public IReadOnlyList<PruningResult> Run(IReadOnlyList<Seed> seeds, TextWriter? log = null, Action<SpectralNetwork>? trained = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(seeds);
        var results = new List<PruningResult>();
        foreach (var seed in Progress.Track(seeds, "pruned networks"))
        {
            results.Add(replicates.Replicate("pruning", seed, each => Run(each, trained, cancel)));
            log?.WriteLine(results[^1]);
        }
        return results;
    }

    /// <summary>The networks' layers.</summary>
    /// <param name="setup">What is trained in the hidden ones.</param>
    public SpectralLayout Layout(SpectralSetup setup) =>
        new(784, [(settings.PrunedWidth, LayerActivation.ReLU), (settings.PrunedWidth, LayerActivation.ReLU), (10, LayerActivation.Linear)])
        {
            Setup = setup, LastSetup = SpectralSetup.Direct, Normalised = false,
        };

    private EigenPenalty Decay => new(Penalty.L2(settings.Penalty), Penalty.L2(settings.Penalty));

    private PruningResult Run(Seed seed, Action<SpectralNetwork>? trained, CancellationToken cancel)
    {
        var training = new FashionTraining(images, settings, seed, cancel);
        using var spectral = FashionTraining.Start(Layout(SpectralSetup.Pruning), seed);
        training.Train(spectral, settings.Rate, settings.Epochs, Decay);
        using var plain = FashionTraining.Start(Layout(SpectralSetup.Direct with { Bias = false }), seed);
        training.Train(plain, settings.Rate, settings.Epochs, Decay);
        var layers = spectral.HiddenLayers;
        var eigenvalues = NodeRanking.OfEigenvalues(layers);
        double[] Curve(SpectralNetwork network, NodeRanking ranking) =>
            [.. settings.Percentiles.Select(percentile => PruningPath.At(network.HiddenLayers, ranking, percentile, () => training.Accuracy(network)).Metric)];
        var path = PruningPath.ByMetric(layers, eigenvalues, () => training.Accuracy(spectral));
        var (kept, largest, lot, smallest) = Before(training);
        trained?.Invoke(spectral);
        return new PruningResult
        {
            Seed = seed,
            Percentiles = [.. settings.Percentiles],
            ByEigenvalue = Curve(spectral, eigenvalues),
            ByWeight = Curve(spectral, NodeRanking.OfWeights(layers)),
            ByLot = Curve(spectral, NodeRanking.ByLot(layers, seed.Random("lots"))),
            Plain = Curve(plain, NodeRanking.OfWeights(plain.HiddenLayers)),
            Widths = [.. settings.Percentiles.Select(percentile => eigenvalues.AtPercentile(percentile).Widths.ToArray())],
            Path = [.. path.Points],
            Chosen = path.Chosen,
            Eigenvalues = [.. eigenvalues.Scores.SelectMany(scores => scores)],
            KeptBefore = kept, BeforeLargest = largest, BeforeLot = lot, BeforeSmallest = smallest,
        };
    }

    // Eigenvalues alone are trained on random eigenvectors; then nodes are chosen, the others go, and everything that is left is trained.
    private (int Kept, double Largest, double Lot, double Smallest) Before(FashionTraining training)
    {
        var frozen = SpectralSetup.Pruning with { Base = SpectralSetup.Pruning.Base with { Trainable = false } };
        using var chooser = FashionTraining.Start(Layout(frozen), training.Seed);
        training.Train(chooser, settings.EigenvalueRate, settings.ChoosingEpochs, Decay);
        var ranking = NodeRanking.OfEigenvalues(chooser.HiddenLayers);
        var most = ranking.Scores.Max(scores => scores.Max());
        var reversed = new NodeRanking([.. ranking.Scores.Select(scores => scores.Select(score => most - score).ToImmutableArray())]);
        double Trained(NodeRanking chosen)
        {
            using var small = SmallerNetwork.Of(chooser, chosen.TopOfEach(settings.KeptBefore), SpectralSetup.Pruning);
            training.Train(small, settings.Rate, settings.Epochs, Decay);
            return training.Accuracy(small);
        }

        return (ranking.TopOfEach(settings.KeptBefore).Kept, Trained(ranking), Trained(NodeRanking.ByLot(chooser.HiddenLayers, training.Seed.Random("choice"))), Trained(reversed));
    }
}
