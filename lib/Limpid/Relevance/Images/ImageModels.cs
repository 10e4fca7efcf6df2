using Limpid.Data;
using Limpid.Relevance.Genomics;
using Limpid.Reproduction;
using TorchSharp;
using TorchSharp.Modules;

namespace Limpid.Relevance.Images;

/// <summary>
/// The trained classifiers of a run. A quick run loads those that a full run trained and that come with the library; where there are none, or if asked to, it trains smaller ones.
/// A full run trains and puts the weights aside, so that they can be published and a broken-off run goes on.
/// </summary>
public sealed class ImageModels
{
    /// <summary>The notebook that trains them.</summary>
    public const string Notebook = "photographs";

    private readonly Experiment replicates;
    private readonly string folder;
    private readonly bool retrain;

    /// <summary>The classifiers of a run.</summary>
    /// <param name="replicates">Knows the mode, and what a broken-off run has trained.</param>
    /// <param name="folder">Where a full run puts weights aside, for example <c>artifacts/models</c>.</param>
    /// <param name="retrain">Whether a quick run trains although there are weights.</param>
    public ImageModels(Experiment replicates, string folder, bool retrain = false)
    {
        ArgumentNullException.ThrowIfNull(replicates);
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        (this.replicates, this.folder, this.retrain) = (replicates, folder, retrain);
    }

    /// <summary>A trained classifier, read with the test images.</summary>
    /// <param name="name">For example <c>VGG</c>.</param>
    /// <param name="make">Makes it with a seed's first weights.</param>
    /// <param name="settings">How it is trained in this mode.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="train">Makes the training images; called only if it is trained now.</param>
    /// <param name="test">The test images.</param>
    /// <param name="cancel">Stops training between two steps.</param>
    /// <exception cref="TrainedModelException">Weights that should be there are missing, damaged or of another network.</exception>
    public ImageModel Obtain(
        string name, Func<Seed, Sequential> make, ImageTrainingSettings settings, Seed seed, Func<ImageSet> train, ImageSet test, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(make);
        ArgumentNullException.ThrowIfNull(train);
        var network = make(seed);
        network.eval();
        var untrained = ImageClassifier.Accuracy(network, test);
        var origin = Fill(name, network, settings, seed, train, test, cancel);
        network.eval();
        return new ImageModel(name, network, origin, ImageClassifier.Accuracy(network, test), untrained);
    }

    private string Fill(string name, Sequential network, ImageTrainingSettings settings, Seed seed, Func<ImageSet> train, ImageSet test, CancellationToken cancel)
    {
        var (task, isQuick) = (name.ToLowerInvariant(), replicates.Mode == RunMode.Quick);
        var shipped = new StoredNetwork(Notebook, task, seed);
        if (isQuick && !retrain && shipped.Exists)
        {
            shipped.LoadInto(network);
            return FormattableString.Invariant($"trained by the full run, {100 * shipped.Describe().Accuracy:F1} % then");
        }
        if (isQuick)
        {
            Train(name, network, settings, seed, train, cancel);
            return "trained in this run";
        }
        var kept = new StoredNetwork(Notebook, task, seed, replicates.Mode, folder);
        replicates.Replicates($"training-{task}", [seed], each =>
        {
            Train(name, network, settings, each, train, cancel);
            return kept.Keep(network, ImageClassifier.Accuracy(network, test), settings.ToString()).Accuracy;
        });
        kept.LoadInto(network);
        return "trained in this run";
    }

    private static void Train(string name, Sequential network, ImageTrainingSettings settings, Seed seed, Func<ImageSet> train, CancellationToken cancel)
    {
        using var data = train();
        ImageTraining.Train(network, data, settings, seed, $"training {name}", cancel);
    }
}
