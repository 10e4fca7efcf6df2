using Limpid.Display;
using Limpid.Graphs;
using Limpid.GraphSpectral.Autoencoders;
using Limpid.Reproduction;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.GraphSpectral.GeneProgrammes;

/// <summary>Trains and reads, for a set of cells and seed by seed, the plain autoencoder (AE) and the same with a learned graph (GSR).</summary>
/// <remarks>Both start from the same weights. The plain layer's graph is made by the same kernel after training, so that components can be compared.</remarks>
public sealed class ProgrammeExperiment
{
    private readonly Experiment? replicates;

    /// <summary>An experiment.</summary>
    /// <param name="settings">Equal for all networks.</param>
    /// <param name="replicates">Keeps each finished network's results, or null.</param>
    public ProgrammeExperiment(ProgrammeSettings settings, Experiment? replicates = null)
    {
        ArgumentNullException.ThrowIfNull(settings);
        (Settings, this.replicates) = (settings, replicates);
    }

    /// <summary>Name of what <see cref="Clustered"/> makes.</summary>
    public const string PlainClusters = "AE, clustered";

    /// <summary>The networks compared.</summary>
    public static IReadOnlyList<string> Variants { get; } = ["AE", "GSR"];

    /// <summary>How the networks are trained.</summary>
    public ProgrammeSettings Settings { get; }

    /// <summary>Runs both networks for every seed and shows how far it is; a third result for every seed is the plain one's <see cref="Clustered"/> into as many groups as the other has components.</summary>
    /// <param name="data">The cells.</param>
    /// <param name="seeds">Which seeds.</param>
    /// <param name="cancel">Stops between two steps.</param>
    public IReadOnlyList<ProgrammeResult> Run(ProgrammeCells data, IReadOnlyList<Seed> seeds, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(seeds);
        (Seed Seed, string Variant)[] all = [.. seeds.SelectMany(seed => Variants, (seed, variant) => (seed, variant))];
        ProgrammeResult[] trained = [.. Progress.Track(all, data.Cells.Name).Select(each =>
            replicates.Replicate($"{data.Cells.Name}-{each.Variant}", each.Seed, seed => Run(data, each.Variant, seed, cancel)))];
        return [.. trained.Chunk(2).SelectMany(pair => (ProgrammeResult[])[.. pair, Clustered(data, pair[0], pair[1].ComponentCount)])];
    }

    /// <summary>
    /// The fairer comparison for a plain network whose graph is one component, which has neither blocks nor groups by definition: its neurons in a given number of groups, by average linkage on that graph.
    /// The order along a component is left out.
    /// </summary>
    /// <param name="data">The cells.</param>
    /// <param name="plain">The plain network's result.</param>
    /// <param name="count">How many groups.</param>
    /// <exception cref="ArgumentOutOfRangeException">There can't be so many groups.</exception>
    public static ProgrammeResult Clustered(ProgrammeCells data, ProgrammeResult plain, int count)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(plain);
        var groups = AverageLinkage.Groups(Graph.FromEdges(plain.Components.Length, plain.Edges), count);
        return ProgrammeReader.InGroups(data, plain, groups) with { Variant = PlainClusters, Order = Measured.None, OrderedNeurons = 0 };
    }

    /// <summary>Trains and reads one network.</summary>
    /// <param name="data">The cells.</param>
    /// <param name="variant">AE or GSR.</param>
    /// <param name="seed">For weights, noise, order of cells and permutations.</param>
    /// <param name="cancel">Stops between two steps.</param>
    /// <exception cref="ArgumentException">There is no such variant.</exception>
    public ProgrammeResult Run(ProgrammeCells data, string variant, Seed seed, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (!Variants.Contains(variant))
            throw new ArgumentException($"The variant is '{variant}'; expected {string.Join(" or ", Variants)}.", nameof(variant));
        using var scope = NewDisposeScope();
        manual_seed(seed.Of("weights"));
        using var network = new Autoencoder(ProgrammeSettings.Layout((int)data.Input.size(1)));
        using var penalty = new LearnedGraphPenalty(ProgrammeSettings.Neurons, Settings.Learning);
        if (variant == "GSR") AutoencoderTraining.Train(network, data.Input, Settings.Training, seed.Random("cells"), penalty, cancel: cancel);
        else AutoencoderTraining.Train(network, data.Input, Settings.Training, seed.Random("cells"), cancel: cancel);
        using var quiet = no_grad();
        return ProgrammeReader.Of(data, variant, seed, network.Encode(data.Input), nn.functional.mse_loss(network.call(data.Input), data.Input).ToDouble());
    }
}
