using Limpid.Display;
using Limpid.GraphSpectral.Autoencoders;
using Limpid.Reproduction;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.GraphSpectral.ModularCodes;

/// <summary>Trains and reads the autoencoders of the modular experiment: a variant, a number of modules, a seed.</summary>
/// <remarks>The same seed and number of modules give all variants the same data, first weights and noise, so that seeds are pairs.</remarks>
public sealed class ModularExperiment
{
    private const int SnapshotCount = 4;

    private readonly Experiment? replicates;

    /// <summary>An experiment.</summary>
    /// <param name="settings">Equal for all variants.</param>
    /// <param name="replicates">Keeps each finished network's results, or null.</param>
    public ModularExperiment(ModularSettings settings, Experiment? replicates = null)
    {
        ArgumentNullException.ThrowIfNull(settings);
        (Settings, this.replicates) = (settings, replicates);
    }

    /// <summary>The sizes.</summary>
    public ModularSettings Settings { get; }

    /// <summary>Runs every number of modules and every variant for every seed, a seed after another.</summary>
    /// <param name="variants">Which ways to learn the graph.</param>
    /// <param name="modules">Which numbers of modules, each 1 to 8.</param>
    /// <param name="seeds">Which seeds.</param>
    /// <param name="cancel">Stops between two steps.</param>
    public IReadOnlyList<ModularResult> Run(
        IReadOnlyList<ModularVariant> variants, IReadOnlyList<int> modules, IReadOnlyList<Seed> seeds, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(variants);
        ArgumentNullException.ThrowIfNull(modules);
        ArgumentNullException.ThrowIfNull(seeds);
        var networks = (from seed in seeds from count in modules from variant in variants select (variant, count, seed)).ToArray();
        var results = new List<ModularResult>();
        foreach (var (variant, count, seed) in Progress.Track(networks, "training networks"))
            results.Add(replicates.Replicate(FormattableString.Invariant($"{variant.Key}-{count}"), seed, each => Run(variant, count, each, cancel)));
        return results;
    }

    /// <summary>Trains and reads one network.</summary>
    /// <param name="variant">How the graph is learned.</param>
    /// <param name="modules">n, 1 to 8.</param>
    /// <param name="seed">For data, weights, noise and the choice of samples.</param>
    /// <param name="cancel">Stops between two steps.</param>
    public ModularResult Run(ModularVariant variant, int modules, Seed seed, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(variant);
        using var scope = NewDisposeScope();
        var data = new BinaryModules(modules);
        manual_seed(seed.Of(FormattableString.Invariant($"data {modules}")));
        var samples = data.Samples(Settings.SamplesPerCode);
        var perCode = Math.Max(1, Settings.ReadingSamples / data.Codes);
        var (fresh, bits) = (data.Samples(perCode), data.UsedBits().repeat_interleave(perCode, 0));
        manual_seed(seed.Of("weights"));
        using var network = new Autoencoder(new AutoencoderLayout(data.Features, Settings.Neurons));
        network.eval();
        var (untrainedError, untrainedCount) = (Error(network, fresh), CoActivation.SmallEigenvalues(CoActivation.Graph(Embedding(network, fresh), variant.Learning.Kernel)));
        using var penalty = new LearnedGraphPenalty(Settings.Neurons,
            variant.Learning with { PretrainSteps = Settings.PretrainSteps, RefreshEvery = Settings.RefreshEvery });
        manual_seed(seed.Of("noise"));
        AutoencoderTraining.Train(network, samples, new AutoencoderSettings { Steps = Settings.Steps }, seed.Random("order"), penalty, cancel: cancel);
        var seen = penalty.History.Select(learned => GraphDiagnostics.Of(learned.Graph)).ToArray();
        return new ModularResult
        {
            Variant = variant.Name,
            Modules = modules,
            Seed = seed,
            Steps = [.. penalty.History.Select(learned => learned.Step)],
            Counts = [.. seen.Select(graph => graph.SmallEigenvalues)],
            CountsAt = [.. seen.Select(graph => graph.Components.ToArray())],
            UntrainedCount = untrainedCount,
            UntrainedError = untrainedError,
            Error = Error(network, fresh),
            Correlations = ModuleCorrelation.Of(Embedding(network, fresh), bits),
            Snapshots = [.. Spread(penalty.History).Select(GraphSnapshot.Of)],
        };
    }

    private static IEnumerable<LearnedGraph> Spread(IReadOnlyList<LearnedGraph> history) => Enumerable.Range(0, SnapshotCount)
        .Select(i => history[(int)Math.Round(i * (history.Count - 1) / (SnapshotCount - 1.0))]).DistinctBy(learned => learned.Step);

    private static Tensor Embedding(Autoencoder network, Tensor samples)
    {
        using var off = no_grad();
        return network.Encode(samples);
    }

    private static double Error(Autoencoder network, Tensor samples)
    {
        using var scope = NewDisposeScope();
        using var off = no_grad();
        return nn.functional.mse_loss(network.call(samples), samples).ToDouble();
    }
}
